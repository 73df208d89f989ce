"""Files of definitions: read, resolved over their families, checked, and their canonical form."""
