"""Files of readings: what they are, how they are read, and the SQL that reads them."""
