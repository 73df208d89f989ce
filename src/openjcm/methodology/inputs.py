"""The values given to a calculation: all that is missing, unknown or wrong, at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure import Finding
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition, Parameter
from openjcm.methodology.tables import plain_number

Values = Mapping[str, Sequence[Decimal] | Decimal]


@dataclass(frozen=True, slots=True)
class Input:
    """What a parameter was worth: one value, or one for each member of its index set."""

    parameter: Parameter
    values: tuple[Decimal, ...]


def check_values(definition: Definition, values: Values) -> tuple[Input, ...]:
    """Return an input for every parameter, in the order of the definition.

    Raises:
        Malformed: a value is missing, unknown, no decimal, or not one for each; carries every
            finding, each naming the parameter and what to give.
    """
    found = [*_unknown(definition, values)]
    for parameter in definition.required:
        found.extend(_wrong(parameter, values))
    if not found:
        found.extend(_uneven(definition, values))
    if found:
        raise refusal(
            f"these values cannot be worked by {definition.id}",
            code="values-malformed",
            about=definition.id,
            found=found,
        )
    return tuple(_input(each, values) for each in definition.parameters)


def implausible(inputs: Sequence[Input]) -> Iterator[Finding]:
    """Yield a finding for each value outside its plausible range: a warning, no refusal.

    An official sheet once printed a grid import in kWh under the heading MWh, and nothing
    in the arithmetic notices.
    """
    for each in inputs:
        plausible = each.parameter.plausible
        for item, value in enumerate(each.values, start=1):
            if plausible is not None and not plausible.holds(value):
                yield Finding(
                    Check.INPUT_PLAUSIBLE,
                    _place(each.parameter, item),
                    f"{value:f} {each.parameter.unit} is not {plausible}; check the unit",
                )


def _unknown(definition: Definition, values: Values) -> Iterator[Finding]:
    required = {each.symbol for each in definition.required}
    fixed = {each.symbol for each in definition.parameters} - required
    for symbol in values:
        if symbol in fixed:
            message = "is fixed by the methodology; leave it out"
            yield Finding(Check.INPUT_KNOWN, symbol, message)
        elif symbol not in required:
            message = f"is no parameter of {definition.id}; it needs {', '.join(sorted(required))}"
            yield Finding(Check.INPUT_KNOWN, symbol[:40], message)


def _wrong(parameter: Parameter, values: Values) -> Iterator[Finding]:
    if parameter.symbol not in values:
        yield Finding(Check.INPUT_GIVEN, parameter.symbol, f"is missing: give {_wanted(parameter)}")
        return
    given = values[parameter.symbol]
    is_series = isinstance(given, list | tuple)
    if is_series != bool(parameter.per) or given in ([], ()):
        yield Finding(Check.INPUT_ONE_FOR_EACH, parameter.symbol, f"give {_wanted(parameter)}")
        return
    for item, value in enumerate(_series(given), start=1):
        if plain_number(value) is None:
            yield Finding(
                Check.INPUT_A_DECIMAL,
                _place(parameter, item),
                "give a decimal of plain size; binary floats are refused",
            )


def _uneven(definition: Definition, values: Values) -> Iterator[Finding]:
    lengths: dict[str, int] = {}
    for parameter in definition.required:
        count = len(_series(values[parameter.symbol]))
        expected = lengths.setdefault(parameter.per, count)
        if count != expected:
            yield Finding(
                Check.INPUT_ONE_FOR_EACH,
                parameter.symbol,
                f"has {count} values where others per {parameter.per} have {expected}; "
                f"give one for each {parameter.per}",
            )


def _wanted(parameter: Parameter) -> str:
    many = f"a list, one value for each {parameter.per}," if parameter.per else "one value"
    return f"{many} in {parameter.unit} ({parameter.says})"


def _place(parameter: Parameter, item: int) -> str:
    return f"{parameter.symbol}, {parameter.per} {item}" if parameter.per else parameter.symbol


def _series(given: Sequence[Decimal] | Decimal) -> Sequence[Decimal]:
    return given if isinstance(given, list | tuple) else (given,)


def _input(parameter: Parameter, values: Values) -> Input:
    given = values[parameter.symbol] if parameter.value is None else parameter.value
    return Input(parameter, tuple(Decimal(value) for value in _series(given)))
