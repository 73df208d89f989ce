"""The API: the same questions as the site and the shell, over HTTP, described by OpenAPI.

One module a subject in ``resources``; what may be asked is typed, and anything else is refused by
name; long answers come in pages of one shape.
Each answer is the frozen dataclass that the site shows, field by field, so every figure comes
with its basis. The public record is for reading; only batches of meter readings are taken in, and
seen, with a key of their intake. Acts follow with sign-in.
Not in here: rules, SQL, and anything that the other doors do not answer too.
"""
