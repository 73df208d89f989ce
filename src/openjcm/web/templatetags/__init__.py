"""The tags of the templates."""
