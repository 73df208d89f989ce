"""Quantities as a methodology asks for them: by parameter, equipment and calendar year.

Meters of one piece of equipment add up, exactly converted to one unit. A mean is no amount:
means are never added, and meters whose units have no exact value in each other stand apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from openjcm.measure.errors import Malformed
from openjcm.measure.quantity import Quantity, unit
from openjcm.metering.plan.meter import Reads
from openjcm.metering.plan.plan import Plan
from openjcm.metering.summary import PeriodQuantity

_EXACT = 110


@dataclass(frozen=True, slots=True)
class EquipmentQuantity:
    """What the meters of one parameter and equipment come to in one calendar year, in one unit.

    ``filled`` of the value was not read but taken by a rule. ``samples`` is zero but for a mean.
    ``is_apart`` says that other meters of the same parameter and equipment have lines of their
    own, since they cannot be added to this.
    """

    parameter: str
    equipment: str
    year: int
    unit: str
    value: Decimal
    filled: Decimal
    meters: tuple[str, ...]
    samples: int = 0
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class ParameterQuantity:
    """What all equipment of a parameter comes to in one calendar year, in one unit."""

    parameter: str
    year: int
    unit: str
    value: Decimal
    filled: Decimal
    equipment: int
    meters: int


def by_equipment(plan: Plan, quantities: Sequence[PeriodQuantity]) -> tuple[EquipmentQuantity, ...]:
    """Add up the quantities of meters that measure one parameter of one piece of equipment.

    In the order of the plan; the unit is that of the first meter, or of the first in which all
    of them have an exact value.
    """
    grouped: dict[tuple[str, str], list[PeriodQuantity]] = {}
    for each in quantities:
        grouped.setdefault((each.parameter, each.equipment), []).append(each)
    return tuple(line for group in grouped.values() for line in _of_equipment(plan, group))


def by_parameter(lines: Sequence[EquipmentQuantity]) -> tuple[ParameterQuantity, ...]:
    """Add up the equipment of each parameter that has several pieces, where that can be added."""
    grouped: dict[str, list[EquipmentQuantity]] = {}
    for each in lines:
        grouped.setdefault(each.parameter, []).append(each)
    return tuple(
        total
        for group in grouped.values()
        if len({each.equipment for each in group}) > 1
        for total in _of_parameter(group)
    )


def _of_equipment(plan: Plan, group: Sequence[PeriodQuantity]) -> Iterator[EquipmentQuantity]:
    meters = list(dict.fromkeys(each.meter for each in group))
    is_mean = any(plan.meter(each).reads is Reads.AVERAGE for each in meters)
    together = None if is_mean else _unit_of_all([(each.value, each.unit) for each in group])
    if len(meters) > 1 and together is None:
        for meter in meters:
            own = [each for each in group if each.meter == meter]
            yield from _lines(plan, own, own[0].unit, is_apart=True)
        return
    yield from _lines(plan, group, together or group[0].unit, is_apart=False)


def _lines(
    plan: Plan, group: Sequence[PeriodQuantity], text: str, *, is_apart: bool
) -> Iterator[EquipmentQuantity]:
    for year in sorted({each.year for each in group}):
        of_year = [each for each in group if each.year == year]
        is_mean = plan.meter(of_year[0].meter).reads is Reads.AVERAGE
        yield EquipmentQuantity(
            parameter=of_year[0].parameter,
            equipment=of_year[0].equipment,
            year=year,
            unit=text,
            value=_sum([(each.value, each.unit) for each in of_year], text),
            filled=_sum([(_filled(plan, each), each.unit) for each in of_year], text),
            meters=tuple(each.meter for each in of_year),
            samples=of_year[0].samples if is_mean else 0,
            is_apart=is_apart,
        )


def _of_parameter(group: Sequence[EquipmentQuantity]) -> Iterator[ParameterQuantity]:
    amounts = [(each.value, each.unit) for each in group]
    text = None if any(each.samples or each.is_apart for each in group) else _unit_of_all(amounts)
    if text is None:
        return
    for year in sorted({each.year for each in group}):
        of_year = [each for each in group if each.year == year]
        yield ParameterQuantity(
            parameter=group[0].parameter,
            year=year,
            unit=text,
            value=_sum([(each.value, each.unit) for each in of_year], text),
            filled=_sum([(each.filled, each.unit) for each in of_year], text),
            equipment=len(of_year),
            meters=sum(len(each.meters) for each in of_year),
        )


def _filled(plan: Plan, quantity: PeriodQuantity) -> Decimal:
    with localcontext(prec=_EXACT):
        return quantity.filled * plan.meter(quantity.meter).worth


def _unit_of_all(amounts: Sequence[tuple[Decimal, str]]) -> str | None:
    """Return the first unit in which every amount has an exact value; ``None`` where none is."""
    for text in dict.fromkeys(text for _, text in amounts):
        try:
            _sum(amounts, text)
        except Malformed:
            continue
        return text
    return None


def _sum(amounts: Sequence[tuple[Decimal, str]], text: str) -> Decimal:
    said = [
        value if own == text else Quantity(value, unit(own)).to(text).value
        for value, own in amounts
    ]
    with localcontext(prec=_EXACT):
        return sum(said[1:], start=said[0])
