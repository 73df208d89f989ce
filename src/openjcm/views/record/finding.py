"""Site-wide search: words, numbers and names in both languages, over the public record.

A rehearsal is never found: nothing of one stands among what can be found.
"""

from dataclasses import dataclass
from datetime import date

from openjcm.measure.errors import Malformed
from openjcm.measure.words import asked_words
from openjcm.rulebook import load_partner
from openjcm.views.figures import PartnerName
from openjcm.views.reader import Reader
from openjcm.views.record.decision import name_of
from openjcm.views.record.pages import Page, page_size

_LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: ``kind`` is partner, project, methodology or decision."""

    kind: str
    key: str
    host: PartnerName | None
    title_en: str
    title_ja: str
    day: date | None


# What bears the very number that was asked stands first.
_FOUND = """
SELECT f.kind, f.key, f.title_en, f.title_ja, f.day, p.host FROM findable f
JOIN partnership p ON p.key = f.partnership
WHERE f.words @@ %(words)s::tsquery
ORDER BY lower(f.key) <> lower(%(text)s), array_position(
  ARRAY['partner', 'project', 'decision', 'methodology'], f.kind), f.day DESC NULLS LAST, f.key
LIMIT %(limit)s
"""
_COUNT = "SELECT count(*) AS n FROM findable f WHERE f.words @@ %(words)s::tsquery"


def find(reader: Reader, text: str, *, limit: int | None = None) -> Page[Found]:
    """Find partner countries, projects, decisions and methodologies.

    Every word must be found, the last letters of a word may be missing; a reader who asks
    nothing finds nothing.

    Raises:
        Malformed: the text is too long to be a question, or holds what no text can.
    """
    words = word_question(text)
    if words is None:
        return Page((), 0)
    params = {"words": words, "text": text.strip(), "limit": page_size(limit)}
    found = tuple(
        Found(
            row["kind"],
            row["key"],
            name_of(load_partner(row["host"])),
            row["title_en"],
            row["title_ja"],
            row["day"],
        )
        for row in reader.rows(_FOUND, params)
    )
    return Page(found, reader.rows(_COUNT, params)[0]["n"])


def word_question(text: str) -> str | None:
    """Return a text as PostgreSQL asks for its words; None where there are none.

    Raises:
        Malformed: it is too long to be a question, or holds what no text can.

    >>> word_question("PV-diesel")
    "'pv':* & 'diesel':*"
    """
    if len(text) > _LONGEST_QUESTION:
        raise Malformed(
            f"search: ask with at most {_LONGEST_QUESTION} characters", code="query-too-long"
        )
    if "\x00" in text:
        raise Malformed(
            "search: the question holds a null character, which no text has; leave it out",
            code="query-not-text",
        )
    words = asked_words(text)
    return " & ".join(f"'{word}'{':*' if goes_on else ''}" for word, goes_on in words) or None
