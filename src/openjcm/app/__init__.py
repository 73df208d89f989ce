"""Wiring: what puts the shell on the core.

In: the environment, read once; Django's settings and addresses of pages; the opening of the
record; the entry point of the ``openjcm`` command, which says every refusal in one sentence with
the exit code of its kind.
Not in: rules, questions, pages or commands.
Nothing is re-exported here, so that ``openjcm --help`` loads nothing it does not need.
"""
