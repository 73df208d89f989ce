"""The calculation of a rehearsed monitoring report, every intermediate value laid open.

It is worked out again from what the report recorded, and shown only where it comes to the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Conflict, NotFound
from openjcm.measure.period import Period
from openjcm.methodology import (
    Calculation,
    Definition,
    Explanation,
    basis_of,
    explain,
    load_definition,
    work,
)
from openjcm.methodology.reported import (
    StatedAmount,
    StatedValue,
    fixed_as_stated,
    monitored_as_stated,
)
from openjcm.views.figures import Figure
from openjcm.views.published import period_of
from openjcm.views.reader import Reader

_REPORTS = """
SELECT j.body::jsonb ->> 'report' AS report, j.body::jsonb ->> 'project' AS project
FROM journal j JOIN partnership p ON p.key = j.partnership
WHERE p.kind = 'rehearsal' AND j.kind = 'MonitoringReportSubmitted' AND p.key = %(key)s
ORDER BY j.at, j.seq
"""
_REPORT = """
SELECT j.side, j.seq, j.on_day, j.body, c.body AS says
FROM journal j JOIN partnership p ON p.key = j.partnership
JOIN case_file c ON c.partnership = j.partnership AND c.subject = 'project'
  AND c.id = j.body::jsonb ->> 'project'
WHERE p.kind = 'rehearsal' AND j.kind = 'MonitoringReportSubmitted' AND p.key = %(key)s
  AND j.body::jsonb ->> 'report' = %(report)s
ORDER BY j.at DESC, j.seq DESC LIMIT 1
"""
_FRAME = ("RE", "PE", "ER")


@dataclass(frozen=True, slots=True)
class ReportName:
    """A monitoring report of a rehearsal, and the project that it is of."""

    report: str
    project_id: str


@dataclass(frozen=True, slots=True)
class StatedNote:
    """What a report says of a value that it fixes: how firm it is, and why it is that value."""

    symbol: str
    basis: Basis
    note: str


@dataclass(frozen=True, slots=True)
class YearWorked:
    """One calendar-year vintage: its credits, and the calculation behind them.

    ``uncertainty`` is by how much a reduction that is not exact may be wrong; empty for an exact
    one.
    """

    year: int
    credits: Figure
    uncertainty: str
    explained: Explanation


@dataclass(frozen=True, slots=True)
class ReportCalculation:
    """The calculation of a monitoring report; ``worked_by`` is the definition that works it."""

    partnership: str
    report: str
    record: str
    submitted_on: date
    project_id: str
    title_en: str
    title_ja: str
    period: Period
    methodology: str
    worked_by: str
    definition_sha256: str
    readings_basis: Basis
    notes: tuple[StatedNote, ...]
    years: tuple[YearWorked, ...]
    basis: Basis


def list_report_calculations(reader: Reader, key: str) -> tuple[ReportName, ...]:
    """Return the monitoring reports of a rehearsal, in the order in which they were submitted.

    Raises:
        NotFound: there is no such rehearsal, or no report was submitted in it yet.
    """
    rows = reader.rows(_REPORTS, {"key": key})
    if not rows:
        raise NotFound(
            f"there is no rehearsal {key!r} with a monitoring report",
            code="no-rehearsal",
            about=key,
        )
    return tuple(ReportName(row["report"], row["project"]) for row in rows)


def find_report_calculation(reader: Reader, key: str, report: str) -> ReportCalculation:
    """Return the calculation of a monitoring report of a rehearsal.

    Args:
        reader: The record.
        key: The rehearsal's partnership.
        report: The reference of the report.

    Raises:
        NotFound: there is no such rehearsal, or no such report in it.
        Conflict: the definitions that came with this installation work it otherwise.
    """
    known = [each.report for each in list_report_calculations(reader, key)]
    if report not in known:
        raise NotFound(
            f"rehearsal {key} has no monitoring report {report!r}; it has {', '.join(known)}",
            code="no-report",
            about=report,
        )
    row = reader.rows(_REPORT, {"key": key, "report": report})[0]
    body = json.loads(row["body"])
    worked_by = body.get("worked_by") or body["methodology"]
    definition = load_definition(worked_by)
    if definition.sha256 != body["derived"]["definition_sha256"]:
        raise _otherwise(report, worked_by)
    return ReportCalculation(
        partnership=key,
        report=report,
        record=f"{key}/{row['side']} record {row['seq']}",
        submitted_on=row["on_day"],
        project_id=body["project"],
        title_en=row["says"]["title_en"],
        title_ja=row["says"]["title_ja"],
        period=period_of(body["period"]),
        methodology=body["methodology"],
        worked_by=worked_by,
        definition_sha256=definition.sha256,
        readings_basis=Basis(body["readings_basis"]),
        notes=tuple(
            StatedNote(each["symbol"], Basis(each["basis"]), each["note"])
            for each in body["parameters"]
        ),
        years=tuple(_year(definition, body, each) for each in body["derived"]["years"]),
        basis=basis_of(definition, Basis(body["derived"]["basis"])),
    )


def _year(definition: Definition, body: Mapping[str, Any], said: Mapping[str, Any]) -> YearWorked:
    done = work(
        definition, {**_monitored(definition, body, said["year"]), **_fixed(definition, body)}
    )
    if _frame(done) != tuple(said[symbol.lower()] for symbol in _FRAME):
        raise _otherwise(body["report"], definition.id)
    bases = {each["symbol"]: Basis(each["basis"]) for each in body["parameters"]}
    explained = explain(definition, done, Basis(body["readings_basis"]), bases)
    credits_ = Figure(said["credits"], explained.basis)
    return YearWorked(said["year"], credits_, said.get("uncertainty", ""), explained)


def _monitored(
    definition: Definition, body: Mapping[str, Any], year: int
) -> dict[str, list[Decimal]]:
    rows: Sequence[Mapping[str, Any]] = body["derived"]["quantities"]
    stated = [
        StatedAmount(row["parameter"], row["equipment"], Decimal(row["value"]), row["unit"])
        for row in rows
        if row["year"] == year
    ]
    return monitored_as_stated(definition, stated)


def _fixed(definition: Definition, body: Mapping[str, Any]) -> dict[str, list[Decimal] | Decimal]:
    return fixed_as_stated(
        definition,
        [
            StatedValue(each["symbol"], tuple(map(Decimal, each["values"])), each["unit"])
            for each in body["parameters"]
        ],
    )


def _frame(done: Calculation) -> tuple[str, ...]:
    return tuple(f"{done.value(symbol):f}" for symbol in _FRAME)


def _otherwise(report: str, definition_id: str) -> Conflict:
    return Conflict(
        f"{report} was worked by another {definition_id} than came with this installation, so its "
        "calculation is not shown; openjcm verify says which reports differ",
        code="worked-otherwise",
        about=report,
    )
