"""What a version says of one thing, or why nothing stands there, in the reader's language."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from openjcm.methodology.comparing import Blank
from openjcm.papers.methodologies.names import (
    choice_words,
    closed_words,
    option_words,
    range_words,
    row_words,
    set_words,
)
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded

# What stands for a stem of the catalogue, by the key of the file.
_STEMS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "evidence": lambda stem: f"basis-{stem}",
        "is_evidence": lambda stem: f"basis-{stem}",
        "says_evidence": lambda stem: f"basis-{stem}",
        "draft": lambda stem: f"draft-{stem}",
        "role": lambda stem: f"role-{stem}",
        "speaks_of": lambda stem: f"speaks-of-{stem}",
        "rests_on": lambda stem: f"formula-evidence-{stem}",
        "title_rests_on": lambda stem: f"title-basis-{stem}",
        "confidence": lambda stem: f"firmness-{stem}",
        "blank": lambda stem: f"blank-{stem}",
        "status": lambda stem: f"definition-status-{stem}",
        "standing": lambda stem: f"standing-of-version-{stem}",
        "scope_basis": lambda stem: f"scope-rests-on-{stem}",
    }
)

# What writes names and closed words, by the key of the file.
_NAMES: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {
        "per": set_words,
        "options": option_words,
        "value": option_words,
        "choice": choice_words,
        "plausible": range_words,
        "row": row_words,
        **dict.fromkeys(("kind", "key", "closed", "outside"), closed_words),
    }
)


def field_words(language: str, key: str, text: str) -> str:
    """Write a value as the key of its file has it; a blank is a dash.

    >>> field_words("ja", "evidence", "published"), field_words("en", "unit", "")
    ('公表値', '–')
    """
    if key in _STEMS and text:
        return say(language, _STEMS[key](text.lower().replace(" ", "-").replace("_", "-")))
    return _NAMES.get(key, as_recorded)(language, text) if text else "–"


def side_words(language: str, key: str, text: str, blank: Blank | None) -> str:
    """Write what one side says, or why it says nothing.

    >>> side_words("en", "approved_on", "", Blank.NOT_KNOWN)
    'not known'
    """
    return field_words(language, "blank", blank) if blank else field_words(language, key, text)
