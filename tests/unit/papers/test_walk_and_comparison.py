"""The walk back and the comparison as plain text."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

import pytest

from openjcm.papers import LANGUAGES, MissingWord, agreement_sentence, comparison_text, walk_text
from openjcm.papers.walk_words import label_words
from openjcm.papers.words import PAPERS
from openjcm.views.comparison import Comparison, Pair
from openjcm.views.walk import Walk, WalkStep

Golden = Callable[[str, str], str]


@pytest.mark.parametrize("language", LANGUAGES)
def test_walk_and_comparison_are_as_they_were_reviewed(
    golden: Golden, walk: Walk, comparison: Comparison, language: str
) -> None:
    """Both stand as golden files, read by people."""
    walked, compared = walk_text(walk, language), comparison_text(comparison, language)

    assert walked == golden(f"walk.{language}.txt", walked)
    assert compared == golden(f"comparison.{language}.txt", compared)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_published_walk_ends_where_nothing_more_is_public(walk: Walk, language: str) -> None:
    """The end of the way is said, not left open."""
    end = WalkStep("monitoring-report", None, missing="monitoring-report-not-public")
    text = walk_text(replace(walk, rehearsal=False, steps=(end,)), language)

    assert "REHEARSAL" not in text
    assert "リハーサル" not in text
    assert text.rstrip().endswith(
        "the monitoring report is not public."
        if language == "en"
        else "モニタリング報告書は公開されていません。"
    )


def test_a_symbol_of_a_methodology_keeps_its_spelling() -> None:
    """The document's own symbols are not stems, so nobody translates them."""
    assert label_words("ja", "COP_PJ") == "COP_PJ"
    assert label_words("ja", "meter") == "計器"
    with pytest.raises(MissingWord):
        label_words("en", "no-such-label")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stem_that_a_walk_names_has_words(language: str) -> None:
    """No walk stops because the catalogue lacks a word of one of its stations."""
    lacking = {
        stem
        for module in ("stations.py", "walks.py")
        for stem in _stems(ast.parse((files("openjcm.views") / module).read_text("utf-8")))
        if not PAPERS.has(language, stem)
    }

    assert not lacking


def test_a_figure_that_differs_is_named(comparison: Comparison) -> None:
    """One sentence says that they do not agree, and where."""
    wrong = replace(
        comparison,
        pairs=(
            Pair("BD002", "goj", 73, 72),
            Pair("total", "goj", 251, 250),
            Pair("BD002", "months", 29, 29),
        ),
        first_serials=(),
    )

    assert agreement_sentence(wrong, "en") == (
        "The rehearsal does not agree with the published figures: "
        "BD002 GoJ will acquire, Total GoJ will acquire."
    )
    assert "NO\n" in comparison_text(wrong, "en")
    assert "serial" not in comparison_text(wrong, "en")


def test_a_figure_that_is_not_published_agrees_with_nothing(comparison: Comparison) -> None:
    """No figure by calendar year is published, so none is said to agree."""
    lines = [
        line for line in comparison_text(comparison, "en").splitlines() if ", vintage " in line
    ]

    assert len(lines) == 7
    assert all("not published" in line and "nothing to compare with" in line for line in lines)


def _stems(tree: ast.AST) -> Iterator[str]:
    """Give the keys that calls of ``WalkStep``, ``Fact`` and ``Table`` ask for."""
    prefixes = {"WalkStep": "step", "Fact": "label"}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        named = [word.value for word in call.keywords if word.arg == "missing"]
        yield from _keys("missing", named)
        if call.func.id in prefixes:
            yield from _keys(prefixes[call.func.id], call.args[:1])
        if call.func.id == "Table" and isinstance(call.args[1], ast.Tuple):
            yield from _keys("label", [*call.args[:1], *call.args[1].elts])


def _keys(prefix: str, nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield f"{prefix}-{node.value}"
