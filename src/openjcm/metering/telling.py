"""From exact sums to what is told: quantities by year, faults by kind, registers that add up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openjcm.measure.errors import Finding
from openjcm.metering.comparing import compare
from openjcm.metering.plan.faults import FaultKind
from openjcm.metering.plan.meter import Meter, Reads
from openjcm.metering.plan.plan import Plan
from openjcm.metering.refusal import refuse
from openjcm.metering.summary import Comparison, Conservation, FaultCount, PeriodQuantity
from openjcm.metering.working.counting import Count, Ends, Tally, average, count
from openjcm.metering.worth import Stated, Worth


@dataclass(frozen=True, slots=True)
class Told:
    """Counts of all meters, by their place in the plan, and the quantities that they come to.

    ``plan`` is the plan with the directions that its methodology gives.
    """

    plan: Plan
    counts: Mapping[int, Count]
    quantities: tuple[PeriodQuantity, ...]
    worth: Worth | None
    comparisons: tuple[Comparison, ...] = ()


def told_of(plan: Plan, sums: Mapping[int, Sequence[Tally]], stands: Mapping[int, Ends]) -> Told:
    """Count all meters by the plan's treatments.

    Where the plan names its methodology, that says whether less or more of a meter lowers the
    credits; it is asked about the quantities as they are without any filling.

    Raises:
        Malformed: the plan refuses a fault, or a treatment needs what the plan does not say.
        NotFound: the plan names a methodology that there is not.
    """
    worth = None if plan.worked is None else Worth(plan.worked)
    if worth is not None:
        counts, _ = _counted(plan, sums, stands)
        stated = _stated(plan, _quantities(plan, counts))
        worth.require(stated)
        meters = tuple(
            replace(each, lowers=each.lowers or worth.lowers(each, stated)) for each in plan.meters
        )
        plan = replace(plan, meters=meters)
    counts, findings = _counted(plan, sums, stands)
    compared = compare(plan, counts)
    refuse([*findings, *compared.findings])
    quantities = tuple(_quantities(plan, counts))
    return Told(plan, counts, quantities, worth, tuple(compared.comparisons))


def fault_counts(told: Told, found: Mapping[tuple[int, FaultKind], int]) -> Iterator[FaultCount]:
    """Count the faults of each meter by kind, with what each kind comes to.

    Args:
        told: The counts.
        found: How many faults the engine found, by meter and kind.
    """
    stated = _stated(told.plan, told.quantities)
    years = {part: year.year for part, year in enumerate(told.plan.years)}
    for place, meter in enumerate(told.plan.meters):
        counted = told.counts[place]
        kinds = {kind for at, kind in found if at == place} | set(counted.by_kind)
        for kind in sorted(kinds):
            outcome = counted.of_kind(kind)
            withheld = {
                years[part]: piece.withheld * meter.worth
                for part, piece in counted.by_kind[kind].items()
                if part in years and piece.withheld
            }
            tonnes = None
            if told.worth is not None:
                other = told.worth.difference(meter, stated, withheld)
                tonnes = None if other is None else -other
            yield FaultCount(
                kind,
                meter.id,
                _times(told, place, kind, found),
                outcome.excluded,
                meter.treatment(kind),
                outcome.filled,
                withheld=sum(withheld.values(), start=0 * meter.worth),
                tonnes=tonnes,
            )


def _times(
    told: Told, place: int, kind: FaultKind, found: Mapping[tuple[int, FaultKind], int]
) -> int:
    """Count a kind of fault: by readings and steps, by ends of the period, or by years."""
    if kind is FaultKind.SOURCES_DIFFER:
        meter = told.plan.meters[place].id
        return sum(each.meter == meter and not each.is_within for each in told.comparisons)
    at_ends = told.counts[place].edges if kind is FaultKind.GAP else 0
    return found.get((place, kind), 0) + at_ends


def conservation(meter: Meter, stands: Ends, found: Count, resets: int) -> Conservation:
    """Set the span of a register, told by its ends, against what became of its steps.

    Raises:
        AssertionError: they differ; it is our fault and not that of the readings.
    """
    is_register = meter.reads is Reads.REGISTER
    every = list(found.by_part.values())
    register = Conservation(
        meter.id,
        first=stands.first,
        last=stands.last,
        counted=sum(each.counted for each in every),
        excluded=sum(each.excluded for each in every),
        resets=resets,
        filled=sum(each.filled for each in every),
        jumps=found.jump,
        outside=found.outside,
        unmetered=found.unmetered,
        span=stands.last - stands.first + found.jump if is_register else stands.total,
    )
    if not register.holds:
        raise AssertionError(f"what {meter.id} spans is neither counted nor excluded: {register}")
    return register


def _counted(
    plan: Plan, sums: Mapping[int, Sequence[Tally]], stands: Mapping[int, Ends]
) -> tuple[dict[int, Count], list[Finding]]:
    counts, findings = dict[int, Count](), list[Finding]()
    for place in range(len(plan.meters)):
        counts[place], found = count(plan, place, sums[place], stands[place])
        findings += found
    return counts, findings


def _quantities(plan: Plan, counts: Mapping[int, Count]) -> Iterator[PeriodQuantity]:
    for place, meter in enumerate(plan.meters):
        if meter.checks:
            continue
        for part, year in enumerate(plan.years):
            found, samples = counts[place].by_part[part], counts[place].samples[part]
            amount = found.counted + found.filled
            value = amount * meter.worth
            if meter.reads is Reads.AVERAGE:
                mean = average(meter, amount, samples)
                if mean is None:
                    continue
                value = mean
            yield PeriodQuantity(
                meter.id,
                meter.parameter,
                meter.equipment,
                year.year,
                amount,
                meter.register_unit,
                value,
                filled=found.filled,
                samples=samples,
            )


def _stated(
    plan: Plan, quantities: Iterator[PeriodQuantity] | Sequence[PeriodQuantity]
) -> list[Stated]:
    return [Stated(plan.meter(each.meter), each.year, each.value) for each in quantities]
