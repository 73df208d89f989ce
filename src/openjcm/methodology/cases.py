"""Worked examples beside a definition: what goes in, and what must come out.

An expected number is compared at the digits it states, halves away from zero; credits are the
reduction cut down to whole tonnes and are compared exactly. There are no tolerances.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType
from typing import Any

from openjcm.measure import Basis, Finding, cut_down
from openjcm.methodology.catalogue import folder_of, load_definition
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition
from openjcm.methodology.files.forms import Form, Key, member, text
from openjcm.methodology.files.forms import table as form_of
from openjcm.methodology.files.schema import DRAFT
from openjcm.methodology.files.toml import Table, read_table
from openjcm.methodology.numbers import plain_number
from openjcm.methodology.working.calculation import Calculation, is_whole_tonne_told, work
from openjcm.methodology.working.inputs import Given, Values
from openjcm.methodology.working.series import DIGITS

# A case stands for itself and is read by symbols, which only its definition knows.
_VALUES: Mapping[str, Any] = MappingProxyType({"type": "object"})
_EXPECTED: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "properties": {"credits": {"type": "integer"}},
        "additionalProperties": {
            "type": "string",
            "pattern": r"^\s*[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?\s*$",
        },
    }
)
CASE: Form = MappingProxyType(
    {
        "says": Key(text(), needed=True, says="how its numbers were worked outside the engine"),
        "evidence": Key(member(Basis), needed=True, says="how firm the values are"),
        "source": Key(text(), needed=True, says="where the numbers come from"),
        **{
            section: Key(
                _VALUES, says=f"values by symbol, as the definition has them in [{section}.X]"
            )
            for section in ("monitored", "fixed", "table")
        },
        "expected": Key(
            _EXPECTED,
            says="results as texts in quotes, compared at the decimals they state; `credits`: "
            "the reduction cut down to whole tonnes, compared exactly",
        ),
    }
)
_DEPTH_MAX = 6
"""How deep the values of a case are nested."""
_CREDITS = "credits"


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
    calculation = work(definition, case.values)
    found = [
        Finding(Check.CASE_AGREES, f"{case.name}: {symbol}", f"expected {wanted}, got {got}")
        for symbol, wanted in case.expected.items()
        if (got := at_digits_of(wanted, calculation.value(symbol))) != wanted
    ]
    return found + _credits_found(case, calculation)


def at_digits_of(stated: Decimal, value: Decimal) -> Decimal:
    """Return ``value`` at as many decimals as ``stated`` shows, halves away from zero.

    >>> at_digits_of(Decimal("385.31"), Decimal("385.30501"))
    Decimal('385.31')
    """
    with localcontext(prec=2 * DIGITS):
        return value.quantize(stated, rounding=ROUND_HALF_UP)


def _credits_found(case: Case, calculation: Calculation) -> list[Finding]:
    got = cut_down(calculation.value("ER"))
    if case.credits is None:
        return []
    if not is_whole_tonne_told(calculation.value("ER"), calculation.uncertainty("ER")):
        message = "whole tonnes cannot be told from fifty digits"
        return [Finding(Check.CASE_AGREES, f"{case.name}: {_CREDITS}", message)]
    if case.credits == got:
        return []
    message = f"expected {case.credits}, got {got}"
    return [Finding(Check.CASE_AGREES, f"{case.name}: {_CREDITS}", message)]


def _case(table: Table) -> Case:
    table.only(*CASE)
    return Case(
        name=table.place,
        says=table.text("says"),
        evidence=table.member("evidence", Basis),
        source=table.text("source"),
        values=values_of(table.entries, place=table.place, found=table.found),
        expected=_expected(table.table("expected")),
        credits=_credits(table.table("expected")),
    )


def values_of(entries: dict[str, object], *, place: str, found: list[Finding]) -> Values:
    """Read the values of a case file; what is wrong with them goes into ``found``.

    They stand under ``[monitored]``, ``[fixed]`` and ``[table]``: a number, an option, a day, or
    lists and tables of these by index set.
    """
    table = Table(place, entries, found)
    values: dict[str, Given] = {}
    for section in ("monitored", "fixed", "table"):
        part = table.table(section)
        for symbol, given in part.entries.items():
            read = _given(given, _DEPTH_MAX)
            if read is None:
                part.refuse(
                    Check.KIND_OF_VALUE,
                    f"'{symbol}' is a number, an option, a day, or a list or table of these",
                )
            else:
                values[symbol] = read
    return values


def _given(given: object, depth: int) -> Given | None:
    if isinstance(given, str | date):
        return given
    if isinstance(given, dict | list) and depth:
        parts = {
            key: _given(part, depth - 1)
            for key, part in (given.items() if isinstance(given, dict) else enumerate(given))
        }
        read = {key: part for key, part in parts.items() if part is not None}
        if len(read) < len(parts):
            return None
        return (
            {str(key): part for key, part in read.items()}
            if isinstance(given, dict)
            else list(read.values())
        )
    return plain_number(given)


def _expected(table: Table) -> dict[str, Decimal]:
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
