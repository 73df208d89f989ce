"""Checking the record: every hash, every signature, every projection, asked of the records anew."""
