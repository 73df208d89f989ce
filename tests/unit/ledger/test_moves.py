"""Transfer, retirement and cancellation within one registry."""

from dataclasses import replace
from fractions import Fraction
from typing import cast

import pytest

from openjcm.ledger import Account, AccountKind, Block, Range, cancel, retire, transfer
from openjcm.measure.errors import Malformed, RuleBroken
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
GOJ = Account("BD", "JP", "GOJ", AccountKind.HOLDING, "Government of Japan")
TRADER = replace(GOJ, number="TRADER", holder="Trader")
USED = replace(GOJ, number="USED", kind=AccountKind.RETIREMENT)
SET_ASIDE = replace(GOJ, number="SET-ASIDE", kind=AccountKind.CANCELLATION)
FACTORY = Account("BD", "BD", "FACTORY", AccountKind.HOLDING, "Label Factory")
ELSEWHERE = replace(TRADER, partnership="MN", number="ELSEWHERE")

LATER = Block("R1-JP-2018", "JP", "BD", "BD002", 2018, 31, 60, "GOJ", AccountKind.HOLDING)
FIRST = replace(LATER, issuance="R1-JP-2017", vintage=2017, first=1, last=25)
OTHERS = replace(FIRST, first=26, last=30, account="TRADER")
HOLDING = (LATER, OTHERS, FIRST)


def test_the_lowest_serial_numbers_go_first() -> None:
    """A transfer takes whole blocks from below and cuts the last one."""
    event = transfer(HOLDING, 27, source=GOJ, target=TRADER, edition=EDITION)

    assert (event.side, event.source, event.target) == ("JP", "GOJ", "TRADER")
    assert event.ranges == (Range("R1-JP-2017", 1, 25), Range("R1-JP-2018", 31, 32))


def test_an_account_can_be_emptied_and_no_further() -> None:
    """All that is held may go, and not one credit more."""
    everything = transfer(HOLDING, 55, source=GOJ, target=TRADER, edition=EDITION)
    assert everything.ranges == (Range("R1-JP-2017", 1, 25), Range("R1-JP-2018", 31, 60))

    with pytest.raises(RuleBroken, match="holds 55, and 56 are asked for") as refusal:
        transfer(HOLDING, 56, source=GOJ, target=TRADER, edition=EDITION)
    assert refusal.value.code == "not-enough-credits"


def test_a_retirement_goes_to_a_retirement_account() -> None:
    """Use towards the NDC is a retirement."""
    event = retire(HOLDING, 5, source=GOJ, target=USED, edition=EDITION)

    assert (event.target, event.ranges) == ("USED", (Range("R1-JP-2017", 1, 5),))


def test_a_cancellation_says_what_it_is_for() -> None:
    """Another use than the NDC is a cancellation with its purpose in words."""
    event = cancel(
        HOLDING, 5, source=GOJ, target=SET_ASIDE, purpose="a voluntary claim", edition=EDITION
    )

    assert (event.purpose, event.ranges) == ("a voluntary claim", (Range("R1-JP-2017", 1, 5),))


def test_a_cancellation_without_a_purpose_cannot_be_read() -> None:
    """A cancellation without words is refused."""
    with pytest.raises(Malformed, match="what it is for"):
        cancel(HOLDING, 5, source=GOJ, target=SET_ASIDE, purpose=" ", edition=EDITION)


@pytest.mark.parametrize("amount", [0, -5, cast("int", Fraction(5)), True])
def test_an_amount_is_a_whole_number_above_zero(amount: int) -> None:
    """Nothing but whole credits moves."""
    with pytest.raises(Malformed, match="whole number of credits"):
        transfer(HOLDING, amount, source=GOJ, target=TRADER, edition=EDITION)


@pytest.mark.parametrize("target", [GOJ, USED, SET_ASIDE])
def test_a_transfer_goes_to_another_holding_account(target: Account) -> None:
    """Retiring is never done by a transfer, and nothing is sent to oneself."""
    with pytest.raises(Malformed, match="is not a holding account other than GOJ"):
        transfer(HOLDING, 5, source=GOJ, target=target, edition=EDITION)


def test_retirement_and_cancellation_accounts_are_not_mixed() -> None:
    """Two kinds of account, never one with a purpose box."""
    with pytest.raises(Malformed):
        retire(HOLDING, 5, source=GOJ, target=SET_ASIDE, edition=EDITION)
    with pytest.raises(Malformed):
        cancel(HOLDING, 5, source=GOJ, target=USED, purpose="a claim", edition=EDITION)


@pytest.mark.parametrize("target", [FACTORY, ELSEWHERE], ids=["other side", "other partnership"])
def test_no_credit_leaves_its_registry(target: Account) -> None:
    """Rule.TRANSFER_WITHIN_ONE_REGISTRY keeps a credit in exactly one registry."""
    with pytest.raises(RuleBroken) as refusal:
        transfer(HOLDING, 5, source=GOJ, target=target, edition=EDITION)

    assert refusal.value.code == Rule.TRANSFER_WITHIN_ONE_REGISTRY.value


@pytest.mark.parametrize(
    ("source", "rule"),
    [(USED, Rule.RETIRED_CREDITS_STAY), (SET_ASIDE, Rule.CANCELLED_CREDITS_STAY)],
)
def test_what_is_retired_or_cancelled_stays(source: Account, rule: Rule) -> None:
    """Rule.RETIRED_CREDITS_STAY and Rule.CANCELLED_CREDITS_STAY, with the citation."""
    held = (replace(FIRST, account=source.number, kind=source.kind),)

    with pytest.raises(RuleBroken, match="what is in it stays") as refusal:
        transfer(held, 5, source=source, target=TRADER, edition=EDITION)

    assert refusal.value.code == rule.value
