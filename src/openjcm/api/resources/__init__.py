"""The resources of ``/api/v1``: a module a subject, an operation a question."""
