"""What a monitoring report states, as the values of one calculation.

Stated amounts are said in the units of the definition, exactly or not at all. Not in: where
readings come from, and how firm they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure import Finding, Malformed, Quantity, Unit, unit
from openjcm.methodology.definition import Definition


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A value fixed ex ante: one for all, or one for each piece of equipment."""

    symbol: str
    values: tuple[Decimal, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """By how much one meter moved on in one year."""

    parameter: str
    equipment: str
    amount: Decimal
    unit: str


def fixed_as_stated(
    definition: Definition, stated: Iterable[StatedValue]
) -> dict[str, list[Decimal] | Decimal]:
    """Return the values fixed ex ante: a list for a series, also of one.

    What the methodology does not know stays in its own unit, and is refused when it is worked.

    Raises:
        Malformed: a value is in no unit of the methodology; all of them at once.
    """
    known = {each.symbol: each for each in definition.parameters}
    fixed: dict[str, list[Decimal] | Decimal] = {}
    findings = []
    for each in stated:
        wanted = known.get(each.symbol)
        try:
            values = _in_units_of(wanted.unit if wanted else unit(each.unit), each)
        except Malformed as error:
            findings.append(Finding(error.code, f"parameters.{each.symbol}", error.message))
        else:
            fixed[each.symbol] = values if wanted and wanted.per else values[0]
    if findings:
        first = findings[0]
        raise Malformed(
            f"{first.place}: {first.message}",
            code="parameters-malformed",
            about=first.place,
            findings=tuple(findings),
        )
    return fixed


def monitored_as_stated(
    definition: Definition, stated: Sequence[StatedAmount]
) -> dict[str, list[Decimal]]:
    """Return one value for each piece of equipment, in the order of the plan.

    Several meters of one piece of equipment add up.

    Raises:
        Malformed: an amount is of no parameter of the methodology, or in no unit of it.
    """
    found: dict[str, dict[str, Decimal]] = {}
    units = {each.symbol: each.unit for each in definition.parameters}
    for each in stated:
        if each.parameter not in units:
            raise Malformed(
                f"{each.parameter} is no parameter of {definition.id}; it has {', '.join(units)}",
                code="unknown-parameter",
                about=each.parameter,
            )
        amount = Quantity(each.amount, unit(each.unit))
        per = found.setdefault(each.parameter, {})
        value = amount.to(str(units[each.parameter])).value
        per[each.equipment] = per.get(each.equipment, Decimal(0)) + value
    return {symbol: list(values.values()) for symbol, values in found.items()}


def _in_units_of(wanted: Unit, stated: StatedValue) -> list[Decimal]:
    given = unit(stated.unit)
    return [Quantity(value, given).to(str(wanted)).value for value in stated.values]
