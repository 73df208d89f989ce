"""What the doors need that take things in: bodies read within a time."""
