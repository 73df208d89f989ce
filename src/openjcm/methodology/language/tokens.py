"""The text of a formula cut into numbers, symbols, quoted words and signs."""

import re
from dataclasses import dataclass
from typing import Never

from openjcm.measure import Malformed
from openjcm.methodology.checks import Check

TEXT_LENGTH_MAX = 1000
"""Characters of a formula."""
TOKENS_MAX = 200
"""Words and signs of a formula."""
SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}", re.ASCII)
OPTION = re.compile(r'[^"\\\x00-\x1f\x7f]{1,60}')
END = "end of the text"
_TOKEN = re.compile(
    rf"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>{SYMBOL.pattern})"
    rf'|"(?P<word>{OPTION.pattern})"|(?P<sign><=|>=|<>|[-+*/^(),<=>])',
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a name, a quoted word, a sign or the end; ``at`` counts characters from 1."""

    kind: str
    text: str
    at: int


def cut_up(text: str) -> list[Token]:
    """Cut a text; the last one is the end.

    Raises:
        Malformed: it is too long, or a character is no part of the language.
    """
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
            refuse_at(Token("character", text[at], at + 1), "this is no part of the language")
        kind = str(match.lastgroup)
        tokens.append(Token(kind, match.group(kind), at + 1))
        at = match.end()
    if len(tokens) > TOKENS_MAX:
        refuse_at(tokens[TOKENS_MAX], f"a formula has at most {TOKENS_MAX} words and signs")
    return [*tokens, Token(END, "the end", len(text) + 1)]


def refuse_at(token: Token, message: str) -> Never:
    """Raise the refusal that says at which character, and what was expected there."""
    raise Malformed(
        f"character {token.at}, {token.text!r}: {message}",
        code=Check.FORMULA_READABLE,
        about=token.text,
    )


def _after_blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at
