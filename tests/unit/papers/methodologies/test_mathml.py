"""Formulas as MathML: every kind of node, well formed, and the text beside it."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from openjcm.measure import Basis, unit
from openjcm.methodology import all_definitions, all_templates
from openjcm.methodology.definition import Criterion, Formula, Gathering, Known
from openjcm.methodology.language.nodes import FUNCTIONS, Call
from openjcm.methodology.language.parser import parse
from openjcm.papers.methodologies.mathml import condition_mathml, formula_mathml

KNOWN = Known(Basis.DERIVED, "x")
LANGUAGES = ("en", "ja")


def _formula(text: str, along: str = "") -> Formula:
    tree, one = parse(text), unit("1")
    gathered = (
        (Gathering(tree, one, "chiller", ("chiller",), text, text),)
        if isinstance(tree, Call) and tree.gathers
        else ()
    )
    return Formula("X_RE", tree, one, "x", KNOWN, gatherings=gathered, along=along)


def _seen(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


@pytest.mark.parametrize(
    ("text", "shown", "tags"),
    [
        ("0.533", "0.533", ["mn"]),
        ("EC_PJ", "ECPJ", ["msub"]),
        ("A - B * C", "A−B×C", ["mo"]),
        ("(A - B) * C", "(A−B)×C", ["mo"]),
        ("A / B * C", "AB×C", ["mfrac"]),
        ("(A + B) ^ 2", "(A+B)2", ["msup"]),
        ("sum(A * B)", "∑chillerA×B", ["munder"]),
        ("sum(A - B over waste)", "∑waste(A−B)", ["munder"]),
        ("sum(A over year) * B", "(∑yearA)×B", ["munder"]),
        ("max(A)", "maxchiller(A)", ["munder"]),
        ("min(A, B)", "min(A,B)", ["mi"]),
        ("exp(0 - K)", "e0−K", ["msup"]),
        ("case when A > B then A else B end", "{Aif\u00a0A>BBotherwise", ["mtable"]),
        ('case when not A = "gas" then 1 else 0 end', "{1if\u00a0¬A=“gas”0otherwise", ["mtr"]),
        ("lookup(T, A)", "T[A]", ["mi"]),
        ("previous(A, 0)", "Aplace−1(at first\u00a00)", ["msub"]),
        ("previous(A, 0 over year)", "Ayear−1(at first\u00a00)", ["msub"]),
    ],
)
def test_each_kind_of_node_has_its_form(text: str, shown: str, tags: list[str]) -> None:
    """What is seen without markup, and the element that sets it."""
    markup = formula_mathml(_formula(text), "en")

    assert _seen(markup).removeprefix("XRE=") == shown
    assert all(f"<{tag}" in markup for tag in tags)


def test_index_sets_are_named_in_the_language_of_the_page() -> None:
    """Below a sum, and where a series goes back."""
    assert "∑廃棄物A×B" in _seen(formula_mathml(_formula("sum(A * B over waste)"), "ja"))
    assert "年−1" in _seen(formula_mathml(_formula("previous(A, 0 over year)"), "ja"))


def test_a_series_that_goes_back_names_its_set() -> None:
    """The place before is that of the year."""
    assert "year−1" in _seen(formula_mathml(_formula("previous(A, 0)", along="year"), "en"))


def test_conditions_are_written_by_signs() -> None:
    """And or, and signs that a keyboard lacks; a criterion without one is left to the validator."""
    criterion = Criterion("1", "x", KNOWN, parse("A <= 1 and (B >= 2 or C <> 3)"))

    assert _seen(condition_mathml(criterion, "en")) == "A≤1∧(B≥2\u2228C≠3)"
    assert condition_mathml(Criterion("2", "x", KNOWN), "en") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bundled_formula_is_well_formed_and_has_its_text(language: str) -> None:
    """Its alternative is the formula as the language prints it."""
    for definition in (*all_definitions(), *all_templates()):
        for formula in definition.formulas:
            tree = ET.fromstring(formula_mathml(formula, language))  # noqa: S314 - our own
            assert tree.get("alttext") == f"{formula.gives} = {formula.text}"


def test_every_function_of_the_language_was_shown() -> None:
    """A function that is added needs its form, and a case above."""
    assert set(FUNCTIONS) == {"sum", "mean", "min", "max", "exp", "lookup", "previous"}
