"""What follows from each record: rows that can be dropped and made again."""
