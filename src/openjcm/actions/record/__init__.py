"""Acts that open a partnership and enter what others have published."""
