"""Prove meters sound without the dear ordered pass of the definition, exactly or not at all."""
