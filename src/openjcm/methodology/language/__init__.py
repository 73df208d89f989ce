"""The language of formulas: its words, trees, printing, and the units of what they say."""
