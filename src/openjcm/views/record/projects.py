"""Projects: the public table with filters, search and order, and one project with all there is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotFound
from openjcm.rulebook import load_partner
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName, Source
from openjcm.views.notice import Funding
from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, name_of, sources_of
from openjcm.views.record.decisions import DecisionFilter, list_decisions
from openjcm.views.record.finding import word_question
from openjcm.views.record.pages import LARGEST_PAGE, Page, page_size, read_cursor, write_cursor


class Order(StrEnum):
    """How a list of projects is ordered: by number, by title, or the newest registration first."""

    NUMBER = "number"
    TITLE = "title"
    REGISTERED = "registered"


class Status(StrEnum):
    """What the public table says of a project."""

    VALIDATION = "validation"
    REGISTERED = "registered"
    WITHDRAWN = "registration-request-withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFilter:
    """Which projects; None means all.

    ``status`` is one of ``Status``; ``methodology`` a number with or without version; ``year``
    that of registration; ``decided`` whether credits were decided; ``words`` as one searches.
    """

    partner: str | None = None
    status: str | None = None
    methodology: str | None = None
    year: int | None = None
    decided: bool | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ProjectTitle:
    """A project's title in both languages; the English one where no Japanese one was printed."""

    title_en: str
    title_ja: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project as lists show it; ``decisions`` counts the published decisions on its credits."""

    id: str
    host: PartnerName
    title_en: str
    title_ja: str
    status: str
    registered_on: date | None
    methodologies: tuple[str, ...]
    decisions: int


@dataclass(frozen=True, slots=True)
class ProjectCount:
    """How many projects of a country (ISO 3166) have a status; ``year`` is of registration."""

    host: str
    status: str
    year: int | None
    projects: int


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that was published about a project, with the decisions on its credits."""

    row: ProjectRow
    host_participants: tuple[str, ...]
    japanese_participants: tuple[str, ...]
    expected_per_year: Figure
    funding: Funding | None
    decisions: tuple[Decision, ...]
    sources: tuple[Source, ...]
    record: str
    recorded_at: datetime


_ROWS = """
SELECT p.partnership, p.id, p.host, p.title_en, p.title_ja, p.status, p.registered_on,
  p.methodologies, (SELECT count(*) FROM published_decision d
    WHERE d.projects @> ARRAY[p.id]) AS decisions
FROM published_project p
"""
_WHERE = """
WHERE (%(partner)s::text IS NULL OR p.host = %(partner)s)
  AND (%(status)s::text IS NULL OR p.status = %(status)s)
  AND (%(year)s::int IS NULL OR extract(year FROM p.registered_on) = %(year)s)
  AND (%(methodology)s::text IS NULL OR EXISTS (SELECT FROM unnest(p.methodologies) m
    WHERE m = %(methodology)s OR m LIKE %(methodology)s || '\\_ver%%'))
  AND (%(decided)s::boolean IS NULL OR %(decided)s = EXISTS (SELECT FROM published_decision d
    WHERE d.projects @> ARRAY[p.id]))
  AND (%(words)s::text IS NULL OR p.id IN (SELECT f.key FROM findable f
    WHERE f.kind = 'project' AND f.words @@ %(words)s::tsquery))
"""
_COUNT = "SELECT count(*) AS n FROM published_project p"
_BY_COUNTRY = "SELECT p.host, count(*) AS n FROM published_project p"
_COUNTS = """
SELECT host, status, extract(year FROM registered_on)::int AS year, count(*) AS projects
FROM published_project GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
# The value of the order as text, so that one cursor serves every order.
_ORDERS = {
    Order.NUMBER: ("p.id", False),
    Order.TITLE: ("lower(p.title_en)", False),
    Order.REGISTERED: ("coalesce(p.registered_on::text, '')", True),
}
_ANY = "SELECT 1 AS one FROM published_project LIMIT 1"
_ONE = """
SELECT f.body, f.seq, f.recorded_at, f.partnership FROM published_fact f
WHERE f.fact = 'project' AND f.key = %(id)s AND f.superseded_at IS NULL
"""


def list_projects(
    reader: Reader,
    which: ProjectFilter | None = None,
    *,
    order: Order = Order.NUMBER,
    cursor: str | None = None,
    limit: int | None = None,
) -> Page[ProjectRow]:
    """Return projects of the public record.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    asked = which or ProjectFilter()
    size = page_size(limit)
    value, after = read_cursor(cursor, 2) if cursor else (None, None)
    column, falling = _ORDERS[order]
    sign, direction = ("<", "DESC") if falling else (">", "ASC")
    params = {**_asked(asked), "value": value, "after": after, "limit": size + 1}
    paging = (
        f" AND (%(after)s::text IS NULL OR ({column}, p.id) {sign} (%(value)s, %(after)s))"
        f" ORDER BY {column} {direction}, p.id {direction} LIMIT %(limit)s"
    )
    rows = reader.rows(_with_value(column) + _WHERE + paging, params)
    more = rows[size - 1] if len(rows) > size else None
    return Page(
        items=tuple(_row(row) for row in rows[:size]),
        total=reader.rows(_COUNT + _WHERE, params)[0]["n"],
        next=write_cursor(more["value"], more["id"]) if more else None,
    )


