"""Questions to the public record: a module a command, named as the question is."""
