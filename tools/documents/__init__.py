"""The generated documents, one a module: what each says is read from the source."""