def projects_by_country(reader: Reader, which: ProjectFilter) -> dict[str, int]:
    """Return how many projects of a filter each country has; a country without one is left out.

    Raises:
        Malformed: the words are none that can be searched.
    """
    rows = reader.rows(f"{_BY_COUNTRY}{_WHERE} GROUP BY p.host ORDER BY p.host", _asked(which))
    return {row["host"]: row["n"] for row in rows}


def _asked(which: ProjectFilter) -> dict[str, object]:
    return {
        "partner": which.partner,
        "status": which.status,
        "year": which.year,
        "methodology": which.methodology,
        "decided": which.decided,
        "words": word_question(which.words),
    }


def find_project(reader: Reader, project: str) -> Project:
    """Return everything that was published about a project.

    Raises:
        NotFound: the public record has no such project.
    """
    rows = reader.rows(f"{_ROWS} WHERE p.id = %(id)s", {"id": project})
    facts = reader.rows(_ONE, {"id": project})
    if not rows or not facts:
        # A command may ask before anything was entered; the site never does.
        is_empty = not reader.rows(_ANY, {})
        hint = (
            "; it is empty here: openjcm facts load enters what was published" if is_empty else ""
        )
        raise NotFound(
            f"there is no project {project!r} in the public record{hint}",
            code="no-project",
            about=project,
        )
    fact, says = facts[0], facts[0]["body"]
    decisions = list_decisions(reader, DecisionFilter(project=project), limit=LARGEST_PAGE)
    return Project(
        row=_row(rows[0]),
        host_participants=tuple(says.get("host_participants", ())),
        japanese_participants=tuple(says.get("japanese_participants", ())),
        expected_per_year=expected_per_year(says),
        funding=_funding(says.get("funding")),
        decisions=decisions.items,
        sources=sources_of(says),
        record=f"{fact['partnership']}/joint record {fact['seq']}",
        recorded_at=fact["recorded_at"],
    )


def project_counts(reader: Reader) -> tuple[ProjectCount, ...]:
    """Return how many projects the public table has; what is not there is in no row."""
    return tuple(ProjectCount(**row) for row in reader.rows(_COUNTS))


def project_titles(reader: Reader, projects: Collection[str]) -> dict[str, ProjectTitle]:
    """Return the titles of projects by their numbers; unknown ones are left out."""
    question = "SELECT id, title_en, title_ja FROM published_project WHERE id = ANY(%(ids)s)"
    rows = reader.rows(question, {"ids": sorted(projects)})
    return {row["id"]: ProjectTitle(row["title_en"], row["title_ja"]) for row in rows}


def _with_value(column: str) -> str:
    return _ROWS.replace(
        "FROM published_project p", f", {column} AS value FROM published_project p"
    )


def _row(row: Mapping[str, Any]) -> ProjectRow:
    return ProjectRow(
        id=row["id"],
        host=name_of(load_partner(row["host"])),
        title_en=row["title_en"],
        title_ja=row["title_ja"],
        status=row["status"],
        registered_on=row["registered_on"],
        methodologies=tuple(row["methodologies"]),
        decisions=row["decisions"],
    )


def expected_per_year(says: Mapping[str, Any]) -> Figure:
    """Return the reductions that a project expects a year, from what a fact says."""
    amount = says.get("expected_per_year")
    if amount is None:
        return UNDISCLOSED
    return Figure(amount, Basis.PUBLISHED, says["sources"][-1]["url"])


def _funding(said: Mapping[str, Any] | None) -> Funding | None:
    names = Funding.__dataclass_fields__
    return Funding(**{name: said.get(name) for name in names}) if said else None
