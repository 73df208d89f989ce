"""The published record: facts that were printed, entered through ``record-published-fact``."""
