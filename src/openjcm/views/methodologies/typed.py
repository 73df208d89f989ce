"""What a person types into a field of a form: a value, or in a word why it is none.

Digits, point and sign may be full width, as a Japanese keyboard gives them: they are the same
digits. Nothing else is put right, for what is guessed may be guessed wrong.
"""

import re
from datetime import date
from decimal import Decimal

from openjcm.methodology import Kind, Parameter
from openjcm.methodology.numbers import POWER_OF_TEN_MAX

TEXT_MAX = 100
"""Characters of a field."""
Typed = Decimal | str | date
_WIDE = str.maketrans("０１２３４５６７８９．－−＋", "0123456789.--+")  # noqa: RUF001 - what is typed
_DIGITS = rf"\d{{1,{POWER_OF_TEN_MAX}}}"
_NUMBER = re.compile(rf"[-+]?({_DIGITS}(\.\d{{0,{POWER_OF_TEN_MAX}}})?|\.{_DIGITS})", re.ASCII)
# Why something is no number, the first that fits; what fits none is simply none.
_WHY = (
    ("blank", re.compile(r"")),
    ("too-long", re.compile(r"[-+]?(?=.*\d)\d*\.?\d*", re.ASCII)),
    ("comma", re.compile(r"[-+]?\d[\d,、，\s]*(\.\d*)?", re.ASCII)),  # noqa: RUF001 - what is typed
    ("exponent", re.compile(r"[-+]?[\d.]+[eE][-+]?\d+", re.ASCII)),
    ("with-unit", re.compile(r"[-+]?[\d.]+\s*[^\d\s.,].*", re.ASCII)),
)


def read_typed(parameter: Parameter, text: str) -> tuple[Typed | None, str]:
    """Return the value of a text, or None and the stem of the word that says why it is none.

    Args:
        parameter: Whose value it is.
        text: As it was typed, without blanks around it.
    """
    if parameter.kind is Kind.CHOICE:
        return (text, "") if text in parameter.options else (None, "choice")
    plain = text.translate(_WIDE)
    if parameter.kind is Kind.NUMBER:
        return (Decimal(plain), "") if _NUMBER.fullmatch(plain) else (None, _why(parameter, plain))
    try:
        return date.fromisoformat(plain), ""
    except ValueError:
        return None, "day"


def odd_as(parameter: Parameter, value: Typed) -> str:
    """Return how a value lies outside of what is plausible; empty where it does not.

    ``thousandth`` and ``thousandfold`` say what of it would lie inside: the likely slip of a unit.
    """
    plausible = parameter.plausible
    if plausible is None or not isinstance(value, Decimal) or plausible.holds(value):
        return ""
    if value and plausible.holds(value / 1000):
        return "thousandth"
    return "thousandfold" if value and plausible.holds(value * 1000) else "outside"


def _why(parameter: Parameter, text: str) -> str:
    if len(text) > TEXT_MAX:
        return "too-long"
    said = next((stem for stem, of in _WHY if of.fullmatch(text)), "number")
    # What is counted has no unit that could be left out.
    return "number" if said == "with-unit" and parameter.unit.text == "1" else said
