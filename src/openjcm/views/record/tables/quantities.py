"""Tables of decisions on credits: the whole, its lines, and every single amount."""

from collections.abc import Iterator, Sequence

from openjcm.views.reader import Reader
from openjcm.views.record.decision import Decision, DecisionLine, SideFigures
from openjcm.views.record.decisions import list_decisions
from openjcm.views.record.pages import LARGEST_PAGE, every
from openjcm.views.record.tables.table import (
    PRINTED,
    Cell,
    Column,
    Row,
    Table,
    Type,
    amount,
    count,
    day,
    figure,
    listed,
    printed,
    text,
)

_SIDES = ("japan", "host")
_AMOUNTS = "SELECT * FROM published_amount ORDER BY decision, number"


def all_decisions(reader: Reader) -> tuple[Decision, ...]:
    """Return every published decision, latest first."""
    return every(lambda cursor: list_decisions(reader, cursor=cursor, limit=LARGEST_PAGE))


def _decisions(reader: Reader) -> Iterator[Row]:
    for each in all_decisions(reader):
        yield {
            "decision": each.key,
            "country": each.host.iso2,
            "ordinal": each.ordinal,
            "ordinal_basis": each.ordinal_basis.value if each.ordinal_basis else None,
            "day": each.day,
            "day_is": each.day_is,
            "decided_on": each.decided_on,
            "announced_on": each.announced_on,
            "issued_on": each.issued_on,
            "manner": each.manner,
            "projects": listed(_named(each)),
            "project_count": each.projects,
            "projects_unnamed": each.unnamed,
            "vintages": each.vintages.value,
            "ended_by": each.ended_by,
            **figure("notified", each.notified),
            **figure("goj_will_acquire", each.goj),
            **figure("issued_to_goj", each.issued_goj),
            **figure("issued_by_japan_to_others", each.issued_others),
            **_sides(each.sides),
            "remarks": listed(each.remarks),
            **_printed(each),
        }


def _lines(reader: Reader) -> Iterator[Row]:
    for each in all_decisions(reader):
        for number, line in enumerate(each.lines, start=1):
            yield {
                "decision": each.key,
                "line": number,
                "country": each.host.iso2,
                "day": each.day,
                **_line(line),
                **_printed(each),
            }


def _line(line: DecisionLine) -> dict[str, Cell]:
    return {
        "projects": listed(line.projects),
        "projects_unnamed": line.unnamed,
        "period_first": line.first,
        "period_last": line.last,
        "months": line.months,
        **figure("notified", line.notified),
        **figure("goj_will_acquire", line.goj),
        **_sides(line.sides),
        "remarks": listed(line.remarks),
    }


def _amounts(reader: Reader) -> Iterator[Row]:
    decisions = {each.key: each for each in all_decisions(reader)}
    for row in reader.rows(_AMOUNTS):
        decision = decisions[row["decision"]]
        # An amount that was added up here was printed nowhere itself: its parts were.
        source = next((s for s in decision.sources if s.key == row["source"]), decision.sources[0])
        yield {
            "decision": row["decision"],
            "number": row["number"],
            "line": row["line"] or None,
            "country": row["host"],
            "day": row["day"],
            "projects": listed(row["projects"]),
            "projects_unnamed": row["unnamed"],
            "measure": row["measure"],
            "side": row["side"],
            "holder": row["holder"],
            "amount_tco2e": row["amount"],
            "amount_basis": row["basis"],
            "issued_on": row["on_day"],
            "source": row["source"],
            "calculation": row["calculation"],
            "rival": row["rival"],
            "counted": row["counted"],
            **_printed(decision),
            "source_url": source.url,
            "licence": source.licence,
        }


def _sides(sides: Sequence[SideFigures]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, side in zip(_SIDES, sides, strict=True):
        cells |= figure(f"notified_to_{name}", side.notified)
        cells |= figure(f"issued_by_{name}", side.issued)
        cells[f"issued_by_{name}_standing"] = side.standing
        cells[f"issued_by_{name}_on"] = side.issued_on
        cells[f"open_by_{name}_on"] = side.open_on
    return cells


def _named(decision: Decision) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for line in decision.lines for each in line.projects))


def _printed(decision: Decision) -> dict[str, Cell]:
    return printed(decision.sources, decision.record, decision.recorded_at)


_OF_SIDES = tuple(
    column
    for name in _SIDES
    for column in (
        *amount(f"notified_to_{name}"),
        *amount(f"issued_by_{name}"),
        text(f"issued_by_{name}_standing", needed=True),
        day(f"issued_by_{name}_on"),
        day(f"open_by_{name}_on"),
    )
)
DECISIONS = Table(
    "decisions",
    (
        text("decision", needed=True),
        text("country", needed=True),
        count("ordinal", "rank"),
        text("ordinal_basis"),
        day("day"),
        text("day_is"),
        day("decided_on"),
        day("announced_on"),
        day("issued_on"),
        text("manner"),
        text("projects"),
        count("project_count", "project", needed=True),
        count("projects_unnamed", "project", needed=True),
        text("vintages", needed=True),
        day("ended_by"),
        *amount("notified"),
        *amount("goj_will_acquire"),
        *amount("issued_to_goj"),
        *amount("issued_by_japan_to_others"),
        *_OF_SIDES,
        text("remarks"),
        *PRINTED,
    ),
    ("decision",),
    _decisions,
)
LINES = Table(
    "decision_lines",
    (
        text("decision", needed=True),
        count("line", "rank", needed=True),
        text("country", needed=True),
        day("day"),
        text("projects"),
        count("projects_unnamed", "project", needed=True),
        day("period_first"),
        day("period_last"),
        count("months", "month"),
        *amount("notified"),
        *amount("goj_will_acquire"),
        *_OF_SIDES,
        text("remarks"),
        *PRINTED,
    ),
    ("decision", "line"),
    _lines,
)
AMOUNTS = Table(
    "amounts",
    (
        text("decision", needed=True),
        count("number", "rank", needed=True),
        count("line", "rank"),
        text("country", needed=True),
        day("day"),
        text("projects"),
        count("projects_unnamed", "project", needed=True),
        text("measure", needed=True),
        text("side"),
        text("holder"),
        *amount("amount"),
        day("issued_on"),
        text("source"),
        text("calculation"),
        Column("rival", Type.YES_NO, needed=True),
        Column("counted", Type.YES_NO, needed=True),
        *PRINTED,
    ),
    ("decision", "number"),
    _amounts,
)
