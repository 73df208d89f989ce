"""Questions: SQL in, frozen dataclasses out.

One question a module; each figure comes with its basis, and a blank is never a zero.
The public questions (notices, measures, search, open data) read published facts only; a
rehearsal is found by its own key alone.
Not in here: anything that changes the record, and the words that pages use.
"""
