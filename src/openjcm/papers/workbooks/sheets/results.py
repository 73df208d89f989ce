"""What the engine came to, for the cells that show it until the sheet itself is worked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from openjcm.measure.credits import cut_down
from openjcm.methodology import Calculation, Line, Parameter
from openjcm.methodology.definition import Value
from openjcm.methodology.working.inputs import fixed_values
from openjcm.papers.workbooks.order import Flat, Order, item_of
from openjcm.papers.workbooks.sheets.expressions import Place

Cached = float | str
_UNKNOWN = ""
# Sheets count days from here, since they take 1900 for a leap year.
_DAY_NOUGHT = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class ColumnResults:
    """The values of one column of a calculation; blank ones where values are still missing."""

    order: Order
    lines: Mapping[str, Line]
    inputs: Mapping[str, tuple[Value, ...]]

    @property
    def reduction(self) -> Cached:
        """The emission reduction in tCO2e, not rounded."""
        return self.value("ER", {})

    @property
    def whole(self) -> Cached:
        """The whole tonnes of it."""
        return max(cut_down(self.lines["ER"].values[0]), 0) if self.lines else _UNKNOWN

    @property
    def missing(self) -> Cached:
        """How many values are still to be given, where that is known: none."""
        return 0 if self.lines else _UNKNOWN

    def value(self, symbol: str, place: Place) -> Cached:
        """Return what a step came to at a place."""
        line = self.lines.get(symbol)
        if line is None:
            return _UNKNOWN
        return float(line.values[item_of(self.order, line.sets, place)])

    def given(self, parameter: Parameter, item: int) -> Cached:
        """Return what a parameter was given, as a cell holds it: a day as a number of days."""
        values = self.inputs.get(parameter.symbol)
        if values is None:
            return _UNKNOWN
        value = values[item]
        if isinstance(value, date):
            return (value - _DAY_NOUGHT).days
        return float(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class Results:
    """The values of the plan's column, and of each period of the report."""

    plan: ColumnResults
    report: tuple[ColumnResults, ...]

    @property
    def total(self) -> Cached:
        """The whole tonnes of all periods."""
        wholes = [each.whole for each in self.report]
        return _UNKNOWN if _UNKNOWN in wholes else sum(float(each) for each in wholes)


def column_results(
    order: Order, worked: Calculation | None, given: Flat = MappingProxyType({})
) -> ColumnResults:
    """Return the values of a column, by the symbols of the steps.

    Where it was not worked, what is known beforehand is known all the same, and what was given.
    """
    if worked is not None:
        lines = {each.symbol: each for each in worked.lines}
        return ColumnResults(
            order, lines, {each.parameter.symbol: each.values for each in worked.inputs}
        )
    fixed = order.definition.fixed
    own = {each.symbol: fixed_values(each) for each in fixed if each.value is not None}
    typed = {
        each.symbol: order.estimated[each.symbol]
        for each in fixed
        if each.symbol in order.estimated
    }
    return ColumnResults(order, {}, {**own, **typed, **given})
