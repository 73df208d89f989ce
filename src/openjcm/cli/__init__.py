"""The ``openjcm`` command: the same acts and questions as the site and the API, in a shell.

In: one module a command, which reads arguments, calls an action or a view, and prints.
Not in: rules, and whatever could be said in the other doors' words too.
A command's module is loaded only when it is called, so help answers at once.
Progress goes to standard error, results to standard output, with ``--json`` on one line.
"""
