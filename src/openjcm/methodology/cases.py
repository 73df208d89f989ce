"""Worked examples beside a definition: what goes in, and what must come out.

An expected number is compared at the digits it states, halves away from zero; credits are the
reduction cut down to whole tonnes and are compared exactly. There are no tolerances.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from openjcm.measure import Basis, Finding, cut_down
from openjcm.methodology.calculation import DIGITS, Calculation, work
from openjcm.methodology.catalogue import folder_of, load_definition
from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.definition import Definition
from openjcm.methodology.tables import Table, plain_number, read_table

_KEYS = ("says", "evidence", "source", "monitored", "fixed", "expected")
_CREDITS = "credits"


@dataclass(frozen=True, slots=True)
class Case:
    """One worked example: its numbers were worked outside the engine, as ``says`` tells."""

    name: str
    says: str
    evidence: Basis
    source: str
    values: Mapping[str, Sequence[Decimal] | Decimal]
    expected: Mapping[str, Decimal]
    credits: int | None


def read_case(text: str, *, name: str) -> Case:
    """Read a case file.

    Raises:
        Malformed: anything is wrong with its form; carries every finding. Whether the values fit
            the definition is found when the case is worked.
    """
    table = read_table(text, place=name)
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
    return tuple(read_case(text, name=name) for name, text in texts)


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
    if case.credits is None or case.credits == got:
        return []
    message = f"expected {case.credits}, got {got}"
    return [Finding(Check.CASE_AGREES, f"{case.name}: {_CREDITS}", message)]


def _case(table: Table) -> Case:
    table.only(*_KEYS)
    return Case(
        name=table.place,
        says=table.text("says"),
        evidence=table.member("evidence", Basis),
        source=table.text("source"),
        values=_values(table.table("monitored")) | _values(table.table("fixed")),
        expected=_expected(table.table("expected")),
        credits=_credits(table.table("expected")),
    )


def _values(table: Table) -> dict[str, Sequence[Decimal] | Decimal]:
    values: dict[str, Sequence[Decimal] | Decimal] = {}
    for symbol, given in table.entries.items():
        read = [plain_number(each) for each in (given if isinstance(given, list) else [given])]
        numbers = [each for each in read if each is not None]
        if len(numbers) < len(read):
            table.refuse(Check.KIND_OF_VALUE, f"'{symbol}' is a number or a list of numbers")
        else:
            values[symbol] = numbers if isinstance(given, list) else numbers[0]
    return values


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
