"""Methodologies on paper: formulas as MathML, calculations as trees, versions side by side."""
