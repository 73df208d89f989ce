"""Values worked through a definition, series by series, with every intermediate kept."""
