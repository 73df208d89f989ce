"""Whatever is issued, moved and refused, PostgreSQL and the core's model hold the same.

Each step is an act as the doors call it: signed by two persons, written in the lane. The core
says beforehand what must come of it, and its own fold takes the record that was written.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from openjcm import ledger
from openjcm.actions.issuance.issue import Issue, issue
from openjcm.actions.registry.cancel import Cancel, cancel
from openjcm.actions.registry.open_account import OpenAccount, open_account
from openjcm.actions.registry.retire import Retire, retire
from openjcm.actions.registry.transfer import Transfer, transfer
from openjcm.actions.request import Receipt
from openjcm.ledger import Account, AccountKind, Holdings
from openjcm.measure.errors import SchemeError
from openjcm.rulebook import edition_in_force
from openjcm.store.verifying.replay import check_record
from told.stage import PARTNERSHIP, Server, Told, copied, signed

DAY = date(2022, 5, 2)
EDITION = edition_in_force("BD", on=DAY)
SIDES = st.sampled_from(["JP", "BD"])
CHOICES = st.integers(0, 5)
OFFICERS = {"JP": ("manager-jp", "second-jp"), "BD": ("manager-bd", "second-bd")}
NOTIFICATIONS = {"JP": "BD-R-N-0001", "BD": "BD-R-N-0002"}
KINDS = {
    "transfer": AccountKind.HOLDING,
    "retire": AccountKind.RETIREMENT,
    "cancel": AccountKind.CANCELLATION,
}
# Three holding accounts a side and one of each other kind, beside those of the story.
FURTHER = {
    "JP": [KINDS["transfer"], KINDS["transfer"], KINDS["cancel"]],
    "BD": [KINDS["transfer"], KINDS["retire"], KINDS["cancel"]],
}
PURPOSE = "a claim of one's own"
TAKEN_AT_LEAST = 0.4


@dataclass
class Tally:
    """How many acts were tried and how many taken, over all histories of a run."""

    tried: int = 0
    taken: int = 0


class AnyRecord(RuleBasedStateMachine):
    """Two registries in one database, and what may and may not be done in them."""

    def __init__(self, server: Server, start: Told, folder: Path, tally: Tally) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.told = self.stack.enter_context(copied(server, start, folder / uuid4().hex))
        self.journal = self.stack.enter_context(self.told.journal())
        self.reading = self.stack.enter_context(self.told.app())
        self.accounts = self.read_accounts()
        self.tally = tally
        self.events: list[ledger.LedgerEvent] = []
        self.holdings = Holdings()
        self.settled: dict[tuple[str, int], str] = {}

    def read_accounts(self) -> dict[tuple[str, AccountKind], list[Account]]:
        """Read the accounts, by side and kind."""
        found: dict[tuple[str, AccountKind], list[Account]] = {}
        for row in self.reading.execute(
            "SELECT partnership, side, number, kind, holder FROM account ORDER BY number"
        ):
            account = Account(**{**row, "kind": AccountKind(row["kind"])})
            found.setdefault((account.side, account.kind), []).append(account)
        return found

    def records(self) -> int:
        """Count the records."""
        [row] = self.reading.execute("SELECT count(*) AS n FROM journal").fetchall()
        return int(row["n"])

    def keep(self, receipt: Receipt) -> None:
        """Fold the record that was written."""
        for event in facts(receipt):
            self.holdings = ledger.apply(self.holdings, event)
            self.events.append(event)

    def move(self, stem: str, source: Account, target: Account, amount: int) -> None:
        """Act, and compare the answer with the one that the core gives by itself."""
        expected = self.expected(stem, source, target, amount)
        before = self.records()
        self.tally.tried += 1
        answer = self.answer(stem, source, target, amount)
        if isinstance(answer, str):
            assert answer == expected, "the lane refuses as the core does"
            assert self.records() == before, "a refusal leaves no record"
            return
        assert facts(answer) == [expected], "the record says what the core decided"
        assert self.records() == before + 1, "an act leaves one record"
        self.tally.taken += 1
        self.keep(answer)

    def answer(self, stem: str, source: Account, target: Account, amount: int) -> Receipt | str:
        """Act, and return the receipt or the code of the refusal."""
        try:
            return self.act(stem, source, target, amount)
        except SchemeError as refusal:
            return refusal.code

    def expected(
        self, stem: str, source: Account, target: Account, amount: int
    ) -> ledger.Moved | str:
        """Return what the core decides on its own holdings, or the code of its refusal."""
        more = {"purpose": PURPOSE} if stem == "cancel" else {}
        decide: Any = {"transfer": ledger.transfer, "retire": ledger.retire}.get(
            stem, ledger.cancel
        )
        try:
            moved: ledger.Moved = decide(
                self.holdings.blocks, amount, source=source, target=target, edition=EDITION, **more
            )
        except SchemeError as refusal:
            return refusal.code
        return moved

    def act(self, stem: str, source: Account, target: Account, amount: int) -> Receipt:
        """Ask for a move, signed by the two officers of the source's registry."""
        manager, second = OFFICERS[source.side]
        said: dict[str, Any] = {
            "request_id": uuid4(),
            "partnership": PARTNERSHIP,
            "side": source.side,
            "source": source.number,
            "target": target.number,
            "amount": amount,
        }
        people = (self.told.person(manager), self.told.person(second))
        by = self.told.actor(manager)
        if stem == "transfer":
            asked = signed(Transfer(**said), *people)
            return transfer(asked, by=by, on=DAY, journal=self.journal)
        if stem == "retire":
            return retire(signed(Retire(**said), *people), by=by, on=DAY, journal=self.journal)
        asked_cancel = signed(Cancel(**said, purpose=PURPOSE), *people)
        return cancel(asked_cancel, by=by, on=DAY, journal=self.journal)

    def move_a_part(self, stem: str, source: Account, hop: int, part: int) -> None:
        """Move a part of what an account holds, or one credit if it holds none."""
        fitting = self.accounts[source.side, KINDS[stem]]
        targets = [each for each in fitting if each != source]
        amount = max(1, self.holdings.balance(source.number) // part)
        self.move(stem, source, targets[hop % len(targets)], amount)

    def the_next_act_is_taken(self) -> None:
        """After a refusal the lane is as it was, for whoever comes next."""
        self.move_a_part("transfer", self.holder(0, 0), 0, 2)

    def holder(self, choice: int, source: int) -> Account:
        """Choose an account that holds something, in a registry that has issued."""
        sides = sorted({event.side for event in self.events})
        accounts = self.accounts[sides[choice % len(sides)], AccountKind.HOLDING]
        holders = [each for each in accounts if self.holdings.balance(each.number)]
        return (holders or accounts)[source % len(holders or accounts)]

    @initialize(side=SIDES)
    def one_side_issues(self, side: str) -> None:
        """Begin with credits in one registry; the other issues sooner or later, or never."""
        self.credits_are_issued(side)

    @rule(side=SIDES)
    def credits_are_issued(self, side: str) -> None:
        """A side issues its share once; another time it is refused."""
        manager, second = OFFICERS[side]
        request = Issue(
            request_id=uuid4(),
            partnership=PARTNERSHIP,
            notification=NOTIFICATIONS[side],
            side=side,
        )
        asked = signed(request, self.told.person(manager), self.told.person(second))
        issued_before = any(event.side == side for event in self.events)
        self.tally.tried += 1
        try:
            receipt = issue(asked, by=self.told.actor(manager), on=DAY, journal=self.journal)
        except SchemeError:
            assert issued_before, "what was notified can be issued"
            self.the_next_act_is_taken()
            return
        assert not issued_before, "what was notified is issued once"
        self.tally.taken += 1
        self.keep(receipt)

    @rule(choice=CHOICES, source=CHOICES, hop=CHOICES, part=st.integers(1, 5))
    def credits_are_transferred(self, choice: int, source: int, hop: int, part: int) -> None:
        """A part of what an account holds goes to another."""
        self.move_a_part("transfer", self.holder(choice, source), hop, part)

    @rule(
        stem=st.sampled_from(["retire", "cancel"]),
        choice=CHOICES,
        source=CHOICES,
        part=st.integers(2, 5),
    )
    def credits_are_used(self, stem: str, choice: int, source: int, part: int) -> None:
        """A part of what an account holds goes where it stays."""
        self.move_a_part(stem, self.holder(choice, source), 0, part)

    @rule(
        stem=st.sampled_from(["transfer", "retire", "cancel"]),
        side=SIDES,
        beyond=SIDES,
        kind=st.sampled_from(AccountKind),
    )
    def a_move_that_cannot_be_is_tried(
        self, stem: str, side: str, beyond: str, kind: AccountKind
    ) -> None:
        """Too much, back from where credits stay, to the other registry, or all of it."""
        source = self.accounts[side, kind][0]
        target = self.accounts[beyond, KINDS[stem]][-1]
        self.move(stem, source, target, self.holdings.balance(source.number) + 1)
        self.the_next_act_is_taken()

    @invariant()
    def the_tables_hold_what_the_core_holds(self) -> None:
        """Each block of the core is a row, and there is no other row."""
        rows = self.reading.execute(
            "SELECT b.side, b.issuance, i.project, i.vintage, b.lo, b.hi, b.account, b.account_kind"
            " FROM block b JOIN issuance i ON (i.partnership, i.id) = (b.partnership, b.issuance)"
            " ORDER BY b.side, b.lo"
        ).fetchall()
        assert [tuple(row.values()) for row in rows] == [
            (
                block.side,
                block.issuance,
                block.project,
                block.vintage,
                block.first,
                block.last + 1,
                block.account,
                block.kind.value,
            )
            for block in self.holdings.blocks
        ]

    @invariant()
    def credits_are_conserved(self) -> None:
        """The core's own check finds nothing."""
        assert ledger.check_conserved(self.holdings) == []

    @invariant()
    def what_was_retired_or_cancelled_stays(self) -> None:
        """A serial number that was ever settled is in the same account as then."""
        now = {
            (block.side, serial): block.account
            for block in self.holdings.blocks
            if block.kind is not AccountKind.HOLDING
            for serial in range(block.first, block.last + 1)
        }
        assert {key: now.get(key) for key in self.settled} == self.settled
        self.settled = now

    def teardown(self) -> None:
        """The whole record verifies, and folds to the same holdings from nothing."""
        try:
            found = check_record(self.told.addresses.app_url, self.told.last_seen)
            assert (found, ledger.replay(self.events)) == ([], self.holdings)
        finally:
            self.stack.close()


def facts(receipt: Receipt) -> list[ledger.LedgerEvent]:
    """Read the core's facts from a record, as anybody could who has its text alone."""
    body = receipt.body
    if receipt.kind == "CreditsIssued":
        return [_issued(each) for each in body["issuances"]]
    ends = (body["side"], body["source"], body["target"])
    ranges = tuple(ledger.Range(**each) for each in body["ranges"])
    if receipt.kind == "CreditsCancelled":
        return [ledger.CreditsCancelled(*ends, ranges, body["purpose"])]
    if receipt.kind == "CreditsRetired":
        return [ledger.CreditsRetired(*ends, ranges)]
    return [ledger.CreditsTransferred(*ends, ranges)]


def _issued(said: Mapping[str, Any]) -> ledger.CreditsIssued:
    same = {name: value for name, value in said.items() if name not in ("placed", "report")}
    placed = tuple(ledger.Placement(**place) for place in said["placed"])
    return ledger.CreditsIssued(**same, placed=placed)


@pytest.fixture
def registries(cluster: Server, notified_story: Told, tmp_path: Path) -> Iterator[Told]:
    """Give a story with accounts of each kind in both registries, before anything is issued."""
    with copied(cluster, notified_story, tmp_path / "start") as start:
        with start.journal() as journal:
            for side, kinds in FURTHER.items():
                by = start.actor(OFFICERS[side][0])
                for kind in kinds:
                    request = OpenAccount(
                        request_id=uuid4(),
                        partnership=PARTNERSHIP,
                        side=side,
                        kind=kind,
                        holder=f"Somebody with a {kind} account",
                    )
                    open_account(request, by=by, on=DAY, journal=journal)
        yield start


@pytest.mark.slow
def test_any_record(cluster: Server, registries: Told, tmp_path: Path) -> None:
    """Every history agrees with the core's; slow, for each step is a commit on PostgreSQL."""
    tally = Tally()

    run_state_machine_as_test(
        lambda: AnyRecord(cluster, registries, tmp_path, tally),  # type: ignore[arg-type]
        settings=settings(max_examples=8, stateful_step_count=20, deadline=None),
    )

    assert tally.tried > 0
    assert tally.taken >= TAKEN_AT_LEAST * tally.tried
