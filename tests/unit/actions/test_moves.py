"""Transfer, retirement and cancellation: two persons, one registry, and no way back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fakes.bench import (
    DESK_HOST,
    DESK_JAPAN,
    GOVERNMENT,
    MAKER,
    MANAGER_HOST,
    MANAGER_JAPAN,
    PARTICIPANT,
    SECOND_HOST,
    SECOND_JAPAN,
    VERIFIER,
    WAY,
    Act,
    Bench,
)
from openjcm.actions.registry.cancel import Cancel, cancel
from openjcm.actions.registry.retire import Retire, retire
from openjcm.actions.registry.transfer import Transfer, transfer
from openjcm.actions.request import Receipt
from openjcm.cycle import Actor
from openjcm.ledger import AccountKind, account_number
from openjcm.measure.errors import Conflict, Malformed, NotAllowed, NotFound, RuleBroken
from openjcm.rulebook import Rule

SECOND_HOLDING = account_number("JP", AccountKind.HOLDING, 2)
RETIREMENT = account_number("JP", AccountKind.RETIREMENT, 3)
CANCELLATION = account_number("JP", AccountKind.CANCELLATION, 4)
FROM_JAPAN: dict[str, Any] = {"side": "JP", "source": GOVERNMENT, "amount": 4}
MOVES = {
    "transfer": Act(transfer, Transfer, DESK_JAPAN, {**FROM_JAPAN, "target": SECOND_HOLDING}),
    "retire": Act(retire, Retire, DESK_JAPAN, {**FROM_JAPAN, "target": RETIREMENT}),
    "cancel": Act(
        cancel, Cancel, DESK_JAPAN, {**FROM_JAPAN, "target": CANCELLATION, "purpose": "an event"}
    ),
}
KINDS = {
    "transfer": ("CreditsTransferred", "holding"),
    "retire": ("CreditsRetired", "retirement"),
    "cancel": ("CreditsCancelled", "cancellation"),
}
Moving = Callable[..., Receipt]


@pytest.fixture
def moving(bench: Bench) -> Moving:
    """Credits are issued, and Japan's registry has an account of each kind."""
    bench.reach("issue-in-host")
    for kind in (AccountKind.HOLDING, AccountKind.RETIREMENT, AccountKind.CANCELLATION):
        bench.play(WAY["open-account-of-japan"], f"open {kind}", kind=kind)

    def move(name: str, *, by: tuple[Actor, ...] = DESK_JAPAN, **says: Any) -> Receipt:  # noqa: ANN401 - any field of a request
        return bench.play(replace(MOVES[name], by=by), says.pop("as_", name), **says)

    return move


@pytest.mark.parametrize("name", MOVES)
def test_a_move_takes_the_lowest_serial_numbers(moving: Moving, name: str) -> None:
    """Which credits moved is written out, across issuances."""
    receipt = moving(name)

    kind, target_kind = KINDS[name]
    assert (receipt.kind, receipt.side) == (kind, "JP")
    assert receipt.body["ranges"] == [
        {"issuance": "BD001-MR-1-JP-2018", "first": 1, "last": 3},
        {"issuance": "BD001-MR-1-JP-2019", "first": 4, "last": 4},
    ]
    assert receipt.body["target_kind"] == target_kind
    assert receipt.body["source"] == GOVERNMENT
    assert [given["person"] for given in receipt.body["signatures"]] == ["manager-jp", "second-jp"]


def test_a_cancellation_keeps_the_words_of_the_holder(moving: Moving) -> None:
    """What the credits were cancelled for stands in the record."""
    assert moving("cancel").body["purpose"] == "an event"


@pytest.mark.parametrize("name", MOVES)
def test_the_same_move_again_gives_the_same_receipt(
    bench: Bench, moving: Moving, name: str
) -> None:
    """A repeated request moves nothing."""
    first = moving(name)
    length = len(bench.journal.records)

    assert moving(name) == first
    assert len(bench.journal.records) == length


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize(
    "hands",
    [
        pytest.param((MANAGER_JAPAN,), id="one person"),
        pytest.param((MANAGER_JAPAN, SECOND_HOST), id="the other registry's second officer"),
    ],
)
def test_one_persons_word_moves_nothing(
    bench: Bench, moving: Moving, name: str, hands: tuple[Actor, ...]
) -> None:
    """TWO_PERSONS: the manager and a second officer of the same registry."""
    with bench.refusing(RuleBroken, Rule.TWO_PERSONS):
        moving(name, by=hands)


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("officer", DESK_JAPAN, ids=["manager", "second officer"])
@pytest.mark.parametrize(
    ("person", "organisation"),
    [(PARTICIPANT.person, "somewhere else"), ("a colleague", VERIFIER.organisation)],
)
def test_nobody_moves_credits_of_a_project_they_took_part_in(
    bench: Bench, moving: Moving, name: str, officer: Actor, person: str, organisation: str
) -> None:
    """INDEPENDENT_HANDS: neither a participant nor the verifier's house is an officer here."""
    partial = replace(officer, person=person, organisation=organisation)
    bench.journal.people[:0] = [partial]
    desk = tuple(partial if each is officer else each for each in DESK_JAPAN)

    with bench.refusing(RuleBroken, Rule.INDEPENDENT_HANDS):
        moving(name, by=desk)


