"""What ``openjcm meter`` is made of: the report of readings, and the rows behind a quantity."""
