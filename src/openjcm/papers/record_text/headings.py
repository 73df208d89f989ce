"""What stands over all that is made of a definition, in the words of the reader's language.

Pages, texts and workbooks take it from here; ``entries.heading_of`` is the same in English.
"""

from openjcm.methodology.entries import Heading, find_entry, heading_kind
from openjcm.papers.words import say


def heading_words(language: str, definition_id: str) -> str:
    """Write the heading of a definition; empty over a confirmed one.

    >>> heading_words("ja", "OJ_chiller_ver1")
    '非公式の代用様式'
    """
    kind = heading_kind(definition_id)
    entry = find_entry(definition_id)
    if kind is Heading.NONE:
        return ""
    if kind is Heading.NOT_OFFICIAL and entry is None:
        return say(language, "heading-of-a-draft", id=definition_id)
    family = entry.family if entry else ""
    return say(language, f"heading-{kind}", id=definition_id, family=family)