def test_who_took_part_in_another_project_moves_these_credits(bench: Bench, moving: Moving) -> None:
    """INDEPENDENT_HANDS: the hands that count are those of the projects whose credits move."""
    elsewhere = replace(PARTICIPANT, person="another engineer", organisation="another maker")
    act = replace(WAY["submit-design-document"], by=(elsewhere,))
    bench.play(act, "another project", project="BD009")
    second = replace(SECOND_JAPAN, person="another engineer")
    bench.journal.people.append(second)

    assert moving("transfer", by=(MANAGER_JAPAN, second)).kind == "CreditsTransferred"


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("hands", [DESK_HOST, (SECOND_JAPAN, MANAGER_JAPAN)], ids=["other", "role"])
def test_a_registry_is_moved_by_its_own_manager(
    bench: Bench, moving: Moving, name: str, hands: tuple[Actor, ...]
) -> None:
    """Neither the other side's desk nor the second officer acts."""
    with bench.refusing(NotAllowed, "not-allowed") as refusal:
        moving(name, by=hands)

    assert refusal.value.about == "side"


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("end", ["source", "target"])
def test_an_account_that_does_not_exist_is_named(
    bench: Bench, moving: Moving, name: str, end: str
) -> None:
    """Either end must be an account here."""
    with bench.refusing(NotFound, "no-account") as refusal:
        moving(name, **{end: "JP-H-000099-00"})

    assert refusal.value.about == "JP-H-000099-00"


@pytest.mark.parametrize("name", MOVES)
def test_an_account_does_not_give_more_than_it_holds(
    bench: Bench, moving: Moving, name: str
) -> None:
    """Five are there, six are asked for."""
    with bench.refusing(RuleBroken, "not-enough-credits"):
        moving(name, amount=6)


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("amount", [0, -1, True])
def test_an_amount_is_a_whole_number_above_zero(
    bench: Bench, moving: Moving, name: str, amount: object
) -> None:
    """EXPLICIT_INTEGERS in the registry, too."""
    with bench.refusing(Malformed, "amount-out-of-range"):
        moving(name, amount=amount)


@pytest.mark.parametrize("name", MOVES)
def test_credits_stay_in_their_registry(bench: Bench, moving: Moving, name: str) -> None:
    """TRANSFER_WITHIN_ONE_REGISTRY: the other side's account of the right kind is refused."""
    kind = {"transfer": "holding", "retire": "retirement", "cancel": "cancellation"}[name]
    there = bench.play(WAY["open-account-of-the-maker"], "there", kind=AccountKind(kind)).body[
        "number"
    ]

    with bench.refusing(RuleBroken, Rule.TRANSFER_WITHIN_ONE_REGISTRY):
        moving(name, target=there)


@pytest.mark.parametrize("name", MOVES)
def test_credits_come_from_their_own_registry(bench: Bench, moving: Moving, name: str) -> None:
    """TRANSFER_WITHIN_ONE_REGISTRY: Japan's desk does not take from the host's account."""
    with bench.refusing(RuleBroken, Rule.TRANSFER_WITHIN_ONE_REGISTRY):
        moving(name, source=MAKER)


@pytest.mark.parametrize(
    ("name", "source", "rule"),
    [
        ("retire", RETIREMENT, Rule.RETIRED_CREDITS_STAY),
        ("cancel", CANCELLATION, Rule.CANCELLED_CREDITS_STAY),
    ],
)
def test_what_was_retired_or_cancelled_stays(
    bench: Bench, moving: Moving, name: str, source: str, rule: Rule
) -> None:
    """RETIRED_CREDITS_STAY and CANCELLED_CREDITS_STAY: nothing leads back to a holding."""
    moving(name)

    with bench.refusing(RuleBroken, rule):
        moving("transfer", source=source, as_="back")


@pytest.mark.parametrize("name", MOVES)
def test_a_move_goes_to_another_account_of_its_own_kind(
    bench: Bench, moving: Moving, name: str
) -> None:
    """No form with a purpose box: each act has its own kind of account."""
    wrong = SECOND_HOLDING if name != "transfer" else RETIREMENT

    with bench.refusing(Malformed, "target-does-not-fit"):
        moving(name, target=wrong)


def test_a_cancellation_says_what_it_is_for(bench: Bench, moving: Moving) -> None:
    """A blank purpose is none."""
    with bench.refusing(Malformed, "purpose-missing"):
        moving("cancel", purpose=" ")


@pytest.mark.parametrize("name", MOVES)
def test_the_same_id_with_other_words_moves_nothing(
    bench: Bench, moving: Moving, name: str
) -> None:
    """A request id stands for one content."""
    moving(name)

    with bench.refusing(Conflict, "request-id-reused"):
        moving(name, amount=1)


def test_the_hosts_desk_moves_the_hosts_credits(bench: Bench, moving: Moving) -> None:
    """TWO_PERSONS: each registry has its own two persons."""
    other = bench.play(WAY["open-account-of-the-maker"], "other").body["number"]

    receipt = moving(
        "transfer", by=(MANAGER_HOST, SECOND_HOST), side="BD", source=MAKER, target=other
    )

    assert receipt.side == "BD"
