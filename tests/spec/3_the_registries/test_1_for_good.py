"""For good.

A credit exists in exactly one registry.
Retirement is use towards a country's pledge, cancellation anything else; both are for good.
"""

from dataclasses import replace

import pytest

from openjcm.ledger import Account, AccountKind, Block, transfer
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
HOLDER = Account("BD", "JP", "HOLDER", AccountKind.HOLDING, "Government of Japan")
BUYER = replace(HOLDER, number="BUYER")
USED = replace(HOLDER, number="USED", kind=AccountKind.RETIREMENT)
SET_ASIDE = replace(HOLDER, number="SET-ASIDE", kind=AccountKind.CANCELLATION)
BLOCK = Block("I1", "JP", "BD", "BD002", 2017, 1, 25, "HOLDER", AccountKind.HOLDING)


@pytest.mark.parametrize(
    ("account", "code"),
    [(USED, "retired-credits-stay"), (SET_ASIDE, "cancelled-credits-stay")],
)
def test_retired_and_cancelled_credits_stay(account: Account, code: str) -> None:
    """A retired or cancelled credit never moves again."""
    block = replace(BLOCK, account=account.number, kind=account.kind)

    with pytest.raises(RuleBroken) as refused:
        transfer([block], 1, source=account, target=BUYER, edition=EDITION)

    assert refused.value.code == code


def test_a_transfer_stays_in_one_registry() -> None:
    """A transfer to an account of the other side's registry is refused."""
    elsewhere = replace(BUYER, side="BD")

    with pytest.raises(RuleBroken) as refused:
        transfer([BLOCK], 1, source=HOLDER, target=elsewhere, edition=EDITION)

    assert refused.value.code == "transfer-within-one-registry"


def test_a_split_loses_no_credit() -> None:
    """A block that is cut gives two blocks that join without a gap and overlap nowhere."""
    cut, rest = BLOCK.split(10)

    assert (cut.first, cut.last, rest.first, rest.last) == (1, 10, 11, 25)
