"""Commands of ``openjcm methodology`` that need a module of their own."""
