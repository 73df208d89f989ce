"""What the sheets of a workbook have to show, from the side of the engine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TypeVar

from openjcm.measure.period import Period
from openjcm.methodology import Calculation, Definition, Parameter, Role, StepKind
from openjcm.methodology.definition import Value
from openjcm.methodology.language.nodes import names_in
from openjcm.methodology.vintages import credits_of
from openjcm.methodology.working.inputs import fixed_values
from openjcm.papers.words import LANGUAGES
from openjcm.papers.workbooks.filled.calculated import Members, members_of
from openjcm.papers.workbooks.words_of_sheets import say

# RE and PE stand once more over the others.
_TWICE = ("RE", "PE")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Result:
    """What a vintage comes to, or the plan, which has no period.

    ``calculation`` is None where nothing is filled in; ``credits`` is None there, and where
    digits do not tell the whole tonne.
    """

    period: Period | None
    calculation: Calculation | None
    credits: int | None

    @property
    def reduction(self) -> Decimal | None:
        """The emission reduction, where there is one."""
        return self.calculation.value("ER") if self.calculation else None


@dataclass(frozen=True, slots=True)
class Expected:
    """A value that so many cells have to show; None is a blank.

    ``scale`` is the largest operand, against which binary floats are exact; None is exactly.
    ``symbols`` are the words by which a sheet may call it.
    """

    symbols: tuple[str, ...]
    members: Members
    value: Decimal | date | str | None
    scale: Decimal | None = None
    times: int = 1
    at: str = ""


def result_of(period: Period | None, calculation: Calculation | None) -> Result:
    """Return what a column comes to."""
    return Result(period, calculation, credits_of(calculation) if calculation else None)


def expected_of(
    definition: Definition,
    members: Mapping[str, tuple[str, ...]],
    result: Result,
    like: Calculation,
) -> Iterator[Expected]:
    """Yield all that a column of a calculation sheet has to show.

    Args:
        definition: What it is worked by.
        members: The names of the members, as the sheets have them.
        result: What the column comes to.
        like: A calculation with the same steps, where this column has none.
    """
    worked = result.calculation
    names = {**like.members.names, **members}
    scales = _scales(definition, worked or like)
    for line in like.lines if worked is None else worked.lines:
        for member, at, value in _laid(names, line.sets, line.values):
            times = 2 if line.symbol in _TWICE and line.kind is StepKind.RESULT else 1
            shown = value if worked else None
            yield Expected((line.symbol,), member, shown, scales[line.symbol], times, at)
    shown_here = {each.symbol for each in (*definition.monitored, *definition.fixed)}
    for each in (worked or like).inputs:
        if each.parameter.symbol in shown_here:
            is_known = worked is not None or each.parameter.role is not Role.MONITORED
            for member, at, given in _laid(names, each.parameter.sets, each.values):
                shown_given = given if is_known else None
                yield Expected((each.parameter.symbol,), member, shown_given, _size(given), at=at)
    if worked is None or result.credits is not None:
        whole = None if result.credits is None else Decimal(result.credits)
        yield Expected(words_of("credits-label"), frozenset(), whole)
    if worked is not None:
        yield Expected(words_of("missing-label"), frozenset(), Decimal(0))


def fixed_of(
    definition: Definition, members: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Parameter, Members, str, Value]]:
    """Yield each value that the methodology fixes, with its members."""
    names = {each.name: each.members for each in definition.indexes if each.members}
    for each in definition.fixed:
        if each.role is Role.METHODOLOGY:
            for member, at, value in _laid({**members, **names}, each.sets, fixed_values(each)):
                yield each, member, at, value


def words_of(key: str) -> tuple[str, ...]:
    """Return a word of the sheets in every language."""
    return tuple(say(language, key) for language in LANGUAGES)


def _laid(
    names: Mapping[str, Sequence[str]], sets: Sequence[str], values: Sequence[_V]
) -> Iterator[tuple[Members, str, _V]]:
    for place, value in zip(product(*(names[each] for each in sets)), values, strict=True):
        at = "; ".join(f"{name} = {member}" for name, member in zip(sets, place, strict=True))
        yield members_of(sets, place), at, value


def _scales(definition: Definition, calculation: Calculation) -> Mapping[str, Decimal]:
    """Return the largest operand of each step's formula: what floats are exact against."""
    sizes = {each.parameter.symbol: _largest(each.values) for each in calculation.inputs} | {
        each.symbol: _largest(each.values) for each in calculation.lines
    }
    scale: dict[str, Decimal] = {}
    lines = iter(calculation.lines)
    for formula in definition.formulas:
        operands = [sizes[name] for name in names_in(formula.tree)]
        for line in lines:
            scale[line.symbol] = max(_largest(line.values), *operands, Decimal(0))
            if line.kind is StepKind.RESULT:
                break
    return scale


def _largest(values: Sequence[object]) -> Decimal:
    numbers = (abs(each) for each in values if isinstance(each, Decimal))
    return max(numbers, default=Decimal(0))


def _size(value: object) -> Decimal | None:
    return abs(value) if isinstance(value, Decimal) else None
