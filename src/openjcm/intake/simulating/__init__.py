"""A fleet of loggers that is played: what it measures is made up, how it sends is as in life.

Always illustrative. It speaks HTTP as any sender does, and knows nothing of the record but what the
API tells it.
"""
