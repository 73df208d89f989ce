"""One published fact: what was printed, where, since when the record says so, and before.

And of what kind each source is that facts name: figures carry an address alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openjcm.measure.errors import NotFound
from openjcm.views.figures import Source
from openjcm.views.reader import Reader
from openjcm.views.record.decision import sources_of
from openjcm.views.record.pages import Page, page_size, read_cursor, write_cursor

KINDS = ("partner", "project", "methodology", "issuance-decision", "progress", "goal")


@dataclass(frozen=True, slots=True)
class FactVersion:
    """One version of a fact; ``superseded_at`` is None for the one that stands."""

    record: str
    on: date
    recorded_at: datetime
    superseded_at: datetime | None
    says: Mapping[str, Any]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A published fact by its key, the standing version first."""

    partnership: str
    kind: str
    key: str
    versions: tuple[FactVersion, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact as lists show it."""

    partnership: str
    kind: str
    key: str
    record: str
    recorded_at: datetime


_VERSIONS = """
SELECT f.partnership, f.fact, f.key, f.seq, f.recorded_at, f.superseded_at, f.body, j.on_day
FROM published_fact f
JOIN journal j ON (j.partnership, j.side, j.seq) = (f.partnership, 'joint', f.seq)
WHERE f.fact = %(kind)s AND f.key = %(key)s ORDER BY f.recorded_at DESC, f.seq DESC
"""
_ROWS = "SELECT partnership, fact, key, seq, recorded_at"
_COUNT = "SELECT count(*) AS n"
_WHERE = """
FROM published_fact
WHERE superseded_at IS NULL AND (%(kind)s::text IS NULL OR fact = %(kind)s)
  AND (%(partnership)s::text IS NULL OR partnership = %(partnership)s)
"""
_AFTER = """
  AND (%(after)s::text IS NULL OR (fact, key) > (%(after_fact)s, %(after)s))
ORDER BY fact, key LIMIT %(limit)s
"""
# The newest record is read last, so that its words for a source stand.
_CITING = """
SELECT body FROM published_fact WHERE superseded_at IS NULL ORDER BY recorded_at, fact, key
"""
# Where two facts disagree about an address, the weaker word stands: secondary is last of these.
_SOURCE_KINDS = """
SELECT s ->> 'url' AS url, max(s ->> 'kind') AS kind
FROM published_fact f, jsonb_array_elements(f.body -> 'sources') s
WHERE f.superseded_at IS NULL AND s ->> 'kind' <> '' GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, and how many standing facts name it."""

    source: Source
    facts: int


def find_fact(reader: Reader, kind: str, key: str) -> Fact:
    """Return a published fact with every version that the record holds.

    Args:
        reader: The record.
        kind: One of ``KINDS``.
        key: The project's, decision's, methodology's or country's own key.

    Raises:
        NotFound: the record holds no such fact.
    """
    rows = reader.rows(_VERSIONS, {"kind": kind, "key": key})
    if not rows:
        raise NotFound(
            f"the public record has no {kind} {key!r}; kinds are {', '.join(KINDS)}",
            code="no-fact",
            about=key,
        )
    return Fact(
        partnership=rows[0]["partnership"],
        kind=kind,
        key=key,
        versions=tuple(
            FactVersion(
                record=f"{row['partnership']}/joint record {row['seq']}",
                on=row["on_day"],
                recorded_at=row["recorded_at"],
                superseded_at=row["superseded_at"],
                says=row["body"],
                sources=sources_of(row["body"]),
            )
            for row in rows
        ),
    )


def list_facts(
    reader: Reader,
    *,
    kind: str | None = None,
    partnership: str | None = None,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[FactRow]:
    """Return the facts that stand, by kind and key.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    size = page_size(limit)
    fact, after = read_cursor(cursor, 2) if cursor else (None, None)
    params = {
        "kind": kind,
        "partnership": partnership,
        "after_fact": fact,
        "after": after,
        "limit": size + 1,
    }
    rows = reader.rows(_ROWS + _WHERE + _AFTER, params)
    total = reader.rows(_COUNT + _WHERE, params)[0]["n"]
    more = rows[size - 1] if len(rows) > size else None
    return Page(
        items=tuple(
            FactRow(
                row["partnership"],
                row["fact"],
                row["key"],
                f"{row['partnership']}/joint record {row['seq']}",
                row["recorded_at"],
            )
            for row in rows[:size]
        ),
        total=total,
        next=write_cursor(more["fact"], more["key"]) if more else None,
    )


def source_kinds(reader: Reader) -> Mapping[str, str]:
    """Return official, secondary or copy for each address that a standing fact names."""
    return {row["url"]: row["kind"] for row in reader.rows(_SOURCE_KINDS)}


def list_sources(reader: Reader) -> tuple[CitedSource, ...]:
    """Return every source that a standing fact names, by its key."""
    cited: dict[str, CitedSource] = {}
    for row in reader.rows(_CITING):
        for source in sources_of(row["body"]):
            before = cited.get(source.key)
            cited[source.key] = CitedSource(source, before.facts + 1 if before else 1)
    return tuple(cited[key] for key in sorted(cited))
