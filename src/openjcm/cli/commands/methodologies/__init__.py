"""The commands of ``openjcm methodology`` that are modules of their own."""
