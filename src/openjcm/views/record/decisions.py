"""Decisions on credits: which there are, latest first, and one by its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, decision_of
from openjcm.views.record.pages import Page, page_size, read_cursor, write_cursor

# The ordinal is counted only where no decision of the partnership lacks its day.
_DECISIONS = """
SELECT d.partnership, d.key, d.host, d.day, f.body, f.seq, f.recorded_at, o.ordinal
FROM published_decision d
JOIN published_fact f ON (f.partnership, f.fact, f.key)
  = (d.partnership, 'issuance-decision', d.key) AND f.superseded_at IS NULL
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_and(e.day IS NOT NULL)
    THEN count(*) FILTER (WHERE (e.day, e.key) <= (d.day, d.key)) END AS ordinal
  FROM published_decision e WHERE e.partnership = d.partnership) o
"""
_WHERE = """
WHERE (%(partner)s::text IS NULL OR d.host = %(partner)s)
  AND (%(year)s::int IS NULL OR extract(year FROM d.day) = %(year)s)
  AND (%(project)s::text IS NULL OR d.projects @> ARRAY[%(project)s::text])
"""
# Those without a day come last; (-infinity) keeps one order for rows and cursors.
_AFTER = """
  AND (%(after_key)s::text IS NULL OR
    (coalesce(d.day, '-infinity'), d.key) < (%(after_day)s::date, %(after_key)s))
ORDER BY coalesce(d.day, '-infinity') DESC, d.key DESC LIMIT %(limit)s
"""
_EARLIEST_FIRST = "ORDER BY d.day NULLS LAST, d.key"
_COUNT = "SELECT count(*) AS n FROM published_decision d"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Which decisions: of a partner country (ISO 3166), a year, a project; None means all."""

    partner: str | None = None
    year: int | None = None
    project: str | None = None


def list_decisions(
    reader: Reader,
    which: DecisionFilter | None = None,
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[Decision]:
    """Return published decisions, latest first; those without a known day come last.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    asked = which or DecisionFilter()
    size = page_size(limit)
    day, key = read_cursor(cursor, 2) if cursor else (None, None)
    params = {
        "partner": asked.partner,
        "year": asked.year,
        "project": asked.project,
        "after_day": day or "-infinity",
        "after_key": key,
        "limit": size + 1,
    }
    rows = reader.rows(_DECISIONS + _WHERE + _AFTER, params)
    total = reader.rows(_COUNT + _WHERE, params)[0]["n"]
    more = rows[size - 1] if len(rows) > size else None
    return Page(
        items=tuple(decision_of(row) for row in rows[:size]),
        total=total,
        next=_cursor(more) if more else None,
    )


def every_decision(reader: Reader, which: DecisionFilter) -> tuple[Decision, ...]:
    """Return all such decisions at once, earliest first; those without a known day come last."""
    params = {"partner": which.partner, "year": which.year, "project": which.project}
    rows = reader.rows(_DECISIONS + _WHERE + _EARLIEST_FIRST, params)
    return tuple(decision_of(row) for row in rows)


def find_decision(reader: Reader, key: str) -> Decision:
    """Return a published decision.

    Raises:
        NotFound: no decision has that key.
    """
    rows = reader.rows(f"{_DECISIONS} WHERE d.key = %(key)s", {"key": key})
    if not rows:
        raise NotFound(f"there is no published decision {key!r}", code="no-decision", about=key)
    return decision_of(rows[0])


def _cursor(row: Mapping[str, Any]) -> str:
    return write_cursor(row["day"].isoformat() if row["day"] else None, row["key"])
