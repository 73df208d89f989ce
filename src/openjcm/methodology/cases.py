"""Worked examples beside a definition: what goes in, and what must come out.

An expected number is compared at the digits it states, halves away from zero; credits are the
reduction cut down to whole tonnes, never below zero, and are compared exactly. There are no
tolerances. Where a case has vintages, ``[expected.2017]`` is of one and ``[expected]`` of all.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType
from typing import Any

from openjcm.measure import Basis, Finding
from openjcm.methodology.catalogue import folder_of, load_definition
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition
from openjcm.methodology.files.forms import Form, Key, member, text
from openjcm.methodology.files.forms import table as form_of
from openjcm.methodology.files.schema import DRAFT
from openjcm.methodology.files.toml import Table, read_table
from openjcm.methodology.given import (
    ASKED,
    SECTIONS,
    VINTAGE,
    VINTAGES_MAX,
    YEAR,
    GivenValues,
    values_in,
)
from openjcm.methodology.numbers import plain_number
from openjcm.methodology.vintages import WorkedValues, work_given
from openjcm.methodology.working.inputs import Values
from openjcm.methodology.working.series import DIGITS

# A case stands for itself and is read by symbols, which only its definition knows.
_VALUES: Mapping[str, Any] = MappingProxyType({"type": "object"})
_STATED: Mapping[str, Any] = MappingProxyType(
    {"type": "string", "pattern": r"^\s*[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?\s*$"}
)
_CREDITS = "credits"
_EXPECTED_OF_ONE: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "properties": {_CREDITS: {"type": "integer"}},
        "additionalProperties": dict(_STATED),
    }
)
_EXPECTED: Mapping[str, Any] = MappingProxyType(
    {**_EXPECTED_OF_ONE, "patternProperties": {f"^{YEAR.pattern}$": dict(_EXPECTED_OF_ONE)}}
)
_VINTAGES: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "propertyNames": {"pattern": f"^{YEAR.pattern}$"},
        "additionalProperties": dict(_VALUES),
        "maxProperties": VINTAGES_MAX,
    }
)
CASE: Form = MappingProxyType(
    {
        "says": Key(text(), needed=True, says="how its numbers were worked outside the engine"),
        "evidence": Key(member(Basis), needed=True, says="how firm the weakest of the values is"),
        "source": Key(text(), needed=True, says="where the numbers come from"),
        **{
            section: Key(
                _VALUES, says=f"values by symbol, as the definition has them in [{section}.X]"
            )
            for section in (*SECTIONS, ASKED)
        },
        VINTAGE: Key(
            _VINTAGES,
            says="by calendar year, such as [vintage.2017]: the values of that year alone, by "
            "symbol",
        ),
        "expected": Key(
            _EXPECTED,
            says="results as texts in quotes, compared at the decimals they state; `credits`: "
            "the reduction cut down to whole tonnes, never below zero, compared exactly; of one "
            "vintage under its year, such as [expected.2017]",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out: numbers at the digits they state, and whole credits."""

    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    credits: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One worked example: its numbers were worked outside the engine, as ``says`` tells."""

    name: str
    says: str
    evidence: Basis
    source: str
    values: Values
    expected: Mapping[str, Decimal]
    credits: int | None
    asked: Values = field(default_factory=dict)
    of_vintage: Mapping[str, Values] = field(default_factory=dict)
    expected_of_vintage: Mapping[str, Expected] = field(default_factory=dict)

    @property
    def given(self) -> GivenValues:
        """The values as they are worked; ``values`` are those that all vintages share."""
        return GivenValues(self.values, self.asked, self.of_vintage)


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case, for editors."""
    return {"$schema": DRAFT, "title": "A case of a methodology", **form_of(CASE)}


def read_case(content: str, *, name: str) -> Case:
    """Read a case file.

    Raises:
        Malformed: anything is wrong with its form; carries every finding. Whether the values fit
            the definition is found when the case is worked.
    """
    table = read_table(content, place=name)
    case = None if table.found else _case(table)
    if case is None or table.found:
        raise refusal(f"{name} is no case", code="case-malformed", about=name, found=table.found)
    return case


