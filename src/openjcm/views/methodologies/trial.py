"""A definition tried with values of a reader's own, beginning with those of its worked case.

Nothing is kept. What a form cannot hold, a long series or the rows of a table, stays as the case
has it, and is named.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from openjcm.measure import Basis, Malformed
from openjcm.methodology import (
    Case,
    Check,
    Definition,
    Explanation,
    Given,
    Kind,
    Parameter,
    Values,
    WorkedVintage,
    cases_of,
    credits_of,
    explain,
    load_definition,
    work,
)
from openjcm.methodology.working.behind import formula_behind, inputs_behind
from openjcm.methodology.working.faults import Unworkable
from openjcm.views.methodologies.typed import TEXT_MAX, Typed, odd_as, read_typed

# Values of one series that a form holds.
SERIES_MAX = 4


@dataclass(frozen=True, slots=True)
class Field:
    """One value to type; ``place`` says of which member, ``value`` is what the text says.

    ``wrong`` is the stem of why it cannot be taken, ``odd`` that of how it lies outside of what is
    plausible; both are empty where nothing is said.
    """

    name: str
    place: str
    text: str
    value: Typed | None = None
    wrong: str = ""
    odd: str = ""


@dataclass(frozen=True, slots=True)
class TrialInput:
    """A parameter with its fields; ``kind`` decides how they are typed."""

    symbol: str
    says: str
    unit: str
    kind: Kind
    options: tuple[str, ...]
    plausible: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader must be told of a result, by a stem; ``about`` is a symbol."""

    stem: str
    about: str


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What came out, every value of it; ``credits`` is None where the tonne cannot be told."""

    explained: Explanation
    credits: int | None
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Unworked:
    """Why values that can all be read cannot be worked: a stem, and at which step it is so.

    ``inputs`` are the parameters that it rests on, ``is_at_fields`` whether fields say more.
    """

    stem: str
    symbol: str
    place: str
    inputs: tuple[str, ...]
    is_at_fields: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """A form and what came of it; ``kept`` are the symbols whose values stay those of the case."""

    inputs: tuple[TrialInput, ...]
    kept: tuple[str, ...]
    result: TrialResult | None = None
    unworked: Unworked | None = None

    @property
    def wrong(self) -> tuple[tuple[TrialInput, Field], ...]:
        """The fields that cannot be taken, each with its parameter."""
        return tuple((of, field) for of in self.inputs for field in of.fields if field.wrong)

    @property
    def odd(self) -> tuple[tuple[TrialInput, Field], ...]:
        """The fields outside of what is plausible, each with its parameter."""
        return tuple((of, field) for of in self.inputs for field in of.fields if field.odd)

    @property
    def is_refused(self) -> bool:
        """Whether it was asked and nothing came out."""
        return bool(self.wrong or self.unworked)


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
            each.symbol: _filled(tried[each.symbol][0], texts[each.symbol])
            for each in definition.parameters
            if each.symbol in tried
        },
    }
    return _worked(definition, values, trial)


def _worked(definition: Definition, values: Values, trial: Trial) -> Trial:
    try:
        done = work(definition, values)
    except Malformed as error:
        return _unworked(definition, trial, error)
    worked = WorkedVintage("", done, credits_of(done))
    remarks = {
        Remark(str(each.rule), each.place.partition(",")[0])
        for each in worked.warnings
        # Of what can be typed, the field itself says it.
        if each.rule != Check.INPUT_PLAUSIBLE or each.place.partition(",")[0] in trial.kept
    }
    explained = explain(definition, done, Basis.ILLUSTRATIVE)
    told = tuple(sorted(remarks, key=lambda each: (each.stem, each.about)))
    return replace(trial, result=TrialResult(explained, worked.credits, told))


def _unworked(definition: Definition, trial: Trial, error: Malformed) -> Trial:
    """Return a form that says why it cannot be worked; zeros that are divided by are marked."""
    stem = error.code if error.code in set(Unworkable) else "other"
    formula = formula_behind(definition, error.about)
    behind = inputs_behind(definition, stem, error.about)
    place = error.message.partition(": ")[0].partition(", ")[2]
    inputs = trial.inputs
    if stem == Unworkable.DIVIDED_BY_ZERO:
        inputs = tuple(
            _zeros_marked(each, place) if each.symbol in behind else each for each in inputs
        )
    marked = replace(trial, inputs=inputs)
    symbol = formula.gives if formula else error.about
    told = Unworked(stem, symbol, place, behind, is_at_fields=bool(marked.wrong))
    return replace(marked, unworked=told)


def _zeros_marked(of: TrialInput, place: str) -> TrialInput:
    """Mark the zeros of an input at a place of a formula, which runs over its sets and more."""
    at = set(place.split(", "))
    fields = (
        replace(each, wrong="divisor")
        if each.value == 0 and (not each.place or set(each.place.split(", ")) <= at)
        else each
        for each in of.fields
    )
    return replace(of, fields=tuple(fields))


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
    plausible = parameter.plausible
    return TrialInput(
        parameter.symbol,
        parameter.says,
        parameter.unit.text if parameter.kind is Kind.NUMBER else "",
        parameter.kind,
        parameter.options,
        str(plausible) if plausible else "",
        tuple(_judged(parameter, each) for each in typed),
    )


def _judged(parameter: Parameter, field: Field) -> Field:
    value, wrong = read_typed(parameter, field.text)
    odd = "" if value is None else odd_as(parameter, value)
    return replace(field, value=value, wrong=wrong, odd=odd)


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


def _filled(given: Given, fields: Iterator[Field]) -> Given:
    """Return values in the form of the case, with those of the fields in their places."""
    if isinstance(given, Mapping):
        return {name: _filled(part, fields) for name, part in given.items()}
    if isinstance(given, list | tuple):
        return [_filled(part, fields) for part in given]
    value = next(fields).value
    assert value is not None, "what cannot be read is not worked"
    return value
