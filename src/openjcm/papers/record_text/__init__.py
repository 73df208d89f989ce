"""Answers about the public record as plain text for a shell, in English and Japanese.

A module a thing; every figure with its basis, every line within a hundred columns.
"""
