"""The text of a formula becomes a tree: a tokenizer and a Pratt parser of our own.

Total and bounded: no evaluation, no definitions, no loops; a number becomes a ``Decimal`` from
its text. Names are not looked up here.
"""

import re
from collections import deque
from dataclasses import dataclass
from decimal import Decimal
from typing import Never

from openjcm.measure import Malformed
from openjcm.methodology.checks import Check
from openjcm.methodology.nodes import FUNCTIONS, POWERS, Call, Name, Node, Number, Operation

TEXT_LENGTH_MAX = 1000
TOKENS_MAX = 200
DEPTH_MAX = 20
SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}", re.ASCII)
_TOKEN = re.compile(
    rf"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>{SYMBOL.pattern})|(?P<sign>[-+*/(),])", re.ASCII
)
_END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a name, a sign or the end; ``at`` counts characters from 1."""

    kind: str
    text: str
    at: int


def parse(text: str) -> Node:
    """Read a formula.

    Raises:
        Malformed: it is too long or too deep, or the language has no such sentence; the message
            says at which character.

    >>> parse("EG * 0.533")
    Operation(sign='*', left=Name(symbol='EG'), right=Number(value=Decimal('0.533')))
    """
    ahead = deque(_tokens(text))
    node = _expression(ahead, power=0, depth=0)
    if ahead[0].kind != _END:
        _refuse(ahead[0], "expected + - * / or the end")
    return node


def _tokens(text: str) -> list[Token]:
    if len(text) > TEXT_LENGTH_MAX:
        raise Malformed(
            f"a formula has at most {TEXT_LENGTH_MAX} characters, this one has {len(text)}",
            code=Check.FORMULA_READABLE,
        )
    tokens: list[Token] = []
    at = 0
    while (at := _after_blanks(text, at)) < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            _refuse(Token("character", text[at], at + 1), "this is no part of the language")
        tokens.append(Token(str(match.lastgroup), match.group(), at + 1))
        at = match.end()
    if len(tokens) > TOKENS_MAX:
        _refuse(tokens[TOKENS_MAX], f"a formula has at most {TOKENS_MAX} words and signs")
    return [*tokens, Token(_END, "the end", len(text) + 1)]


def _after_blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _expression(ahead: deque[Token], *, power: int, depth: int) -> Node:
    """Read terms as long as the signs between them bind more strongly than ``power``."""
    if depth > DEPTH_MAX:
        _refuse(ahead[0], f"brackets are nested at most {DEPTH_MAX} deep")
    left = _term(ahead, depth=depth)
    while POWERS.get(ahead[0].text, 0) > power:
        sign = ahead.popleft().text
        left = Operation(sign, left, _expression(ahead, power=POWERS[sign], depth=depth))
    return left


def _term(ahead: deque[Token], *, depth: int) -> Node:
    token = ahead.popleft()
    if token.kind == "number":
        return Number(Decimal(token.text))
    if token.text in FUNCTIONS:
        return Call(token.text, _arguments(ahead, function=token.text, depth=depth))
    if token.kind == "name":
        return Name(token.text)
    if token.text != "(":
        _refuse(token, "expected a number, a symbol or an opening bracket")
    inner = _expression(ahead, power=0, depth=depth + 1)
    _take(ahead, ")")
    return inner


def _arguments(ahead: deque[Token], *, function: str, depth: int) -> tuple[Node, ...]:
    opening = _take(ahead, "(")
    arguments = [_expression(ahead, power=0, depth=depth + 1)]
    while ahead[0].text == ",":
        ahead.popleft()
        arguments.append(_expression(ahead, power=0, depth=depth + 1))
    _take(ahead, ")")
    if function == "sum" and len(arguments) > 1:
        _refuse(opening, "sum takes one argument and adds it up over its index set")
    return tuple(arguments)


def _take(ahead: deque[Token], sign: str) -> Token:
    token = ahead.popleft()
    if token.text != sign:
        _refuse(token, f"expected {sign}")
    return token


def _refuse(token: Token, message: str) -> Never:
    raise Malformed(
        f"character {token.at}, {token.text!r}: {message}",
        code=Check.FORMULA_READABLE,
        about=token.text,
    )
