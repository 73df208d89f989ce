"""A side's notified share becomes numbered credits in its own registry."""

from dataclasses import replace

import pytest

from openjcm.ledger import Account, AccountKind, Order, Placement, Portion, issue
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
NOTIFIED = {2017: 30, 2018: 30}
ACCOUNTS = {
    "GOJ": Account("BD", "JP", "GOJ", AccountKind.HOLDING, "Government of Japan"),
    "TRADER": Account("BD", "JP", "TRADER", AccountKind.HOLDING, "Trader"),
    "USED": Account("BD", "JP", "USED", AccountKind.RETIREMENT, "Government of Japan"),
    "FACTORY": Account("BD", "BD", "FACTORY", AccountKind.HOLDING, "Label Factory"),
}
ORDER = Order(
    request="BD002-1",
    decision="BD-2022-1",
    notification="BD-2022-1-JP",
    side="JP",
    host="BD",
    project="BD002",
    portions=(
        Portion(2018, "GOJ", 30),
        Portion(2017, "GOJ", 25),
        Portion(2017, "TRADER", 5),
    ),
)


def test_each_vintage_is_an_issuance_and_serial_numbers_run_on() -> None:
    """Vintages come in order, recipients in theirs, and no number is left out."""
    first, second = issue(
        ORDER, notified=NOTIFIED, accounts=ACCOUNTS, next_serial=101, edition=EDITION
    )

    assert (first.issuance, first.vintage, first.first, first.last) == (
        "BD002-1-JP-2017",
        2017,
        101,
        130,
    )
    assert first.placed == (Placement("GOJ", 101, 125), Placement("TRADER", 126, 130))
    assert (second.vintage, second.first, second.last) == (2018, 131, 160)
    assert second.placed == (Placement("GOJ", 131, 160),)


def test_a_side_that_was_notified_of_nothing_issues_nothing() -> None:
    """A side without a share has no issuance."""
    nothing = replace(ORDER, portions=())

    assert issue(nothing, notified={2017: 0}, accounts={}, next_serial=1, edition=EDITION) == ()


@pytest.mark.parametrize(
    ("portions", "rule"),
    [
        ((Portion(2017, "GOJ", 29), Portion(2018, "GOJ", 30)), Rule.ISSUED_AS_NOTIFIED),
        ((Portion(2017, "GOJ", 30),), Rule.ISSUED_AS_NOTIFIED),
        ((*ORDER.portions, Portion(2019, "GOJ", 1)), Rule.ISSUED_AS_NOTIFIED),
        ((*ORDER.portions, Portion(2018, "TRADER", 0)), Rule.EXPLICIT_INTEGERS),
        (
            (Portion(2017, "GOJ", 31), Portion(2017, "TRADER", -1), Portion(2018, "GOJ", 30)),
            Rule.EXPLICIT_INTEGERS,
        ),
        (
            (Portion(2017, "NOBODY", 30), Portion(2018, "GOJ", 30)),
            Rule.RECIPIENT_HOLDS_AN_ACCOUNT,
        ),
        ((Portion(2017, "USED", 30), Portion(2018, "GOJ", 30)), Rule.RECIPIENT_HOLDS_AN_ACCOUNT),
        (
            (Portion(2017, "FACTORY", 30), Portion(2018, "GOJ", 30)),
            Rule.EACH_SIDE_ISSUES_ITS_SHARE,
        ),
    ],
)
def test_each_fault_of_an_order_is_refused_by_its_rule(
    portions: tuple[Portion, ...], rule: Rule
) -> None:
    """A registry issues what its side was notified of, to holding accounts of its own."""
    order = replace(ORDER, portions=portions)

    with pytest.raises(RuleBroken) as refusal:
        issue(order, notified=NOTIFIED, accounts=ACCOUNTS, next_serial=1, edition=EDITION)

    assert [finding.rule for finding in refusal.value.findings] == [rule.value]
    assert refusal.value.code == rule.value


def test_a_refusal_carries_everything_that_was_found() -> None:
    """Whoever must correct an order sees all its faults at once."""
    order = replace(ORDER, portions=(Portion(2017, "NOBODY", 0), Portion(2017, "FACTORY", 1)))

    with pytest.raises(RuleBroken) as refusal:
        issue(order, notified=NOTIFIED, accounts=ACCOUNTS, next_serial=1, edition=EDITION)

    assert [finding.rule for finding in refusal.value.findings] == [
        Rule.EXPLICIT_INTEGERS.value,
        Rule.ISSUED_AS_NOTIFIED.value,
        Rule.ISSUED_AS_NOTIFIED.value,
        Rule.RECIPIENT_HOLDS_AN_ACCOUNT.value,
        Rule.EACH_SIDE_ISSUES_ITS_SHARE.value,
    ]
