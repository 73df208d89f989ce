"""The text of a formula becomes a tree: a Pratt parser of our own.

Total and bounded: no evaluation, no definitions, no loops; a number becomes a ``Decimal`` from
its text. Names are not looked up here.
"""

import re
from collections import deque
from decimal import Decimal

from openjcm.methodology.language.nodes import (
    COMPARISONS,
    FUNCTIONS,
    NOT_POWER,
    POWERS,
    WORDS,
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
from openjcm.methodology.language.tokens import END, Token, cut_up, refuse_at

DEPTH_MAX = 20
"""How deep brackets, calls, `case` and `not` stand in one another."""
INDEX_SET = re.compile(r"[a-z][a-z ]{0,39}", re.ASCII)
# Signs that stand between two terms and no more: what would A < B < C or A ^ B ^ C be?
_ALONE = (COMPARISONS, ("^",))
_ONE_ARGUMENT = ("sum", "mean", "exp")


def parse(text: str) -> Node:
    """Read a formula.

    Raises:
        Malformed: it is too long or too deep, or the language has no such sentence; the message
            says at which character.

    >>> parse("EG * 0.533")
    Operation(sign='*', left=Name(symbol='EG'), right=Number(value=Decimal('0.533')))
    """
    ahead = deque(cut_up(text))
    node = _expression(ahead, power=0, depth=0)
    if ahead[0].kind != END:
        refuse_at(ahead[0], "expected a sign between two terms, or the end")
    return node


def _expression(ahead: deque[Token], *, power: int, depth: int) -> Node:
    """Read terms as long as the signs between them bind more strongly than ``power``."""
    if depth > DEPTH_MAX:
        refuse_at(ahead[0], f"brackets are nested at most {DEPTH_MAX} deep")
    left = _term(ahead, depth=depth)
    while (binds := _power_of(ahead[0])) > power:
        sign = ahead.popleft().text
        left = Operation(sign, left, _expression(ahead, power=binds, depth=depth))
        if any(sign in alone and ahead[0].text in alone for alone in _ALONE):
            refuse_at(ahead[0], f"{sign} stands between two terms; use brackets")
    return left


def _power_of(token: Token) -> int:
    return POWERS.get(token.text, 0) if token.kind in ("sign", "name") else 0


def _term(ahead: deque[Token], *, depth: int) -> Node:
    token = ahead.popleft()
    if token.kind == "number":
        return Number(Decimal(token.text))
    if token.kind == "word":
        return Word(token.text)
    if token.kind == "name" and token.text not in WORDS and token.text not in FUNCTIONS:
        return Name(token.text)
    return _begun(token, ahead, depth=depth + 1)


def _begun(token: Token, ahead: deque[Token], *, depth: int) -> Node:
    """Read what a word of the language or an opening bracket begins."""
    if token.text == "not":
        return Denial(_expression(ahead, power=NOT_POWER, depth=depth))
    if token.text == "case":
        return _case(ahead, depth=depth)
    if token.text in FUNCTIONS:
        return _call(ahead, token.text, depth=depth)
    if token.text != "(":
        refuse_at(token, "expected a number, a symbol or an opening bracket")
    inner = _expression(ahead, power=0, depth=depth)
    _take(ahead, ")")
    return inner


def _case(ahead: deque[Token], *, depth: int) -> Case:
    branches: list[tuple[Node, Node]] = []
    while ahead[0].text == "when" or not branches:
        _take(ahead, "when")
        condition = _expression(ahead, power=0, depth=depth)
        _take(ahead, "then")
        branches.append((condition, _expression(ahead, power=0, depth=depth)))
    _take(ahead, "else")
    otherwise = _expression(ahead, power=0, depth=depth)
    _take(ahead, "end")
    return Case(tuple(branches), otherwise)


def _call(ahead: deque[Token], function: str, *, depth: int) -> Node:
    opening = _take(ahead, "(")
    if function in ("lookup", "previous"):
        return _of_a_name(ahead, function, depth=depth)
    arguments = [_expression(ahead, power=0, depth=depth)]
    while ahead[0].text == ",":
        ahead.popleft()
        arguments.append(_expression(ahead, power=0, depth=depth))
    if function in _ONE_ARGUMENT and len(arguments) > 1:
        refuse_at(opening, f"{function} takes one argument")
    over = _over(ahead) if function != "exp" and len(arguments) == 1 else ""
    _take(ahead, ")")
    return Call(function, tuple(arguments), over)


def _of_a_name(ahead: deque[Token], function: str, *, depth: int) -> Node:
    name = ahead.popleft()
    if name.kind != "name" or name.text in WORDS or name.text in FUNCTIONS:
        refuse_at(name, f"{function} takes a symbol first")
    _take(ahead, ",")
    second = _expression(ahead, power=0, depth=depth)
    over = _over(ahead) if function == "previous" else ""
    _take(ahead, ")")
    return Lookup(name.text, second) if function == "lookup" else Previous(name.text, second, over)


def _over(ahead: deque[Token]) -> str:
    if ahead[0].text != "over":
        return ""
    ahead.popleft()
    first, words = ahead[0], []
    while ahead[0].kind == "name":
        words.append(ahead.popleft().text)
    over = " ".join(words)
    if not INDEX_SET.fullmatch(over):
        refuse_at(first, "expected an index set in small letters after over")
    return over


def _take(ahead: deque[Token], text: str) -> Token:
    token = ahead.popleft()
    if token.text != text or token.kind == "word":
        refuse_at(token, f"expected {text}")
    return token
