"""Methodologies as the catalogue and their definitions have them, version by version."""
