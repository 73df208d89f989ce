"""Readings that arrive in batches while a period runs: each batch read once, as it comes."""
