"""From worked readings to what a report of them is told: one field for another, nothing worked."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from shlex import join, quote

from openjcm.measure.basis import Basis
from openjcm.metering import (
    Comparison,
    Conservation,
    Detailed,
    Fault,
    FaultKind,
    Meter,
    MeterDays,
    PeriodQuantity,
    Plan,
    by_equipment,
    by_parameter,
    not_checked,
)
from openjcm.metering.plan.meter import Reads
from openjcm.papers.readings.report import (
    ComparisonLine,
    DaysLine,
    EquipmentLine,
    FaultLine,
    FaultPlace,
    FileLine,
    MeterOfPlan,
    NotCheckedLine,
    ParameterLine,
    PlanOfReport,
    QuantityLine,
    ReadingsReport,
    RegisterLine,
    RowsLine,
)

_PATHS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Named:
    """How a report names its plan, and the command that leads on from it."""

    name: str
    sha256: str
    command: str


def named(paths: Sequence[Path], plan: Path) -> Named:
    """Return the names for files that were asked for; of each only its last part is told."""
    return Named(plan.name, digest_of(plan), _command(paths, plan))


def report_of(detailed: Detailed, named: Named, basis: Basis | None) -> ReadingsReport:
    """Return what a report of readings is told.

    Args:
        detailed: The readings worked.
        named: How plan and readings are named.
        basis: Of the readings, as whoever handed them in states it.
    """
    summary, worked = detailed.summary, detailed.plan
    worth = {meter.id: meter.worth for meter in worked.meters}
    of_equipment = by_equipment(worked, summary.quantities)
    return ReadingsReport(
        plan=_plan(worked, named),
        basis=basis,
        quantities=tuple(_quantity(each, worked) for each in summary.quantities),
        registers=tuple(map(_register, summary.conservation)),
        comparisons=tuple(map(_comparison, summary.comparisons)),
        fault_lines=tuple(
            FaultLine(each.kind, each.meter, each.count, each.treatment, each.withheld, each.tonnes)
            for each in summary.fault_counts
        ),
        faults=tuple(_place(each, worth[each.meter]) for each in summary.faults),
        files=tuple(
            FileLine(_printable(each.name), each.sha256, each.rows, each.read_as)
            for each in summary.files
        ),
        command=named.command,
        days=tuple(_days(each, worked, worth[each.meter]) for each in detailed.days),
        rows=tuple(
            RowsLine(each.meter, each.year, _printable(each.file), each.first, each.last, each.rows)
            for each in detailed.rows
        ),
        equipment=tuple(EquipmentLine(*astuple(each)) for each in of_equipment),
        totals=tuple(ParameterLine(*astuple(each)) for each in by_parameter(of_equipment)),
        not_checked=tuple(
            NotCheckedLine(each.check.value, each.meters) for each in not_checked(worked)
        ),
    )


def digest_of(plan: Path) -> str:
    """Return the SHA-256 of the file of a plan."""
    return sha256(plan.read_bytes()).hexdigest()


def _plan(plan: Plan, named: Named) -> PlanOfReport:
    return PlanOfReport(
        name=named.name,
        sha256=named.sha256,
        zone=plan.zone,
        period=plan.period,
        meters=tuple(_meter(each) for each in plan.meters),
        clock=plan.clock,
        methodology=plan.worked.methodology if plan.worked else "",
        worked_by=plan.worked.worked_by if plan.worked else "",
    )


def _meter(meter: Meter) -> MeterOfPlan:
    return MeterOfPlan(
        id=meter.id,
        parameter=meter.parameter,
        equipment=meter.equipment,
        unit=meter.register_unit,
        last_digit=meter.worth,
        interval=meter.expected_interval,
        reads=meter.reads,
        settings=tuple(_settings(meter)),
        rules=tuple((kind.value, meter.treatment(kind).value) for kind in FaultKind),
    )


def _settings(meter: Meter) -> Iterator[tuple[str, str]]:
    """Yield what the plan says of a meter beyond the usual, by stems of words."""
    said = {
        "multiplier": "" if meter.multiplier == 1 else f"{meter.multiplier:f}",
        "turns-at": "" if meter.turns_at is None else f"{meter.turns_at:,}",
        "capacity": "" if meter.capacity is None else f"{meter.capacity:,f} {meter.register_unit}",
        "stuck-after": _hours(meter.stuck_after),
        "accuracy": "" if meter.accuracy is None else f"{meter.accuracy:f}",
        "checks": meter.checks,
        "tolerance": f"{meter.tolerance:f}" if meter.checks else "",
        "names": ", ".join(meter.names),
    }
    yield from ((stem, value) for stem, value in said.items() if value)
    yield from (("exchange", exchange.at.isoformat()) for exchange in meter.exchanges)
    for each in meter.calibrations:
        yield "calibration", f"{each.first} – {each.last} {each.certificate}".rstrip()
    if meter.lowers is not None:
        yield f"lowers-{meter.lowers}", ""
    if meter.reads is not Reads.REGISTER and meter.stamp == "start":
        yield "stamp-start", ""


def _hours(length: timedelta | None) -> str:
    return "" if length is None else f"{length / timedelta(hours=1):g} h"


def _quantity(quantity: PeriodQuantity, plan: Plan) -> QuantityLine:
    meter = plan.meter(quantity.meter)
    filled = quantity.filled * meter.worth
    samples = quantity.samples if meter.reads is Reads.AVERAGE else 0
    return QuantityLine(quantity.meter, quantity.year, quantity.value, filled, samples)


def _comparison(comparison: Comparison) -> ComparisonLine:
    return ComparisonLine(
        comparison.meter,
        comparison.source,
        comparison.year,
        comparison.value,
        comparison.other,
        comparison.is_within,
        comparison.treatment,
        comparison.taken,
    )


def _register(register: Conservation) -> RegisterLine:
    return RegisterLine(
        register.meter,
        register.first,
        register.last,
        register.span,
        register.unmetered,
        register.counted,
        register.filled,
        register.excluded,
        register.outside,
        register.holds,
    )


def _place(fault: Fault, worth: Decimal) -> FaultPlace:
    return FaultPlace(
        fault.kind,
        fault.meter,
        _printable(fault.file),
        fault.row,
        fault.at.isoformat(" ", "seconds"),
        fault.effect * worth,
        fault.value,
        fault.since,
    )


def _days(days: MeterDays, plan: Plan, worth: Decimal) -> DaysLine:
    profile = tuple(amount * worth for amount in days.profile)
    return DaysLine(days.meter, plan.period.first, days.read, days.expected, profile)


def _command(paths: Sequence[Path], plan: Path) -> str:
    """Name files by their last part: a report may be read where no other part of it is known."""
    names = [_printable(path.name or str(path)) for path in paths]
    named = [f"./{name}" if name.startswith("-") else name for name in names]
    asked = join(named[:_PATHS_SHOWN]) + (" …" if len(named) > _PATHS_SHOWN else "")
    return f"openjcm meter rows {asked} --plan {quote(plan.name)}"


def _printable(name: str) -> str:
    """Return a file's name as text; what is no character of it becomes a question mark."""
    return name.encode("utf-8", "replace").decode("utf-8")
