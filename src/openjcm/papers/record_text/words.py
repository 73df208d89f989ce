"""The words of these texts: a catalogue of their own, and behind it that of all papers."""

from importlib.resources import files

from openjcm.papers.words import PAPERS, Catalogue

RECORD = Catalogue(files("openjcm.papers.record_text") / "words")


def say(language: str, key: str, **values: str | int) -> str:
    """Return words of the record's texts, or of the papers; see ``Catalogue.say``.

    >>> say("en", "column-goj"), say("en", "not-published")
    ('GoJ will acquire', 'not published')
    """
    catalogue = RECORD if RECORD.has(language, key) else PAPERS
    return catalogue.say(language, key, **values)
