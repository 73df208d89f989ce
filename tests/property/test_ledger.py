"""What no history of the ledger may break, whatever is issued, moved and cut.

A plain model keeps one dictionary entry per credit and knows nothing of blocks. A planted
off-by-one, for instance ``cut = self.first + amount + 1`` in ``Block.split`` or a range that ends
one too late in ``moves``, is found here within a few moves.
"""

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from openjcm.ledger import (
    Account,
    AccountKind,
    Block,
    CreditsIssued,
    Holdings,
    LedgerEvent,
    Order,
    Portion,
    account_number,
    apply,
    cancel,
    check_conserved,
    issue,
    parse_serial,
    replay,
    retire,
    serial_text,
    transfer,
)
from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Rule, load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
SIDES = st.sampled_from(["JP", "BD"])
AMOUNTS = st.integers(1, 40)


def account(side: str, kind: AccountKind, ordinal: int) -> Account:
    """Open an account."""
    return Account("BD", side, account_number(side, kind, ordinal), kind, f"holder {ordinal}")


HOLDINGS = {
    side: [account(side, AccountKind.HOLDING, n) for n in (1, 2, 3)] for side in ("JP", "BD")
}
RETIREMENT = {side: account(side, AccountKind.RETIREMENT, 1) for side in ("JP", "BD")}
CANCELLATION = {side: account(side, AccountKind.CANCELLATION, 1) for side in ("JP", "BD")}


