"""What a meter's units are worth: whether less or more of them lowers the credits, and in tonnes.

Both are told by the methodology itself, worked with the plan's fixed values: a parameter that
stands in the reference and in the project emissions has the sign that the whole formula gives it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure.errors import Malformed
from openjcm.metering.plan.meter import Lowers, Meter
from openjcm.metering.plan.plan import Worked
from openjcm.methodology import Definition, load_definition, work
from openjcm.methodology.reported import (
    StatedAmount,
    StatedValue,
    fixed_as_stated,
    monitored_as_stated,
)

# A part of a quantity, to either side: a formula of the scheme has one sign on both.
_PART = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Stated:
    """What one meter comes to in one year, in its register's unit, the multiplier included."""

    meter: Meter
    year: int
    value: Decimal


class Worth:
    """A methodology with the values that its project fixed.

    Raises:
        NotFound: there is no such methodology.
        Malformed: a fixed value is in no unit of the methodology.
    """

    def __init__(self, worked: Worked) -> None:
        self._definition: Definition = load_definition(worked.worked_by or worked.methodology)
        self._fixed = fixed_as_stated(
            self._definition,
            [StatedValue(each.symbol, each.values, each.unit) for each in worked.fixed],
        )

    def reduction(self, stated: Iterable[Stated]) -> Decimal | None:
        """Return the reduction in tCO2e of all years, uncut; ``None`` where it cannot be worked."""
        try:
            return self.worked(stated)
        except Malformed:
            return None

    def require(self, stated: Iterable[Stated]) -> None:
        """Refuse a methodology that cannot be worked with what the plan says.

        Nothing could be told in tonnes, nor which side lowers the credits.

        Raises:
            Malformed: a value is missing, in another unit, or not of the methodology.
        """
        try:
            self.worked(stated)
        except Malformed as fault:
            raise Malformed(
                f"the plan names a methodology that cannot be worked with it: {fault.message}; say "
                "in the plan what it needs, or take [methodology] out and say lowers_credits",
                code="plan-refused",
                about="plan",
                findings=fault.findings,
            ) from fault

    def worked(self, stated: Iterable[Stated]) -> Decimal:
        """Return the reduction in tCO2e of all years, uncut.

        Raises:
            Malformed: it cannot be worked.
        """
        total = Decimal(0)
        by_year: dict[int, list[Stated]] = {}
        for each in stated:
            by_year.setdefault(each.year, []).append(each)
        for of_year in by_year.values():
            amounts = [
                StatedAmount(
                    each.meter.parameter, each.meter.equipment, each.value, each.meter.register_unit
                )
                for each in of_year
            ]
            monitored = monitored_as_stated(self._definition, amounts)
            total += work(self._definition, {**self._fixed, **monitored}).value("ER")
        return total

    def lowers(self, meter: Meter, stated: Sequence[Stated]) -> Lowers | None:
        """Return the direction of a meter's values that lowers the credits.

        ``None`` where they move the credits to no side, to the same side both ways, or where a
        value that the methodology needs is not stated.
        """
        here = self.reduction(stated)
        more = self.reduction(_varied(meter, stated, 1 + _PART))
        is_none = not any(each.value for each in stated if each.meter.id == meter.id)
        # Of nothing there is no less: then what a unit of it would bring about tells the direction.
        less = here if is_none else self.reduction(_varied(meter, stated, 1 - _PART))
        if here is None or less is None or more is None or here == more:
            return None
        if less <= here < more:
            return Lowers.LESS
        return Lowers.MORE if more < here <= less else None

    def difference(
        self, meter: Meter, stated: Sequence[Stated], others: Mapping[int, Decimal]
    ) -> Decimal | None:
        """Return what the reduction would be with other values of a meter, less what it is.

        Args:
            meter: Whose values are others.
            stated: What all meters come to.
            others: What is added to the meter's value, by year, in its register's unit.
        """
        here = self.reduction(stated)
        there = self.reduction(
            Stated(each.meter, each.year, each.value + others.get(each.year, Decimal(0)))
            if each.meter.id == meter.id
            else each
            for each in stated
        )
        return None if here is None or there is None else there - here


def _varied(meter: Meter, stated: Sequence[Stated], factor: Decimal) -> list[Stated]:
    return [
        Stated(each.meter, each.year, each.value * factor or Decimal(1))
        if each.meter.id == meter.id
        else each
        for each in stated
    ]
