"""Commands that write and check the files of a methodology, and let persons confirm them."""
