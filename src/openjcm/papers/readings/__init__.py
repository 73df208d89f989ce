"""The data-quality report of meter readings, for people: a page, a PDF, and lines of a shell.

In: what the quantities are and where their rows stand, how registers add up, what was found and
which rule was applied, how complete each day is, how a day runs. All three are drawn from one
sheet of words, so they cannot say different things; each picture has a table that says the same.
The page is one file: no script, nothing loaded from anywhere.
Not in: working any of it (``openjcm.metering``), which this room may not see; whoever asks hands
the figures in as ``report`` has them.
"""
