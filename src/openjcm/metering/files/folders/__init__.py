"""Folders of files: which they are, what each is, and many small ones read as one."""
