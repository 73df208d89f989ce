"""A definition tried with values of a reader's own, beginning with those of its worked case.

Nothing is kept. What a form cannot hold, a long series or the rows of a table, stays as the case
has it, and is named.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from openjcm.measure import Basis, Finding, Malformed
from openjcm.methodology import (
    Case,
    Definition,
    Explanation,
    Given,
    Kind,
    Parameter,
    WorkedVintage,
    cases_of,
    credits_of,
    explain,
    load_definition,
    work,
)

# Values of one series that a form holds.
SERIES_MAX = 4
TEXT_MAX = 100
_NUMBER = re.compile(r"[-+]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Field:
    """One value to type; ``place`` says of which member, ``wrong`` that it could not be read."""

    name: str
    place: str
    text: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class TrialInput:
    """A parameter with its fields; ``kind`` decides how they are typed."""

    symbol: str
    says: str
    unit: str
    kind: Kind
    options: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What came out, every value of it; ``credits`` is None where the tonne cannot be told."""

    explained: Explanation
    credits: int | None
    warnings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A form and what came of it.

    ``kept`` are the symbols whose values stay those of the case. ``refused`` is what the
    calculation could not take, where every field could be read.
    """

    inputs: tuple[TrialInput, ...]
    kept: tuple[str, ...]
    result: TrialResult | None = None
    refused: tuple[Finding, ...] = ()

    @property
    def wrong(self) -> tuple[tuple[TrialInput, Field], ...]:
        """The fields that could not be read, each with its parameter."""
        return tuple((of, field) for of in self.inputs for field in of.fields if field.wrong)


def find_trial(definition_id: str, asked: Mapping[str, str] | None = None) -> Trial:
    """Return the form of a definition, and what the values that were asked come to.

    Raises:
        NotFound: no such definition is written.
    """
    definition = load_definition(definition_id)
    case = next(each for each in cases_of(definition_id) if not each.of_vintage)
    return trial_of(definition, case, asked)


def trial_of(definition: Definition, case: Case, asked: Mapping[str, str] | None = None) -> Trial:
    """Return the form of a case, and what the values that were asked come to.

    Args:
        definition: What is worked by.
        case: From where every value comes that is not asked.
        asked: Texts by the names of fields; None where nothing is to be worked.
    """
    tried = {each.symbol: given for each in definition.parameters if (given := _given(each, case))}
    inputs = tuple(
        _input(each, tried[each.symbol][0], asked or {})
        for each in definition.parameters
        if each.symbol in tried
    )
    kept = tuple(symbol for symbol in case.values if symbol not in tried)
    trial = Trial(inputs, kept)
    if asked is None or trial.wrong:
        return trial
    texts = {each.symbol: iter(each.fields) for each in inputs}
    values = {
        **case.values,
        **{
            each.symbol: _filled(each, tried[each.symbol][0], texts[each.symbol])
            for each in definition.parameters
            if each.symbol in tried
        },
    }
    try:
        done = work(definition, values)
    except Malformed as error:
        found = error.findings or (Finding(error.code, "", error.message),)
        return replace(trial, refused=found)
    worked = WorkedVintage("", done, credits_of(done))
    explained = explain(definition, done, Basis.ILLUSTRATIVE)
    return replace(trial, result=TrialResult(explained, worked.credits, worked.warnings))


def _given(parameter: Parameter, case: Case) -> tuple[Given] | None:
    """Return what a form begins with; None where it cannot hold it."""
    if not parameter.may_be_given:
        return None
    given = case.values.get(parameter.symbol)
    if given is None and isinstance(parameter.value, Decimal | str | date):
        # A default of the methodology that the case did not replace.
        given = parameter.value
    if given is None:
        return None
    return (given,) if len([*_leaves(parameter.sets, given)]) <= SERIES_MAX else None


def _input(parameter: Parameter, given: Given, asked: Mapping[str, str]) -> TrialInput:
    fields = [
        Field(f"{parameter.symbol}.{at}" if parameter.sets else parameter.symbol, place, text)
        for at, (place, text) in enumerate(_leaves(parameter.sets, given), start=1)
    ]
    typed = (
        replace(each, text=asked[each.name].strip()[: TEXT_MAX + 1]) if each.name in asked else each
        for each in fields
    )
    return TrialInput(
        parameter.symbol,
        parameter.says,
        parameter.unit.text if parameter.kind is Kind.NUMBER else "",
        parameter.kind,
        parameter.options,
        tuple(replace(each, wrong=_read(parameter, each.text) is None) for each in typed),
    )


def _leaves(sets: tuple[str, ...], given: Given, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield each value as text, with its place: ``chiller 2``."""
    if not isinstance(given, list | tuple | Mapping):
        yield at, f"{given:f}" if isinstance(given, Decimal) else str(given)
        return
    parts = given.items() if isinstance(given, Mapping) else enumerate(given, start=1)
    yield from chain.from_iterable(
        _leaves(sets[1:], part, f"{at}, {sets[0]} {name}" if at else f"{sets[0]} {name}")
        for name, part in parts
    )


def _filled(parameter: Parameter, given: Given, fields: Iterator[Field]) -> Given:
    """Return values in the form of the case, with those of the fields in their places."""
    if isinstance(given, Mapping):
        return {name: _filled(parameter, part, fields) for name, part in given.items()}
    if isinstance(given, list | tuple):
        return [_filled(parameter, part, fields) for part in given]
    value = _read(parameter, next(fields).text)
    assert value is not None, "what cannot be read is not worked"
    return value


def _read(parameter: Parameter, text: str) -> Decimal | str | date | None:
    """Return what was typed; None where it is no value of this kind."""
    if len(text) > TEXT_MAX:
        return None
    if parameter.kind is Kind.NUMBER:
        return Decimal(text) if _NUMBER.fullmatch(text) else None
    if parameter.kind is Kind.CHOICE:
        return text if text in parameter.options else None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
