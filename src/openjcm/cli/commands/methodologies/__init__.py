"""Commands of ``openjcm methodology`` in modules of their own: catalogue, drafts, confirming."""