class AnyHistory(RuleBasedStateMachine):
    """Two registries of one partnership, and everything that may happen to credits in them."""

    def __init__(self) -> None:
        super().__init__()
        self.holdings = Holdings()
        self.events: list[LedgerEvent] = []
        self.owner: dict[tuple[str, int], str] = {}

    def keep(self, event: LedgerEvent) -> None:
        """Replay a fact, and write it into the plain model credit by credit."""
        self.holdings = apply(self.holdings, event)
        self.events.append(event)
        if isinstance(event, CreditsIssued):
            for place in event.placed:
                for serial in range(place.first, place.last + 1):
                    assert (event.side, serial) not in self.owner, "a serial is issued once"
                    self.owner[event.side, serial] = place.account
        else:
            for moved in event.ranges:
                for serial in range(moved.first, moved.last + 1):
                    assert self.owner[event.side, serial] == event.source, "the source held it"
                    self.owner[event.side, serial] = event.target

    def held(self, number: str) -> int:
        """Count the credits of an account in the plain model."""
        return sum(owner == number for owner in self.owner.values())

    @initialize(side=SIDES, amounts=st.lists(AMOUNTS, min_size=1, max_size=3))
    def something_is_issued(self, side: str, amounts: list[int]) -> None:
        """Begin with an issuance, so that there is something to move."""
        self.credits_are_issued(side, 2017, amounts)

    @rule(
        side=SIDES,
        vintage=st.integers(2016, 2022),
        amounts=st.lists(AMOUNTS, min_size=1, max_size=3),
    )
    def credits_are_issued(self, side: str, vintage: int, amounts: list[int]) -> None:
        """Issue to one, two or three recipients."""
        accounts = {each.number: each for each in HOLDINGS[side]}
        portions = tuple(
            Portion(vintage, number, amount)
            for number, amount in zip(accounts, amounts, strict=False)
        )
        order = Order(f"R{len(self.events)}", "D", f"N-{side}", side, "BD", "BD002", portions)
        for event in issue(
            order,
            notified={vintage: sum(amounts)},
            accounts=accounts,
            next_serial=self.holdings.next_serial(side),
            edition=EDITION,
        ):
            self.keep(event)

    @rule(side=SIDES, source=st.integers(0, 2), hop=st.integers(1, 2), amount=AMOUNTS)
    def credits_are_transferred(self, side: str, source: int, hop: int, amount: int) -> None:
        """Transfer if there is enough; be refused, and change nothing, if not."""
        giver, taker = HOLDINGS[side][source], HOLDINGS[side][(source + hop) % 3]
        if self.held(giver.number) < amount:
            with pytest.raises(RuleBroken, match="are asked for"):
                transfer(self.holdings.blocks, amount, source=giver, target=taker, edition=EDITION)
            return
        self.keep(
            transfer(self.holdings.blocks, amount, source=giver, target=taker, edition=EDITION)
        )

    @precondition(lambda self: self.owner)
    @rule(side=SIDES, source=st.integers(0, 2), part=st.integers(1, 4), use=st.booleans())
    def credits_are_retired_or_cancelled(
        self,
        side: str,
        source: int,
        part: int,
        use: bool,  # noqa: FBT001 - drawn by name
    ) -> None:
        """Retire or cancel a part of what an account holds."""
        giver = HOLDINGS[side][source]
        amount = self.held(giver.number) // part
        if not amount:
            return
        blocks = self.holdings.blocks
        if use:
            self.keep(
                retire(blocks, amount, source=giver, target=RETIREMENT[side], edition=EDITION)
            )
        else:
            self.keep(
                cancel(
                    blocks,
                    amount,
                    source=giver,
                    target=CANCELLATION[side],
                    purpose="a claim",
                    edition=EDITION,
                )
            )

    @rule(side=SIDES, closed=st.sampled_from([RETIREMENT, CANCELLATION]), amount=AMOUNTS)
    def nobody_gets_anything_back(self, side: str, closed: dict[str, Account], amount: int) -> None:
        """Rule.RETIRED_CREDITS_STAY and Rule.CANCELLED_CREDITS_STAY refuse every way back."""
        with pytest.raises(RuleBroken) as refusal:
            transfer(
                self.holdings.blocks,
                amount,
                source=closed[side],
                target=HOLDINGS[side][0],
                edition=EDITION,
            )
        assert refusal.value.code in {
            Rule.RETIRED_CREDITS_STAY.value,
            Rule.CANCELLED_CREDITS_STAY.value,
        }

    @rule(amount=AMOUNTS)
    def no_credit_leaves_its_registry(self, amount: int) -> None:
        """Rule.TRANSFER_WITHIN_ONE_REGISTRY refuses the other side's accounts."""
        giver, taker = HOLDINGS["JP"][0], HOLDINGS["BD"][0]
        with pytest.raises(RuleBroken) as refusal:
            transfer(self.holdings.blocks, amount, source=giver, target=taker, edition=EDITION)
        assert refusal.value.code == Rule.TRANSFER_WITHIN_ONE_REGISTRY.value

    @invariant()
    def credits_are_conserved_and_blocks_tile_each_issuance(self) -> None:
        """The ledger's own check finds nothing."""
        assert check_conserved(self.holdings) == []

    @invariant()
    def each_serial_is_where_the_plain_model_says(self) -> None:
        """No serial is held twice, and none is lost."""
        seen = [
            ((block.side, serial), block.account)
            for block in self.holdings.blocks
            for serial in range(block.first, block.last + 1)
        ]
        assert len(seen) == len(self.owner)
        assert dict(seen) == self.owner

    @invariant()
    def balances_are_what_the_plain_model_counts(self) -> None:
        """Each account holds what was put in less what was taken out."""
        for side in ("JP", "BD"):
            for each in (*HOLDINGS[side], RETIREMENT[side], CANCELLATION[side]):
                assert self.holdings.balance(each.number) == self.held(each.number)

    @invariant()
    def the_kind_of_a_block_is_that_of_its_account(self) -> None:
        """A block in a retirement account is retired, and no other is."""
        kinds = {
            each.number: each.kind
            for side in ("JP", "BD")
            for each in (*HOLDINGS[side], RETIREMENT[side], CANCELLATION[side])
        }
        for block in self.holdings.blocks:
            assert block.kind is kinds[block.account]

    def teardown(self) -> None:
        """A replay from nothing gives the same holdings."""
        assert replay(self.events) == self.holdings


AnyHistory.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestAnyHistory = AnyHistory.TestCase


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Draw a block of at least two credits."""
    first = draw(st.integers(1, 10**12))
    last = first + draw(st.integers(1, 10**6))
    return Block("R1-JP-2017", "JP", "BD", "BD002", 2017, first, last, "A", AccountKind.HOLDING)


@given(block=blocks(), data=st.data())
def test_after_a_split_nothing_is_lost(block: Block, data: st.DataObject) -> None:
    """The two parts are neighbours and together the block that was there."""
    amount = data.draw(st.integers(1, block.amount - 1))

    cut_off, left = block.split(amount)

    assert cut_off.amount == amount
    assert cut_off.last + 1 == left.first
    assert replace(cut_off, last=left.last) == block


@given(block=blocks(), rehearsal=st.booleans())
def test_a_printed_serial_number_is_read_as_it_was_meant(
    block: Block,
    rehearsal: bool,  # noqa: FBT001 - drawn by name
) -> None:
    """Printing and reading are each other's inverse."""
    read = parse_serial(serial_text(block, rehearsal=rehearsal))

    assert (read.side, read.host, read.project) == (block.side, block.host, block.project)
    assert (read.vintage, read.first, read.last) == (block.vintage, block.first, block.last)
    assert read.rehearsal is rehearsal
