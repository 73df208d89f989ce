"""Decisions on credits: which there are, latest first, and one by its key."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from openjcm.measure.errors import NotFound
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, decision_of
from openjcm.views.record.pages import Page, page_size, read_cursor, write_cursor

# The ordinal is counted only where no decision of the partnership lacks its day; counted once
# for all that are asked for, as each by itself would read the whole partnership again.
_DECISIONS = """
WITH asked AS MATERIALIZED (SELECT * FROM published_decision d {which}),
counted AS MATERIALIZED (
  SELECT partnership, key, CASE WHEN bool_and(day IS NOT NULL) OVER (PARTITION BY partnership)
    THEN row_number() OVER (PARTITION BY partnership ORDER BY day, key) END AS ordinal
  FROM published_decision WHERE partnership IN (SELECT partnership FROM asked))
SELECT d.partnership, d.key, d.host, d.day, f.body, f.seq, f.recorded_at, o.ordinal
FROM asked d JOIN counted o USING (partnership, key)
JOIN published_fact f ON (f.partnership, f.fact, f.key)
  = (d.partnership, 'issuance-decision', d.key) AND f.superseded_at IS NULL
{order}
"""
_WHERE = """
WHERE (%(partner)s::text IS NULL OR d.host = %(partner)s)
  AND (%(year)s::int IS NULL OR extract(year FROM d.day) = %(year)s)
  AND (%(project)s::text IS NULL OR d.projects @> ARRAY[%(project)s::text])
  AND (%(dated)s::boolean IS NULL OR %(dated)s = (d.decided_on IS NOT NULL))
  AND (%(issued)s::boolean IS NULL OR %(issued)s = EXISTS (SELECT FROM published_amount a
    WHERE a.decision = d.key AND a.measure = 'issued' AND NOT a.rival))
"""
# Those without a day come last; (-infinity) keeps one order for rows and cursors.
_AFTER = """
  AND (%(after_key)s::text IS NULL OR
    (coalesce(d.day, '-infinity'), d.key) < (%(after_day)s::date, %(after_key)s))
"""
_LATEST_FIRST = "ORDER BY coalesce(d.day, '-infinity') DESC, d.key DESC"
_LIMIT = " LIMIT %(limit)s"
_EARLIEST_FIRST = "ORDER BY d.day NULLS LAST, d.key"
_COUNT = "SELECT count(*) AS n FROM published_decision d"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Which decisions: of a partner country (ISO 3166), a year, a project; None means all.

    ``dated`` whether its day is known, without which it has no notice; ``issued`` whether an
    issued amount is published.
    """

    partner: str | None = None
    year: int | None = None
    project: str | None = None
    dated: bool | None = None
    issued: bool | None = None


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
    after = {"after_day": day or "-infinity", "after_key": key, "limit": size + 1}
    params = asdict(asked) | after
    question = _question(_WHERE + _AFTER + _LATEST_FIRST + _LIMIT, _LATEST_FIRST)
    rows = reader.rows(question, params)
    more = rows[size - 1] if len(rows) > size else None
    return Page(
        items=tuple(decision_of(row) for row in rows[:size]),
        total=count_decisions(reader, asked),
        next=_cursor(more) if more else None,
    )


def every_decision(reader: Reader, which: DecisionFilter) -> tuple[Decision, ...]:
    """Return all such decisions at once, earliest first; those without a known day come last."""
    rows = reader.rows(_question(_WHERE, _EARLIEST_FIRST), asdict(which))
    return tuple(decision_of(row) for row in rows)


def count_decisions(reader: Reader, which: DecisionFilter | None = None) -> int:
    """Return how many such decisions there are; without a filter, how many in all."""
    asked = asdict(which or DecisionFilter())
    counted: int = reader.rows(_COUNT + _WHERE, asked)[0]["n"]
    return counted


def find_decision(reader: Reader, key: str) -> Decision:
    """Return a published decision.

    Raises:
        NotFound: no decision has that key.
    """
    rows = reader.rows(_question("WHERE d.key = %(key)s", ""), {"key": key})
    if not rows:
        raise NotFound(f"there is no published decision {key!r}", code="no-decision", about=key)
    return decision_of(rows[0])


def _question(which: str, order: str) -> str:
    return _DECISIONS.format(which=which, order=order)


def _cursor(row: Mapping[str, Any]) -> str:
    return write_cursor(row["day"].isoformat() if row["day"] else None, row["key"])
