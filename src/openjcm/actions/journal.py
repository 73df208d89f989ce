"""What actions need of the record: the ``Journal`` protocol, implemented by ``store``.

Load, decide, append: an action opens the journal, reads what it must know, and appends one
event in the same transaction. Nothing else changes anything.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from openjcm.actions.request import Receipt, Request, Signature
from openjcm.cycle import Actor, Case, Filing, Hand, Subject
from openjcm.ledger import Account, Block
from openjcm.measure.period import Period
from openjcm.rulebook import Edition

JOINT = "joint"
JAPAN = "JP"


@dataclass(frozen=True, slots=True)
class Partnership:
    """Japan and one partner country, or the rehearsal of theirs.

    ``kind`` is record (published facts only), rehearsal or live.
    """

    key: str
    host: str
    kind: str
    zone: str
    title: str
    rehearses: str | None


@dataclass(frozen=True, slots=True)
class Signer:
    """Someone whose signature was checked: who, for whom, in which role, for which side."""

    actor: Actor
    signature: Signature


class OpenRecord(Protocol):
    """One open transaction in one chain."""

    receipt: Receipt | None
    digest: str

    @property
    def partnership(self) -> Partnership:
        """The partnership; NotFound if it was never opened."""

    @property
    def edition(self) -> Edition:
        """The edition in force on the day of the act."""

    def case(self, subject: Subject, case_id: str) -> Case | None:
        """How far a project or report has come, and by whose hands."""

    def hands_on(self, project: str) -> tuple[Hand, ...]:
        """Every hand in a project's own case and in those of its reports."""

    def last(self, kind: str, **where: str) -> Mapping[str, Any] | None:
        """The body of the newest record of a kind whose fields have these values."""

    def account(self, number: str) -> Account | None:
        """An account of this partnership."""

    def holding(self, number: str) -> Sequence[Block]:
        """The blocks on an account, lowest serial first."""

    def count(self, kind: str) -> int:
        """How many records of a kind this partnership has."""

    def accounts_opened(self, side: str) -> int:
        """How many accounts a side's registry has opened, of any kind."""

    def claimed(self, project: str) -> Mapping[str, Period]:
        """The periods that a project's reports claim already, by report."""

    def filings(self, sha256: Sequence[str]) -> Sequence[Filing]:
        """Each earlier monitoring report that rests on one of these files, with the file."""

    def next_serial(self, side: str) -> int:
        """The first serial that the side's registry has not issued yet."""

    def signers(self, signatures: Sequence[Signature]) -> tuple[Signer, ...]:
        """Check signatures over this request; NotAllowed names the one that does not hold."""

    def append(self, kind: str, body: Mapping[str, Any], signers: Sequence[Signer] = ()) -> Receipt:
        """Append the one event of this transaction and change the projections by it."""


class Journal(Protocol):
    """The record of all partnerships."""

    def open(
        self, request: Request, *, by: Actor, on: date, side: str = JOINT
    ) -> AbstractContextManager[OpenRecord]:
        """Open the lane for one act; ``receipt`` is set if this request was done before."""
