"""What readings come to, as it is asked for: by equipment, as a case, and what is not known."""