def cases_of(definition_id: str) -> tuple[Case, ...]:
    """Return the cases that come with a bundled definition, by name.

    Raises:
        NotFound: there is no such definition.
        Malformed: the definition or a case cannot be read.
    """
    folder = folder_of(load_definition(definition_id).id) / "cases"
    texts = sorted((each.name, each.read_text(encoding="utf-8")) for each in folder.iterdir())
    return tuple(read_case(content, name=name) for name, content in texts)


def check_case(definition: Definition, case: Case) -> list[Finding]:
    """Work a case and return what does not come out as expected.

    Raises:
        Malformed: the values do not fit the definition.
    """
    worked = work_given(definition, case.given)
    found: list[Finding] = []
    for each in worked.vintages:
        expected = case.expected_of_vintage.get(each.year, Expected())
        place = f"{case.name}: {each.year}"
        found += _numbers_found(place, expected.numbers, each.calculation.value)
        found += _credits_found(place, expected.credits, each.credits)
    # The only set of values is its own total.
    found += _numbers_found(case.name, case.expected, _result_of(worked))
    return found + _credits_found(case.name, case.credits, worked.credits)


def at_digits_of(stated: Decimal, value: Decimal) -> Decimal:
    """Return ``value`` at as many decimals as ``stated`` shows, halves away from zero.

    >>> at_digits_of(Decimal("385.31"), Decimal("385.30501"))
    Decimal('385.31')
    """
    with localcontext(prec=2 * DIGITS):
        return value.quantize(stated, rounding=ROUND_HALF_UP)


def _result_of(worked: WorkedValues) -> Callable[[str], Decimal]:
    """Return the way to a result: of the only set each formula's, of several their sum."""
    return worked.vintages[0].calculation.value if len(worked.vintages) == 1 else worked.total


def _numbers_found(
    place: str, expected: Mapping[str, Decimal], value: Callable[[str], Decimal]
) -> Iterator[Finding]:
    for symbol, wanted in expected.items():
        if (got := at_digits_of(wanted, value(symbol))) != wanted:
            said = f"expected {wanted}, got {got}"
            yield Finding(Check.CASE_AGREES, f"{place}: {symbol}", said)


def _credits_found(place: str, wanted: int | None, got: int | None) -> list[Finding]:
    if wanted is None or wanted == got:
        return []
    told = "whole tonnes cannot be told from fifty digits"
    said = told if got is None else f"expected {wanted}, got {got}"
    return [Finding(Check.CASE_AGREES, f"{place}: {_CREDITS}", said)]


def _case(table: Table) -> Case:
    table.only(*CASE)
    given = values_in(table)
    whole, of_vintage = _expected(table.table("expected"), given)
    return Case(
        name=table.place,
        says=table.text("says"),
        evidence=table.member("evidence", Basis),
        source=table.text("source"),
        values=given.shared,
        expected=whole.numbers,
        credits=whole.credits,
        asked=given.asked,
        of_vintage=given.of_vintage,
        expected_of_vintage=of_vintage,
    )


def _expected(table: Table, given: GivenValues) -> tuple[Expected, dict[str, Expected]]:
    own, of_vintage = {}, {}
    for key, value in table.entries.items():
        if isinstance(value, dict) and key in given.of_vintage:
            part = table.table(key)
            of_vintage[key] = Expected(_numbers(part), _credits(part))
        else:
            own[key] = value
    whole = Table(table.place, own, table.found)
    return Expected(_numbers(whole), _credits(whole)), of_vintage


def _numbers(table: Table) -> dict[str, Decimal]:
    expected: dict[str, Decimal] = {}
    for symbol, given in table.entries.items():
        if symbol == _CREDITS:
            continue
        number = _stated(given)
        if number is None:
            table.refuse(
                Check.KIND_OF_VALUE,
                f"'{symbol}' is a text of the digits stated, such as \"385.31\"",
            )
        else:
            expected[symbol] = number
    return expected


def _stated(given: object) -> Decimal | None:
    # In quotes, because a reader of TOML may drop the last zero of 3106.20.
    if not isinstance(given, str):
        return None
    try:
        return plain_number(Decimal(given))
    except ArithmeticError:
        return None


def _credits(table: Table) -> int | None:
    given = table.entries.get(_CREDITS)
    if given is None or (isinstance(given, int) and not isinstance(given, bool)):
        return given
    table.refuse(Check.KIND_OF_VALUE, f"'{_CREDITS}' is a whole number")
    return None
