"""The site: pages in English and Japanese that need no script.

A page module parses, asks one of ``views`` and renders; it holds no rule and no SQL.
Templates get the frozen dataclasses of ``views`` and nothing else, and every figure goes through
one tag that never shows a number without its basis.
Words stand in ``words/en.ftl`` and ``words/ja.ftl``, keyed by stems; the language is the first
part of the address, so every page has its twin under the same path.
A rehearsal is marked on each of its pages by a banner, a watermark and ``noindex``.
Public pages answer safe methods only and set no cookie, but for the form of ``drafts``: what is
pasted there is worked in a process of its own, and nothing of it is kept.
Errors of the scheme become pages in ``refusals``, headers are set in ``headers``.
Signing in and acting on the site are not in yet.
"""
