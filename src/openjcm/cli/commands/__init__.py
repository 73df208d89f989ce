"""One module a command: read the arguments, ask one question or play one story, print."""
