"""Which input moves a reduction most: each is varied alone, by the same part of itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from openjcm.measure import Malformed
from openjcm.methodology.definition import Definition, Parameter
from openjcm.methodology.language.shapes import Kind
from openjcm.methodology.working.calculation import work
from openjcm.methodology.working.inputs import Given, Values, fixed_values

PART = Decimal("0.1")
# Temperatures are plain numbers to the language, and what they are stands in words.
_CELSIUS = "degrees Celsius"


class WhyNot(StrEnum):
    """Why a part of an input's value says nothing of its influence."""

    ZERO = "zero"
    SCALE = "scale"
    NO_NUMBER = "no-number"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class NotVaried:
    """An input that a calculation was given and that is not varied, with the reason."""

    symbol: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Swing:
    """What a reduction in tCO2e becomes when one input is smaller, and when it is larger.

    A series is varied whole. None where nothing can be worked then: divided by zero, outside of a
    table, or a share above one that a power does not take.
    """

    parameter: Parameter
    smaller: Decimal | None
    larger: Decimal | None

    def span(self, reduction: Decimal) -> Decimal:
        """Return by how much the reduction moves at most, in tCO2e."""
        ends = [each for each in (self.smaller, self.larger) if each is not None]
        return max((abs(each - reduction) for each in ends), default=Decimal(0))


def swings(definition: Definition, values: Values, part: Decimal = PART) -> tuple[Swing, ...]:
    """Return what each numeric input does to the reduction, the strongest first.

    What ``not_varied`` names is not among them.

    Args:
        definition: What is worked by.
        values: One set of values, as ``work`` takes them.
        part: By which part of itself an input is made smaller and larger, above 0 and below 1.

    Raises:
        Malformed: the values cannot be worked as they are.
    """
    reduction = work(definition, values).value("ER")
    left_out = {each.symbol for each in not_varied(definition, values)}
    varied = [
        Swing(
            each,
            _worked(definition, values, each, 1 - part),
            _worked(definition, values, each, 1 + part),
        )
        for each in definition.parameters
        if each.may_be_given and each.symbol not in left_out
    ]
    return tuple(sorted(varied, key=lambda each: each.span(reduction), reverse=True))


def not_varied(definition: Definition, values: Values) -> tuple[NotVaried, ...]:
    """Return the inputs of which a tenth means nothing, or is nothing, in the order of the file.

    Zero has no tenth; a temperature on a scale without a true zero has one that means nothing; an
    option and a day have none; a table that the project gives is no single value.
    """
    inputs = [each for each in definition.parameters if each.may_be_given]
    found = [(each.symbol, _why_not(definition, values, each)) for each in inputs]
    found += [(each.symbol, WhyNot.TABLE) for each in definition.tables if each.symbol in values]
    return tuple(NotVaried(symbol, why) for symbol, why in found if why)


def _why_not(definition: Definition, values: Values, parameter: Parameter) -> WhyNot | None:
    if parameter.kind is not Kind.NUMBER:
        return WhyNot.NO_NUMBER
    if _CELSIUS in parameter.says:
        return WhyNot.SCALE
    given = _given(definition, values, parameter)
    return None if any(_numbers(given)) else WhyNot.ZERO


def _numbers(given: Given) -> Iterator[Decimal]:
    if isinstance(given, list | tuple):
        for each in given:
            yield from _numbers(each)
    elif isinstance(given, Mapping):
        yield from _numbers(list(given.values()))
    else:
        assert isinstance(given, Decimal | int), "numbers alone are varied"
        yield Decimal(given)


def _worked(
    definition: Definition, values: Values, parameter: Parameter, factor: Decimal
) -> Decimal | None:
    given = _given(definition, values, parameter)
    changed: Mapping[str, Given] = {**values, parameter.symbol: _times(given, factor)}
    try:
        return work(definition, changed).value("ER")
    except Malformed:
        return None


def _given(definition: Definition, values: Values, parameter: Parameter) -> Given:
    given = values.get(parameter.symbol)
    # Else a default of the methodology that the project did not replace.
    return _nested(definition, parameter) if given is None else given


def _nested(definition: Definition, parameter: Parameter) -> Given:
    """Return a default as a project would give it: by the members that the methodology fixes."""
    values: list[Given] = list(fixed_values(parameter))
    for name in reversed(parameter.sets):
        size = len(next(each.members for each in definition.indexes if each.name == name))
        values = [values[at : at + size] for at in range(0, len(values), size)]
    return values[0]


def _times(given: Given, factor: Decimal) -> Given:
    if isinstance(given, list | tuple):
        return [_times(each, factor) for each in given]
    if isinstance(given, Mapping):
        return {name: _times(each, factor) for name, each in given.items()}
    assert isinstance(given, Decimal | int), "numbers alone are varied"
    return Decimal(given) * factor
