"""Accounts of a registry, and their numbers with check digits.

The check digits are those of ISO/IEC 7064 MOD 97-10, as in an IBAN: they catch every single
wrong character and every two neighbours exchanged, so that a mistyped number names no account.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from openjcm.measure.errors import Malformed

# ISO/IEC 7064 MOD 97-10: the number with its check digits leaves a remainder of one.
_MODULUS = 97
_REMAINDER = 1
_BASE = 36
_ORDINAL_DIGITS = 6
_NUMBER = re.compile(r"([A-Z]{2})-([HRC])-([0-9]{6,})-([0-9]{2})")


class AccountKind(StrEnum):
    """What an account is for; only holdings can be moved."""

    HOLDING = "holding"
    RETIREMENT = "retirement"
    CANCELLATION = "cancellation"


@dataclass(frozen=True, slots=True)
class Account:
    """An account in the registry of one side of a partnership."""

    partnership: str
    side: str
    number: str
    kind: AccountKind
    holder: str


def account_number(side: str, kind: AccountKind, ordinal: int) -> str:
    """Make the number of an account, check digits last.

    Args:
        side: ISO 3166 alpha-2 code of the side whose registry it is.
        kind: What the account is for.
        ordinal: The running number within that registry, from 1.

    Raises:
        Malformed: the side is not two capital letters, or the ordinal is not above zero.

    >>> account_number("JP", AccountKind.HOLDING, 1)
    'JP-H-000001-35'
    """
    body = f"{side}-{kind.value[0].upper()}-{ordinal:0{_ORDINAL_DIGITS}d}-"
    if ordinal < 1 or not _NUMBER.fullmatch(body + "00"):
        raise Malformed(
            f"no account number can be made of {side!r} and {ordinal}",
            code="account-number-malformed",
            about="account",
        )
    check = _MODULUS + _REMAINDER - _remainder(body + "00")
    return f"{body}{check:02d}"


def check_account_number(number: str) -> None:
    """Refuse a number that cannot be an account's; says nothing about whether it is open.

    Raises:
        Malformed: it does not have the form, or its check digits do not fit.
    """
    if not _NUMBER.fullmatch(number):
        raise Malformed(
            f"account {number!r}: expected a form like "
            f"{account_number('JP', AccountKind.HOLDING, 1)}",
            code="account-number-malformed",
            about="account",
        )
    if _remainder(number) != _REMAINDER:
        raise Malformed(
            f"account {number!r}: the check digits do not fit; please compare it with your source",
            code="account-number-mistyped",
            about="account",
        )


def _remainder(text: str) -> int:
    digits = "".join(str(int(sign, _BASE)) for sign in text if sign != "-")
    return int(digits) % _MODULUS
