"""Drafts of methodologies that strangers paste: each checked and worked in a process of its own.

``checking`` asks, ``child`` answers. What crosses between them is JSON.
Not in: what is wrong with a draft (``methodology.drafting``), and any copy of one: nothing is kept.
"""
