"""A formula as MathML, written from its tree, with the text of the language as its alternative.

Every kind of node has its form: sums with their index set below, fractions, powers, cases in a
brace, tables with their key in brackets, and the place before as an index.
"""

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

from openjcm.methodology import Criterion, Formula
from openjcm.methodology.language.nodes import (
    NOT_POWER,
    POWERS,
    Call,
    Case,
    Denial,
    Lookup,
    Name,
    Node,
    Number,
    Operation,
    Previous,
    Word,
)
from openjcm.methodology.language.printing import written
from openjcm.papers.methodologies.names import set_words
from openjcm.papers.words import say

_SIGNS = {"-": "−", "<=": "≤", ">=": "≥", "<>": "≠"}
_WORDS = {"and": "∧", "or": "∨"}  # noqa: RUF001 - the sign of logic
_ALONE = (4, 7)
_WHOLE = max(POWERS.values()) + 1


def formula_mathml(formula: Formula, language: str) -> str:
    """Write an equation: what it gives, and what that is."""
    over = {id(each.tree): each.over for each in formula.gatherings}
    write = _Writer(language, over, formula.along)
    body = f"{_symbol(formula.gives)}<mo>=</mo>{write(formula.tree)}"
    return _math(body, f"{formula.gives} = {formula.text}")


def condition_mathml(criterion: Criterion, language: str) -> str:
    """Write the condition of a criterion; empty where the validator answers it."""
    if criterion.tree is None:
        return ""
    return _math(_Writer(language, {}, "")(criterion.tree), written(criterion.tree))


def _math(body: str, text: str) -> str:
    return (
        f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" '
        f'alttext="{escape(text)}"><mrow>{body}</mrow></math>'
    )


def _symbol(symbol: str) -> str:
    """Write ``EC_PJ`` as EC with PJ below it."""
    name, _, below = symbol.partition("_")
    if not below:
        return _identifier(name)
    return (
        f'<msub>{_identifier(name)}<mi mathvariant="normal">{below.replace("_", ",")}</mi></msub>'
    )


def _identifier(name: str) -> str:
    return f'<mi mathvariant="normal">{escape(name)}</mi>' if len(name) == 1 else f"<mi>{name}</mi>"


def _row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _bracketed(inner: str) -> str:
    return _row("<mo>(</mo>", inner, "<mo>)</mo>")


class _Writer:
    """Writes the nodes of one formula."""

    def __init__(self, language: str, over: Mapping[int, str], along: str) -> None:
        self._language = language
        self._over = over
        self._along = along

    def __call__(self, node: Node) -> str:
        return _WRITTEN[type(node)](self, node)

    def say(self, key: str) -> str:
        """Write a word of the language of the page."""
        return f"<mtext>{escape(say(self._language, key))}</mtext>"

    def set(self, name: str) -> str:
        """Write the name of an index set."""
        return f"<mtext>{escape(set_words(self._language, name))}</mtext>"

    def within(self, node: Node, power: int) -> str:
        """Write a part, in brackets where it binds less."""
        return _bracketed(self(node)) if _strength(node) < power else self(node)

    def operation(self, node: Operation) -> str:
        """Write a quotient as a fraction, a power above its base, all else side by side."""
        if node.sign == "/":
            return f"<mfrac>{_row(self(node.left))}{_row(self(node.right))}</mfrac>"
        power = POWERS[node.sign]
        if node.sign == "*":
            # How far a sum reaches is seen: what is multiplied with it stands outside of it.
            return _row(
                self._factor(node.left, power), "<mo>×</mo>", self._factor(node.right, power + 1)
            )
        left = self.within(node.left, power + 1 if power in _ALONE else power)
        if node.sign == "^":
            return f"<msup>{_row(left)}{_row(self(node.right))}</msup>"
        sign = _WORDS.get(node.sign) or _SIGNS.get(node.sign, node.sign)
        return _row(left, f"<mo>{escape(sign)}</mo>", self.within(node.right, power + 1))

    def _factor(self, node: Node, power: int) -> str:
        is_sum = isinstance(node, Call) and node.gathers
        return _bracketed(self(node)) if is_sum else self.within(node, power)

    def call(self, node: Call) -> str:
        """Write what gathers with its index set below, and all else as a function."""
        if node.gathers:
            return self._gathered(node)
        if node.function == "exp":
            return f'<msup><mi mathvariant="normal">e</mi>{_row(self(node.arguments[0]))}</msup>'
        inner = "<mo>,</mo>".join(map(self, node.arguments))
        return _row(f"<mi>{node.function}</mi>", _bracketed(inner))

    def _gathered(self, node: Call) -> str:
        over = node.over or self._over.get(id(node), "")
        is_sum = node.function == "sum"
        sign = "<mo>∑</mo>" if is_sum else f"<mi>{node.function}</mi>"
        head = f"<munder>{sign}{self.set(over)}</munder>" if over else sign
        inner = self(node.arguments[0])
        # A sum reaches over a product; a sum or difference in it stands in brackets.
        is_product = is_sum and _strength(node.arguments[0]) >= POWERS["*"]
        return _row(head, inner if is_product else _bracketed(inner))

    def case(self, node: Case) -> str:
        """Write the branches below one another behind a brace."""
        rows = [
            f"<mtr><mtd>{self(then)}</mtd><mtd>{self.say('math-if')}{self(when)}</mtd></mtr>"
            for when, then in node.branches
        ]
        last = f"<mtr><mtd>{self(node.otherwise)}</mtd><mtd>{self.say('math-else')}</mtd></mtr>"
        return _row("<mo>{</mo>", f"<mtable>{''.join(rows)}{last}</mtable>")

    def lookup(self, node: Lookup) -> str:
        """Write a table with its key in square brackets."""
        return _row(_symbol(node.table), "<mo>[</mo>", self(node.key), "<mo>]</mo>")

    def previous(self, node: Previous) -> str:
        """Write a symbol at the place before, and what it is at the first."""
        over = node.over or self._along
        place = self.set(over) if over else self.say("math-place")
        first = _row(self.say("math-first"), self(node.first))
        before = _row(place, "<mo>−</mo><mn>1</mn>")
        return _row(f"<msub>{_row(_symbol(node.symbol))}{before}</msub>", _bracketed(first))


def _strength(node: Node) -> int:
    if isinstance(node, Operation):
        return _WHOLE if node.sign == "/" else POWERS[node.sign]
    return NOT_POWER if isinstance(node, Denial) else _WHOLE


_WRITTEN: Mapping[type[Node], Callable[[_Writer, Any], str]] = MappingProxyType(
    {
        Number: lambda _, node: f"<mn>{node.value:f}</mn>",
        Name: lambda _, node: _symbol(node.symbol),
        Word: lambda _, node: f"<mtext>“{escape(node.text)}”</mtext>",
        Operation: _Writer.operation,
        Denial: lambda write, node: _row("<mo>¬</mo>", write.within(node.part, NOT_POWER)),
        Case: _Writer.case,
        Lookup: _Writer.lookup,
        Previous: _Writer.previous,
        Call: _Writer.call,
    }
)
