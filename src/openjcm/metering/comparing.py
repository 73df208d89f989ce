"""Two sources of one quantity: a meter, and what checks it, such as the invoices of a supplier.

A difference within the plan's tolerance is said and changes nothing. A greater one is refused,
taken as the meter has it, or taken as whichever of both lowers the credits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from openjcm.measure.errors import Finding, Malformed
from openjcm.measure.quantity import Quantity, unit
from openjcm.metering.plan.faults import FaultKind, Treatment
from openjcm.metering.plan.meter import Lowers, Meter
from openjcm.metering.plan.plan import Plan
from openjcm.metering.summary import Comparison, Fault
from openjcm.metering.working.counting import Count, Outcome
from openjcm.metering.working.finding_faults import message


@dataclass(slots=True)
class Compared:
    """The comparisons of a plan, and what is refused."""

    comparisons: list[Comparison]
    findings: list[Finding]


def compare(plan: Plan, counts: Mapping[int, Count]) -> Compared:
    """Set every meter that is checked against what checks it, year by year.

    Where the conservative end is taken, the count of the meter is changed by it.
    """
    compared = Compared([], [])
    places = {meter.id: place for place, meter in enumerate(plan.meters)}
    for place, source in enumerate(plan.meters):
        if not source.checks:
            continue
        at = places[source.checks]
        for part, year in enumerate(plan.years):
            other = _in_unit_of(plan.meters[at], source, counts[place].by_part[part])
            if isinstance(other, Finding):
                compared.findings.append(other)
                break
            found = counts[at].by_part[part]
            comparison, finding = _compared(plan.meters[at], source, year.year, found, other)
            compared.comparisons.append(comparison)
            compared.findings += finding
            change = _change(plan.meters[at], found, comparison)
            counts[at].by_part[part] = found + change
            if not comparison.is_within:
                counts[at].by_kind[FaultKind.SOURCES_DIFFER][part] += change
    return compared


def differing(plan: Plan, compared: Sequence[Comparison]) -> Iterator[Fault]:
    """Yield the years in which two sources differ by more than they may, as faults of the meter.

    No single row shows it: ``file`` is empty and ``row`` zero, and ``at`` is where the part of
    the year begins.
    """
    for each in compared:
        if each.is_within:
            continue
        meter = plan.meter(each.meter)
        value, other = f"{each.value:f} {each.unit}", f"{each.other:f} {each.unit}"
        since = f"{each.source}: {other}"
        yield Fault(
            kind=FaultKind.SOURCES_DIFFER,
            meter=each.meter,
            file="",
            row=0,
            at=plan.year(each.year).start.astimezone(plan.tzinfo),
            effect=_withheld(meter, each),
            message=message(meter, FaultKind.SOURCES_DIFFER, value, since),
            value=value,
            since=since,
        )


def _withheld(meter: Meter, comparison: Comparison) -> int:
    """Return the last digits that the meter has and the quantity has not."""
    ends = (comparison.value, comparison.taken)
    was, taken = (Fraction(each) / Fraction(meter.worth) for each in ends)
    return int(was) - _towards(meter, taken)


def _towards(meter: Meter, digits: Fraction) -> int:
    """Return whole last digits, on the side of fewer credits."""
    down, up = digits.numerator // digits.denominator, -(-digits.numerator // digits.denominator)
    return down if meter.lowers is Lowers.LESS else up


def _in_unit_of(meter: Meter, source: Meter, outcome: Outcome) -> Decimal | Finding:
    value = (outcome.counted + outcome.filled) * source.worth
    try:
        return Quantity(value, unit(source.register_unit)).to(meter.register_unit).value
    except Malformed as error:
        said = f"it checks {meter.id}: {error.message}"
        return Finding(FaultKind.SOURCES_DIFFER.value, f"meter {source.id}", said)


def _compared(
    meter: Meter, source: Meter, year: int, found: Outcome, other: Decimal
) -> tuple[Comparison, Iterator[Finding]]:
    value = (found.counted + found.filled) * meter.worth
    allowed = Fraction(other) * Fraction(source.tolerance) / 100
    is_within = abs(Fraction(value) - Fraction(other)) <= allowed
    treatment = meter.treatment(FaultKind.SOURCES_DIFFER)
    taken = value
    if not is_within and treatment is Treatment.CONSERVATIVE and meter.lowers is not None:
        taken = min(value, other) if meter.lowers is Lowers.LESS else max(value, other)
    comparison = Comparison(
        meter.id, source.id, year, meter.register_unit, value, other, is_within, treatment, taken
    )
    return comparison, _refused(meter, source, comparison)


def _refused(meter: Meter, source: Meter, comparison: Comparison) -> Iterator[Finding]:
    if comparison.is_within:
        return
    said = (
        f"{comparison.year}: {meter.id} has {comparison.value:f} {comparison.unit} and {source.id} "
        f"{comparison.other:f}"
    )
    if comparison.treatment is Treatment.REFUSE:
        said += f"; correct the one that is wrong, or say in the plan what is done ({_KIND})"
        yield Finding(_KIND, f"meter {meter.id}", said)
    elif comparison.treatment is Treatment.CONSERVATIVE and meter.lowers is None:
        said += "; say in the plan whether less or more lowers the credits"
        yield Finding(_KIND, f"meter {meter.id}", said)


_KIND = FaultKind.SOURCES_DIFFER.value


def _change(meter: Meter, found: Outcome, comparison: Comparison) -> Outcome:
    """Return what the count is changed by, in whole last digits and towards fewer credits."""
    if comparison.taken == comparison.value:
        return Outcome()
    wanted = _towards(meter, Fraction(comparison.taken) / Fraction(meter.worth))
    change = wanted - found.counted - found.filled
    return Outcome(filled=change, excluded=-change)
