"""What arrived that a submitted report does not stand on, and what it would change there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.actions.issuance.report_verification import rederive
from openjcm.intake.opening import plan_of
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.metering import Later, Plan, later_readings, recorded_plan, summary_as_json
from openjcm.metering.arrivals.later import CorrectedReading, LateReadings, Revised
from openjcm.metering.plan.plan import microseconds
from openjcm.rulebook import load_edition
from openjcm.store.database import configured, reader
from openjcm.store.files import FileStore, under_names
from openjcm.store.intakes import Arrived, Intake, batches, standing
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
    first_row: int
    last_row: int
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

    ``corrected`` lists at most a hundred, ``corrected_readings`` counts all. ``refused`` is why it
    cannot be told, empty where it can.
    """

    record: str
    report: str
    project: str
    basis: Basis
    refused: str
    batches: tuple[int, ...]
    quantities: tuple[QuantityDifference, ...]
    vintages: tuple[Vintage, ...]
    late_readings: int
    late: tuple[LateRows, ...]
    corrected_readings: int
    corrected: tuple[CorrectedRow, ...]
    withdrawn_readings: int


@dataclass(frozen=True, slots=True)
class ReportLater:
    """What arrived beside a submitted report; the report itself stays as it is.

    ``plan`` is the report's. ``later`` is ``None`` where nothing arrived that it does not have, and
    where the readings are ``refused`` under its plan, with the reason.
    """

    record: str
    report: str
    project: str
    plan: Plan
    batches: tuple[Arrived, ...]
    later: Later | None
    vintages: tuple[Vintage, ...]
    refused: str = ""


def later_than_reports(intake: Intake) -> Iterator[ReportLater]:
    """Tell of each submitted report of an intake's project what it does not stand on.

    Raises:
        Stopped: the machine has no room to work the readings.
    """
    for record, edition, body in recorded_reports(reader()):
        is_ours = record.startswith(f"{intake.partnership}/") and body["project"] == intake.project
        if is_ours:
            yield _later_than(record, edition, body, intake)


def differences_of(intake: Intake) -> tuple[ReportDifference, ...]:
    """Return what arrived beside each submitted report of an intake's project, in plain values.

    Raises:
        Stopped: as by ``later_than_reports``.
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
        found.refused,
        tuple(each.number for each in found.batches),
        tuple(map(_quantity, later.quantities)) if later else (),
        found.vintages,
        later.late_readings if later else 0,
        tuple(map(_late, later.late)) if later else (),
        later.corrected_readings if later else 0,
        tuple(_corrected(each, found.plan) for each in later.corrected) if later else (),
        later.withdrawn_readings if later else 0,
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
    return LateRows(
        late.meter,
        late.file,
        late.readings,
        late.first_row,
        late.last_row,
        late.first_at,
        late.last_at,
    )


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


def _later_than(record: str, edition: str, body: Mapping[str, Any], intake: Intake) -> ReportLater:
    plan = recorded_plan(body["plan"])
    documents = [Filed(**each) for each in body["documents"]]
    arrived = batches(reader(), intake.name)
    kept = {each.private_sha256 for each in documents}
    unknown = [
        each
        for each in standing(arrived)
        if each.sha256 not in kept and (_concerns(each, plan) or each.replaces in kept)
    ]
    said = (record, str(body["report"]), str(body["project"]), plan)
    if not unknown:
        return ReportLater(*said, (), None, ())
    replaced = {each.replaces for each in arrived} & kept
    read = replace(plan, clock=plan.clock or plan_of(intake).clock)
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
        try:
            found = later_readings(first, second, read, replaced=gone)
        except Malformed as fault:
            return ReportLater(*said, tuple(unknown), None, (), fault.message)
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
