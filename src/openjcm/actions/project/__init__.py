"""Acts on a project until it is registered."""
