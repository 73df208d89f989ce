"""What arrived that a submitted report does not stand on, and what it would change there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.actions.issuance.report_verification import rederive
from openjcm.intake.opening import plan_of
from openjcm.measure.basis import Basis
from openjcm.metering import Later, Plan, later_readings, recorded_plan, summary_as_json
from openjcm.metering.arrivals.later import CorrectedReading, LateReadings, Revised
from openjcm.metering.plan.plan import microseconds
from openjcm.rulebook import load_edition
from openjcm.store.database import configured, reader
from openjcm.store.files import FileStore, under_names
from openjcm.store.intakes import Arrived, Intake, batches, find_intake, intakes_of, standing
from openjcm.views.reports import recorded_reports


@dataclass(frozen=True, slots=True)
class Vintage:
    """Whole tonnes of a calendar year as the report has them, and as they would be."""

    year: int
    reported: int
    now: int


@dataclass(frozen=True, slots=True)
class QuantityDifference:
    """A quantity as the report has it, and as it would be with what arrived; ``None``: none."""

    meter: str
    parameter: str
    equipment: str
    year: int
    unit: str
    reported: Decimal | None
    now: Decimal | None
    difference: Decimal | None


@dataclass(frozen=True, slots=True)
class LateRows:
    """Readings of a meter in one batch, at instants of which the report has none."""

    meter: str
    batch: str
    readings: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """A reading that arrived with another value than the report has."""

    meter: str
    at: datetime
    reported: str
    now: str
    reported_file: str
    reported_row: int
    batch: str
    row: int


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """What arrived beside a submitted report, and what it would change; the report stays.

    ``corrected`` lists at most a hundred, ``corrected_readings`` counts all.
    """

    record: str
    report: str
    project: str
    basis: Basis
    batches: tuple[int, ...]
    quantities: tuple[QuantityDifference, ...]
    vintages: tuple[Vintage, ...]
    late_readings: int
    late: tuple[LateRows, ...]
    corrected_readings: int
    corrected: tuple[CorrectedRow, ...]


@dataclass(frozen=True, slots=True)
class ReportLater:
    """What arrived beside a submitted report; the report itself stays as it is.

    ``plan`` is the report's. ``later`` is ``None`` where nothing arrived that it does not have.
    """

    record: str
    report: str
    project: str
    plan: Plan
    batches: tuple[Arrived, ...]
    later: Later | None
    vintages: tuple[Vintage, ...]


def later_than_reports(intake: Intake) -> Iterator[ReportLater]:
    """Tell of each submitted report of an intake's project what it does not stand on.

    Raises:
        Malformed: a batch cannot be read under a report's plan, or that refuses a fault.
        Stopped: the machine has no room to work the readings.
    """
    for record, edition, body in recorded_reports(reader()):
        is_ours = record.startswith(f"{intake.partnership}/") and body["project"] == intake.project
        if is_ours:
            yield _later_than(record, edition, body, [intake])


def differences_of(intake: Intake) -> tuple[ReportDifference, ...]:
    """Return what arrived beside each submitted report of an intake's project, in plain values.

    Raises:
        Malformed: as ``later_than_reports``.
        Stopped: as there.
    """
    basis = Basis(intake.basis)
    return tuple(difference_of(each, basis) for each in later_than_reports(intake))


def difference_of(found: ReportLater, basis: Basis) -> ReportDifference:
    """Return what arrived beside a report in plain values; ``basis`` is that of what arrived."""
    later = found.later
    return ReportDifference(
        found.record,
        found.report,
        found.project,
        basis,
        tuple(each.number for each in found.batches),
        tuple(map(_quantity, later.quantities)) if later else (),
        found.vintages,
        later.late_readings if later else 0,
        tuple(map(_late, later.late)) if later else (),
        later.corrected_readings if later else 0,
        tuple(_corrected(each, found.plan) for each in later.corrected) if later else (),
    )


def _quantity(revised: Revised) -> QuantityDifference:
    of = revised.quantity
    return QuantityDifference(
        of.meter,
        of.parameter,
        of.equipment,
        of.year,
        of.unit,
        None if revised.reported is None else revised.reported.value,
        None if revised.now is None else revised.now.value,
        revised.difference,
    )


def _late(late: LateReadings) -> LateRows:
    return LateRows(late.meter, late.file, late.readings, late.first_at, late.last_at)


def _corrected(row: CorrectedReading, plan: Plan) -> CorrectedRow:
    face = plan.meter(row.meter).face
    return CorrectedRow(
        row.meter,
        row.at,
        face(row.was),
        face(row.is_now),
        row.reported_file,
        row.reported_row,
        row.file,
        row.row,
    )


def later_than_report(partnership: str, report: str) -> ReportLater | None:
    """Tell of one report what its project's intakes have and it does not stand on.

    ``None`` where the project has no intake, or there is no such report.

    Raises:
        Malformed: as ``later_than_reports``.
        Stopped: as there.
    """
    for record, edition, body in recorded_reports(reader()):
        if record.startswith(f"{partnership}/") and body["report"] == report:
            names = intakes_of(reader(), partnership, body["project"])
            found = [find_intake(reader(), name) for name in names]
            return _later_than(record, edition, body, found) if found else None
    return None


def _later_than(
    record: str, edition: str, body: Mapping[str, Any], intakes: Sequence[Intake]
) -> ReportLater:
    plan = recorded_plan(body["plan"])
    documents = [Filed(**each) for each in body["documents"]]
    arrived = [each for intake in intakes for each in batches(reader(), intake.name)]
    kept = {each.private_sha256 for each in documents}
    unknown = [
        each for each in standing(arrived) if each.sha256 not in kept and _concerns(each, plan)
    ]
    said = (record, str(body["report"]), str(body["project"]), plan)
    if not unknown:
        return ReportLater(*said, (), None, ())
    replaced = {each.replaces for each in arrived} & kept
    clock = plan_of(intakes[0])
    read = replace(plan, clock=plan.clock or clock.clock)
    store = FileStore(configured().files)
    reported = [(each.name, store.path(each.private_sha256)) for each in documents]
    later = [(f"batch {each.number}", store.path(each.sha256)) for each in unknown]
    with under_names([*reported, *later]) as paths:
        first, second = paths[: len(reported)], paths[len(reported) :]
        gone = [
            path
            for path, document in zip(first, documents, strict=True)
            if document.private_sha256 in replaced
        ]
        found = later_readings(first, second, read, replaced=gone)
    vintages = _vintages(body, edition, found, plan)
    return ReportLater(*said, tuple(unknown), found, tuple(vintages))


def _vintages(body: Mapping[str, Any], edition: str, later: Later, plan: Plan) -> Iterator[Vintage]:
    """Work the report again with what came later, by its own methodology and edition."""
    told = summary_as_json(later.now, plan)
    now = rederive(body, meters=lambda _documents, _plan: told, edition=load_edition(edition))
    credited = {each["year"]: each["credits"] for each in now.years}
    for each in body["derived"]["years"]:
        yield Vintage(each["year"], each["credits"], credited.get(each["year"], 0))


def _concerns(batch: Arrived, plan: Plan) -> bool:
    """Whether a batch has readings within the period of the report."""
    first, last = microseconds(batch.first_at), microseconds(batch.last_at)
    return first <= microseconds(plan.boundaries[-1]) and last >= microseconds(plan.boundaries[0])
