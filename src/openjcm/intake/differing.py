"""What arrived that a submitted report does not stand on, and what it would change there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.actions.issuance.report_verification import rederive
from openjcm.intake.opening import plan_of
from openjcm.metering import Later, Plan, later_readings, recorded_plan, summary_as_json
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
