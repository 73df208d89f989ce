"""Methodologies as far as they were published: numbers, versions, titles, and what they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.measure.errors import NotFound
from openjcm.measure.period import Period
from openjcm.rulebook import load_partner
from openjcm.views.catalogue import (
    CatalogueEntry,
    TemplateName,
    catalogue_entries,
    catalogue_row,
)
from openjcm.views.figures import PartnerName, Source
from openjcm.views.reader import Reader
from openjcm.views.record.decision import name_of, sources_of
from openjcm.views.record.pages import LARGEST_PAGE
from openjcm.views.record.projects import ProjectFilter, ProjectRow, list_projects


@dataclass(frozen=True, slots=True)
class Version:
    """One adopted version of a methodology; the day of approval where it is known.

    ``standing`` says what may be worked of it, as a stem; empty where the catalogue lacks it.
    """

    number: str
    approved_on: date | None
    projects: int
    standing: str


@dataclass(frozen=True, slots=True)
class MethodologyRow:
    """A methodology as lists show it.

    ``title_basis`` and ``formula_evidence`` are stems that say what title and formula rest on;
    ``scope_basis`` is published or inferred. ``confidence``, ``standing``, ``executable`` and
    ``template`` are the catalogue's; empty where it lacks the number.
    """

    number: str
    host: PartnerName
    status: str
    title: str
    title_basis: str
    scope: str
    scope_basis: str
    technology: str
    versions: tuple[Version, ...]
    formula_evidence: str
    projects: int
    confidence: str
    standing: str
    executable: bool
    template: TemplateName | None


@dataclass(frozen=True, slots=True)
class Methodology:
    """A methodology with the projects that use it."""

    row: MethodologyRow
    proposed_numbers: tuple[str, ...]
    proponent: str
    public_inputs: Period | None
    projects: tuple[ProjectRow, ...]
    sources: tuple[Source, ...]
    record: str
    entries: tuple[CatalogueEntry, ...]


@dataclass(frozen=True, slots=True)
class WhereToRead:
    """Where a methodology can be read: its page at the scheme, or else the source we have."""

    name: str
    source: Source | None
    is_its_text: bool


_SCHEME = "https://www.jcm.go.jp/"
_NAMED = """
SELECT key, body FROM published_fact
WHERE fact = 'methodology' AND superseded_at IS NULL AND key = ANY(%(numbers)s)
"""
_ROWS = """
WITH used AS MATERIALIZED (
  SELECT split_part(m, '_ver', 1) AS number, jsonb_object_agg(m, n) AS used
  FROM (SELECT m, count(*) AS n FROM published_project q, unnest(q.methodologies) m
    GROUP BY m) v GROUP BY 1)
SELECT f.key, f.body, f.partnership, f.seq, p.host, u.used
FROM published_fact f JOIN partnership p ON p.key = f.partnership
LEFT JOIN used u ON u.number = f.key
WHERE f.fact = 'methodology' AND f.superseded_at IS NULL
  AND (%(number)s::text IS NULL OR f.key = %(number)s)
  AND (%(partner)s::text IS NULL OR p.host = %(partner)s)
ORDER BY f.key
"""


def list_methodologies(reader: Reader, partner: str | None = None) -> tuple[MethodologyRow, ...]:
    """Return methodologies by number, of one partner country or of all."""
    rows = reader.rows(_ROWS, {"number": None, "partner": partner})
    return tuple(_row(row) for row in rows)


def find_methodology(reader: Reader, number: str) -> Methodology:
    """Return a methodology by its number, without version.

    Raises:
        NotFound: the public record has no such methodology.
    """
    rows = reader.rows(_ROWS, {"number": number, "partner": None})
    if not rows:
        raise NotFound(
            f"there is no methodology {number!r} in the public record",
            code="no-methodology",
            about=number,
        )
    row, says = rows[0], rows[0]["body"]
    first, last = says.get("public_inputs_first"), says.get("public_inputs_last")
    used = list_projects(reader, ProjectFilter(methodology=number), limit=LARGEST_PAGE)
    return Methodology(
        row=_row(row),
        proposed_numbers=tuple(says.get("proposed_numbers", ())),
        proponent=says.get("proponent", ""),
        public_inputs=_period(first, last) if first and last else None,
        projects=used.items,
        sources=sources_of(says),
        record=f"{row['partnership']}/joint record {row['seq']}",
        entries=catalogue_entries(number),
    )


def where_to_read(reader: Reader, names: Sequence[str]) -> tuple[WhereToRead, ...]:
    """Return where each methodology can be read, named as a project names it: with version."""
    numbers = {name: name.partition("_ver")[0] for name in names}
    rows = reader.rows(_NAMED, {"numbers": list(numbers.values())})
    sources = {row["key"]: sources_of(row["body"]) for row in rows}
    return tuple(_where(name, sources.get(number, ())) for name, number in numbers.items())


def _where(name: str, sources: Sequence[Source]) -> WhereToRead:
    texts = [one for one in sources if one.url.startswith(_SCHEME) and "/methodologies/" in one.url]
    return WhereToRead(name, next(iter([*texts, *sources]), None), bool(texts))


def _row(row: Mapping[str, Any]) -> MethodologyRow:
    says, used = row["body"], row["used"] or {}
    approvals = says.get("approvals", {})
    known = catalogue_row(row["key"])
    standing = {each.version: each.standing for each in known.versions} if known else {}
    versions = tuple(
        Version(
            number,
            date.fromisoformat(approvals[number]) if number in approvals else None,
            used.get(f"{row['key']}_ver{number}", 0),
            standing.get(number, ""),
        )
        for number in says.get("versions", ())
    )
    return MethodologyRow(
        number=row["key"],
        host=name_of(load_partner(row["host"])),
        status=says["status"],
        title=says["title_en"],
        title_basis=says.get("title_basis", ""),
        scope=says.get("sectoral_scope", ""),
        scope_basis=says.get("scope_basis", ""),
        technology=says.get("technology", ""),
        versions=versions,
        formula_evidence=says.get("formula_evidence", ""),
        projects=sum(used.values()),
        confidence=known.confidence if known else "",
        standing=known.standing if known else "",
        executable=bool(known and known.executable),
        template=known.template if known else None,
    )


def _period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))
