"""Account numbers and their check digits."""

import pytest

from openjcm.ledger import AccountKind, account_number, check_account_number
from openjcm.measure.errors import Malformed


@pytest.mark.parametrize(
    ("kind", "letter"),
    [(AccountKind.HOLDING, "H"), (AccountKind.RETIREMENT, "R"), (AccountKind.CANCELLATION, "C")],
)
def test_a_number_shows_its_side_and_its_kind(kind: AccountKind, letter: str) -> None:
    """The number of an account says whose registry it is in and what it is for."""
    number = account_number("BD", kind, 12)

    assert number.startswith(f"BD-{letter}-000012-")
    check_account_number(number)


def test_the_check_digits_are_those_of_the_standard() -> None:
    """ISO/IEC 7064 MOD 97-10 by hand: J=19 P=25 H=17, 192517000001 with 35 leaves one."""
    assert account_number("JP", AccountKind.HOLDING, 1) == "JP-H-000001-35"
    assert 19251700000135 % 97 == 1


def test_a_registry_may_hold_more_than_a_million_accounts() -> None:
    """The running number grows past its six digits."""
    check_account_number(account_number("JP", AccountKind.HOLDING, 1_234_567))


def test_every_single_wrong_digit_is_caught() -> None:
    """No number with one digit mistyped is accepted."""
    number = account_number("JP", AccountKind.HOLDING, 123456)
    for place, sign in enumerate(number):
        for wrong in set("0123456789") - {sign}:
            if sign.isdigit():
                with pytest.raises(Malformed, match="check digits"):
                    check_account_number(number[:place] + wrong + number[place + 1 :])


def test_two_neighbours_exchanged_are_caught() -> None:
    """No number with two neighbouring digits exchanged is accepted."""
    number = account_number("JP", AccountKind.HOLDING, 123456)
    for place in range(5, 10):
        left, right = number[place], number[place + 1]
        with pytest.raises(Malformed, match="check digits"):
            check_account_number(number[:place] + right + left + number[place + 2 :])


@pytest.mark.parametrize("number", ["", "JP-H-1-35", "JP-X-000001-35", "jp-H-000001-35", "71 t"])
def test_what_has_not_the_form_is_no_account_number(number: str) -> None:
    """A text without the form is refused with an example of it."""
    with pytest.raises(Malformed, match="JP-H-000001-35"):
        check_account_number(number)


@pytest.mark.parametrize(("side", "ordinal"), [("Japan", 1), ("", 1), ("jp", 1), ("JP", 0)])
def test_no_number_is_made_of_nonsense(side: str, ordinal: int) -> None:
    """A side is two capital letters, and accounts are counted from one."""
    with pytest.raises(Malformed):
        account_number(side, AccountKind.HOLDING, ordinal)
