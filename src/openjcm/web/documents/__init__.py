"""Documents of the repository that pages name, as pages of the site.

The texts come along as copies that ``tools/docs.py`` writes, so that an installation has them.
Not in: words of their own.
"""
