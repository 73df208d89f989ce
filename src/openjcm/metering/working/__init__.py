"""What is worked out from readings: one definition, an engine that works it, and the count."""
