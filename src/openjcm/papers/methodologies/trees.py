"""A calculation laid open as a tree of lines, in the order of the document."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from openjcm.methodology import At, Branch, Explanation
from openjcm.papers.methodologies.names import option_words, place_words
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say

SHOWN = 12
_INPUTS = ("monitored", "fixed")


def tree_text(explanation: Explanation, language: str) -> str:
    """Write every tree; of a long series the first places, and how many more there are."""
    lines: list[str] = []
    for tree in explanation.trees:
        lines += [*_lines(tree, "", "", language), ""]
    return "\n".join(lines)


def value_words(language: str, at: At, unit: str) -> str:
    """Write a value with its unit, every digit of it; a unit of 1 is none."""
    number = isinstance(at.value, Decimal)
    value = f"{at.value:f}" if number else option_words(language, str(at.value))
    return value if unit in ("", "1") else f"{value} {unit}"


def _lines(branch: Branch, first: str, rest: str, language: str) -> Iterator[str]:
    one = branch.values[0] if len(branch.values) == 1 and not branch.values[0].at else None
    yield first + "  ".join(_words(branch, one, language))
    inner = rest + ("│  " if branch.branches else "   ")
    if one is None:
        for at in branch.values[:SHOWN]:
            yield f"{inner}{place_words(language, at.at)}: {value_words(language, at, branch.unit)}"
        if len(branch.values) > SHOWN:
            yield inner + say(language, "branch-more", count=len(branch.values) - SHOWN)
    yield from _below(branch.branches, rest, language)


def _below(branches: Sequence[Branch], rest: str, language: str) -> Iterator[str]:
    for number, each in enumerate(branches, start=1):
        last = number == len(branches)
        yield from _lines(
            each, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "), language
        )


def _words(branch: Branch, one: At | None, language: str) -> Iterator[str]:
    """Yield what stands on the line of a branch."""
    is_worked = branch.formula and branch.kind not in ("earlier", "looked-up")
    name = f"{branch.symbol} = {branch.formula}" if is_worked else branch.symbol
    yield f"{name} = {value_words(language, one, branch.unit)}" if one else name
    if branch.kind in (*_INPUTS, "earlier", "looked-up"):
        yield say(language, f"branch-{branch.kind}")
    yield f"[{say(language, f'basis-{branch.basis}')}]"
    if not branch.is_exact:
        yield say(language, "branch-not-exact")
    if branch.kind == "looked-up" and branch.source:
        yield say(language, "branch-source", source=as_recorded(language, branch.source))
