"""The formula language: what it reads, what it refuses, and how it prints."""

from decimal import Decimal

import pytest

from openjcm.measure import Malformed
from openjcm.methodology.language.nodes import (
    Call,
    Name,
    Number,
    Operation,
    gatherings_in,
    names_in,
)
from openjcm.methodology.language.parser import parse
from openjcm.methodology.language.printing import written


def test_a_number_becomes_a_decimal_from_its_text() -> None:
    """0.1 is a tenth, and its digits are kept."""
    assert parse("0.10") == Number(Decimal("0.1"))
    assert written(parse("0.10")) == "0.10"


def test_products_bind_more_strongly_than_sums() -> None:
    """A + B * C is A + (B * C)."""
    a, b, c = Name("A"), Name("B"), Name("C")

    assert parse("A + B * C") == Operation("+", a, Operation("*", b, c))
    assert parse("(A + B) * C") == Operation("*", Operation("+", a, b), c)


def test_equal_signs_are_worked_from_the_left() -> None:
    """A - B - C is (A - B) - C, and A / B * C is (A / B) * C."""
    a, b, c = Name("A"), Name("B"), Name("C")

    assert parse("A - B - C") == Operation("-", Operation("-", a, b), c)
    assert parse("A / B * C") == Operation("*", Operation("/", a, b), c)


def test_functions_gather_a_series_or_choose_among_terms() -> None:
    """With one argument over the index set, with several place by place."""
    gathering = parse("max(A)")
    choosing = parse("min(A, B, 1)")

    assert gathering == Call("max", (Name("A"),))
    assert gathering.gathers
    assert isinstance(choosing, Call)
    assert not choosing.gathers


@pytest.mark.parametrize(
    "text",
    [
        "sum(EC_PJ * COP_PJ / COP_RE) * EF",
        "A - (B - C)",
        "A - B + C",
        "A / (B * C)",
        "(A + B) * (C - 0.50)",
        "min(A, B + C, max(D))",
    ],
)
def test_a_formula_is_printed_as_it_was_written(text: str) -> None:
    """Brackets stand only where they are needed, digits as they were."""
    assert written(parse(text)) == text


def test_needless_brackets_and_blanks_are_not_printed() -> None:
    """The printed form is one form."""
    assert written(parse("((A*B)) +  (C)")) == "A * B + C"


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("", 1, "expected a number"),
        ("A +", 4, "expected a number"),
        ("A B", 3, "expected a sign between two terms"),
        ("2EF", 2, "expected a sign between two terms"),
        ("-A", 1, "expected a number"),
        ("A ** B", 4, "expected a number"),
        ("(A", 3, "expected )"),
        ("A)", 2, "expected a sign between two terms"),
        ("sum A", 5, "expected ("),
        ("sum()", 5, "expected a number"),
        ("sum(A, B)", 4, "sum takes one argument"),
        ("f(A)", 2, "expected a sign between two terms"),
        ("A.b", 2, "no part of the language"),
        ("1.", 2, "no part of the language"),
        ("A\tB", 2, "no part of the language"),
        ("'A'", 1, "no part of the language"),
        ("\u0660", 1, "no part of the language"),
        ("1e5", 2, "expected a sign between two terms"),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, at: int, message: str) -> None:
    """The message says at which character, and what was expected there."""
    with pytest.raises(Malformed) as refused:
        parse(text)

    assert str(refused.value).startswith(f"character {at}, ")
    assert message in str(refused.value)
    assert refused.value.code == "formula-readable"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("A" + " " * 1000, "at most 1000 characters"),
        ("+".join("A" * 101), "at most 200 words"),
        ("(" * 21 + "A" + ")" * 21, "at most 20 deep"),
        ("max(" * 21 + "A" + ")" * 21, "at most 20 deep"),
    ],
)
def test_a_formula_is_bounded(text: str, message: str) -> None:
    """No file can make the parser work or nest without end."""
    with pytest.raises(Malformed, match=message):
        parse(text)


def test_the_largest_formulas_are_read() -> None:
    """The bounds themselves are inside."""
    assert parse("(" * 20 + "A" + ")" * 20) == Name("A")
    assert len(list(names_in(parse("+".join("A" * 100))))) == 100


def test_the_names_of_a_formula_are_found() -> None:
    """In the order of the text; one that stands twice comes twice."""
    tree = parse("A * sum(B * C) - min(A, previous(D, 0))")

    assert list(names_in(tree)) == ["A", "B", "C", "A", "D"]


def test_inner_sums_come_before_outer_ones() -> None:
    """So that every step of a calculation stands after those it uses."""
    found = [written(each) for each in gatherings_in(parse("max(A - sum(B)) * EF"))]

    assert found == ["sum(B)", "max(A - sum(B))"]
