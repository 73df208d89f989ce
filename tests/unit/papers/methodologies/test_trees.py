"""A calculation as a tree of lines, and two versions as columns."""

from decimal import Decimal

import pytest

from openjcm.measure import Basis
from openjcm.methodology import At, Branch, BranchKind, Explanation
from openjcm.methodology.comparing import compare
from openjcm.papers.methodologies.comparisons import comparison_text
from openjcm.papers.methodologies.fields import field_words
from openjcm.papers.methodologies.trees import tree_text, value_words


def _branch(
    kind: BranchKind, symbol: str, count: int, *below: Branch, exact: bool = True
) -> Branch:
    values = tuple(At(f"unit {n}" if count > 1 else "", Decimal(n)) for n in range(1, count + 1))
    formula = "" if kind is BranchKind.MONITORED else "A * B"
    return Branch(kind, symbol, formula, "t", values, Basis.DERIVED, "", "", exact, below)


def test_a_tree_has_a_line_for_each_value_and_its_parts_below() -> None:
    """Of a long series the first twelve places are written, and how many more there are."""
    term = _branch(BranchKind.TERM, "RE_1", 14)
    result = _branch(
        BranchKind.RESULT, "RE", 1, term, _branch(BranchKind.MONITORED, "A", 1), exact=False
    )

    lines = tree_text(Explanation("x", Basis.DERIVED, (result,)), "en").splitlines()

    assert lines[0] == "RE = A * B = 1 t  [derived]  rounded at the 50th digit"
    assert lines[1] == "├─ RE_1 = A * B  [derived]"
    assert lines[2] == "│     unit 1: 1 t"
    assert lines[14] == "│     … and 2 more"
    assert lines[15] == "└─ A = 1 t  monitored  [derived]"


def test_options_days_and_ratios_have_no_unit() -> None:
    """A one is no unit to be read."""
    assert value_words("en", At("", "gas"), "") == "gas"
    assert value_words("en", At("", Decimal("0.50")), "1") == "0.50"
    assert value_words("ja", At("", "gas"), "") == "gas（ガス）"  # noqa: RUF001 - as it is written


@pytest.mark.parametrize("language", ["en", "ja"])
def test_versions_stand_in_two_columns(language: str) -> None:
    """What differs is written out; what only one has is said; what is the same stands once.

    Once in what the entry says, that is, and once in the definition.
    """
    text = comparison_text(compare("BD_AM002_ver01.0", "OJ_displacement_ver1"), language)
    same = comparison_text(compare("BD_AM002_ver01.0", "BD_AM002_ver01.0"), language)

    assert "EF_RE" in text
    assert "sum(EG * EF_RE)" in text
    assert same.count("sum(EG * EF_RE)") == 2
    assert comparison_text(compare("ID_AM002_ver01.0", "ID_AM002_ver02.0"), language)


def test_stems_are_said_in_words() -> None:
    """Evidence, role and standing have words; a text that is ours has Japanese."""
    assert (
        field_words("en", "role", "fixed ex ante by the project") == "fixed ex ante by the project"
    )
    assert field_words("ja", "status", "unofficial template") == "非公式の代用様式"
    assert field_words("en", "rests_on", "official_summary") == "an official summary"
    assert field_words("en", "value", "") == "–"
