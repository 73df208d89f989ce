"""A journal in memory for tests of actions: the same protocol as the store's, and as strict.

Everything an action may ask is worked out from the records appended so far, with the core's own
types. ``tests/scenarios/first_issuance`` plays the whole story on it and on PostgreSQL.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from openjcm import ledger
from openjcm.actions.dating import require_legal_day
from openjcm.actions.journal import JAPAN, JOINT, Partnership, Signer
from openjcm.actions.request import Receipt, Request, Signature, content_of, json_value
from openjcm.cycle import Actor, Case, Filing, Hand, Role, Stage, Subject
from openjcm.ledger import Account, AccountKind, Block, Holdings
from openjcm.measure.errors import Conflict, NotAllowed, NotFound
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, edition_of
from openjcm.store.canonical import digest

_MOVES = {
    each.__name__: each
    for each in (ledger.CreditsTransferred, ledger.CreditsRetired, ledger.CreditsCancelled)
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One record as the journal keeps it."""

    partnership: str
    side: str
    seq: int
    request_id: UUID
    on: date
    kind: str
    body: Mapping[str, Any]


@dataclass(slots=True)
class FakeJournal:
    """Records in a list; a signature holds if ``sign`` made it for a person who is known.

    ``at`` is its clock, ``directory`` what it stands in: live, demonstration or test.
    """

    people: list[Actor] = field(default_factory=list)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    records: list[Kept] = field(default_factory=list)
    at: datetime = datetime(2026, 11, 24, 3, tzinfo=UTC)
    directory: str = "test"
    is_open: bool = False

    @contextmanager
    def open(
        self, request: Request, *, by: Actor, on: date, side: str = JOINT
    ) -> Iterator["FakeRecord"]:
        """Open the lane; what was appended stays only if the act goes through."""
        assert not self.is_open, "there is one lane"
        before = list(self.records), dict(self.partnerships)
        self.is_open = True
        try:
            yield FakeRecord(self, request, by, on, side, self._done(request))
        except BaseException:
            self.records[:], self.partnerships = before
            raise
        finally:
            self.is_open = False

    def lose(self, kind: str) -> None:
        """Break the record on purpose: what a kind of record said can no longer be found."""
        self.records[:] = [
            replace(kept, kind="Lost") if kept.kind == kind else kept for kept in self.records
        ]

    def _done(self, request: Request) -> Receipt | None:
        for kept in self.records:
            if kept.request_id == request.request_id:
                if kept.body["request"] != digest(content_of(request)):
                    raise Conflict("recorded before", code="request-id-reused")
                return Receipt(kept.partnership, kept.side, kept.seq, kept.kind, kept.body)
        return None


@dataclass(slots=True)
class FakeRecord:
    """One open act: what an action may ask, and its one append."""

    journal: FakeJournal
    request: Request
    by: Actor
    on: date
    side: str
    receipt: Receipt | None = None
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        self.digest = digest(content_of(self.request))

    @property
    def partnership(self) -> Partnership:
        """The partnership of the request."""
        key = self.request.partnership
        if key not in self.journal.partnerships:
            raise NotFound(f"partnership {key!r} was never opened", code="no-partnership")
        return self.journal.partnerships[key]

    @property
    def edition(self) -> Edition:
        """The edition in force for the host on the day of the act."""
        return edition_of(self.partnership.kind, self.partnership.host, on=self.on)

    def case(self, subject: Subject, case_id: str) -> Case | None:
        """How far a project or report has come, worked out from the steps recorded."""
        steps = [
            each for each in self._steps() if (each["subject"], each["id"]) == (subject, case_id)
        ]
        if not steps:
            return None
        project = steps[0]["project"]
        of_report = subject is Subject.REPORT
        others = [each for each in self._steps() if each["project"] == project]
        return Case(
            subject=subject,
            id=case_id,
            sides=(JAPAN, self.partnership.host),
            stage=Stage(steps[-1]["stage"]),
            hands=_hands(steps),
            related=_hands([each for each in others if each not in steps]),
            project=self.case(Subject.PROJECT, project) if of_report else None,
        )

    def hands_on(self, project: str) -> tuple[Hand, ...]:
        """Every hand in a project's own case and in those of its reports."""
        return _hands([each for each in self._steps() if each["project"] == project])

    def last(self, kind: str, **where: str) -> Mapping[str, Any] | None:
        """The body of the newest record of a kind whose fields have these values."""
        for kept in reversed(self._kept(kind)):
            if all(kept.body.get(name) == value for name, value in where.items()):
                return kept.body
        return None

    def account(self, number: str) -> Account | None:
        """An account of this partnership."""
        said = self.last("AccountOpened", number=number)
        if said is None:
            return None
        names = ("side", "number", "kind", "holder")
        side, number, kind, holder = (said[name] for name in names)
        return Account(self.request.partnership, side, number, AccountKind(kind), holder)

    def holding(self, number: str) -> Sequence[Block]:
        """The blocks on an account, lowest serial first."""
        return self._holdings().of(number)

    def count(self, kind: str) -> int:
        """How many records of a kind this partnership has."""
        return len(self._kept(kind))

    def accounts_opened(self, side: str) -> int:
        """How many accounts a side's registry has opened."""
        return sum(kept.body["side"] == side for kept in self._kept("AccountOpened"))

    def claimed(self, project: str) -> Mapping[str, Period]:
        """The periods that a project's reports claim already, by report."""
        return {
            kept.body["report"]: _period(kept.body)
            for kept in self._kept("MonitoringReportSubmitted")
            if kept.body["project"] == project
        }

    def filings(self, sha256: Sequence[str]) -> Sequence[Filing]:
        """Each earlier monitoring report that rests on one of these files, with the file."""
        return [
            Filing(each["private_sha256"], said["project"], said["report"], _period(said))
            for said in (kept.body for kept in self._kept("MonitoringReportSubmitted"))
            for each in said["documents"]
            if each["private_sha256"] in sha256
        ]

    def next_serial(self, side: str) -> int:
        """The first serial that the side's registry has not issued yet."""
        return self._holdings().next_serial(side)

    def signers(self, signatures: Sequence[Signature]) -> tuple[Signer, ...]:
        """Check that each signature was made over this request by somebody who is known."""
        return tuple(self._signer(each) for each in signatures)

    def append(self, kind: str, body: Mapping[str, Any], signers: Sequence[Signer] = ()) -> Receipt:
        """Append the one record of this act."""
        assert self.receipt is None, "an act appends one event"
        full = {**json_value(body), "request": self.digest}
        if signers:
            full["signatures"] = [json_value(signer.signature) for signer in signers]
        key = self.request.partnership
        chain = [
            each
            for each in self.journal.records
            if (each.partnership, each.side) == (key, self.side)
        ]
        if kind == "PartnershipOpened":
            if key in self.journal.partnerships:
                raise Conflict(f"{key} was opened before", code="partnership_pkey")
            names = ("host", "kind", "zone", "title", "rehearses")
            self.journal.partnerships[key] = Partnership(key, **{n: full[n] for n in names})
        here, directory = self.partnership, self.journal.directory
        require_legal_day(self.on, at=self.journal.at, partnership=here, directory=directory)
        kept = Kept(key, self.side, len(chain) + 1, self.request.request_id, self.on, kind, full)
        self.journal.records.append(kept)
        self.receipt = Receipt(key, self.side, kept.seq, kind, full)
        return self.receipt

    def _kept(self, kind: str | None = None) -> list[Kept]:
        return [
            kept
            for kept in self.journal.records
            if kept.partnership == self.request.partnership and kind in (None, kept.kind)
        ]

    def _steps(self) -> list[Mapping[str, Any]]:
        return [step for kept in self._kept() for step in kept.body.get("steps", ())]

    def _signer(self, given: Signature) -> Signer:
        for known in self.journal.people:
            if (known.person, known.role) == (given.person, given.role):
                if given != sign(known, self.request):
                    raise NotAllowed("not over this request", code="signature-does-not-hold")
                return Signer(known, given)
        raise NotAllowed(f"{given.person} has no key", code="signer-unknown")

    def _holdings(self) -> Holdings:
        holdings = Holdings()
        for kept in self._kept():
            for event in _events(kept):
                holdings = ledger.apply(holdings, event)
        return holdings


def sign(who: Actor, request: Request) -> Signature:
    """Sign a request in the only way that the fake believes."""
    said = digest(content_of(request))
    return Signature(who.person, who.role, f"key of {who.person}", f"{who.person} signs {said}")


def _period(said: Mapping[str, Any]) -> Period:
    return Period(*(date.fromisoformat(said["period"][end]) for end in ("first", "last")))


def _hands(steps: Sequence[Mapping[str, Any]]) -> tuple[Hand, ...]:
    return tuple(
        Hand(step["stem"], Role(hand["role"]), hand["person"], hand["organisation"], hand["side"])
        for step in steps
        for hand in step["hands"]
    )


def _events(kept: Kept) -> Iterator[ledger.LedgerEvent]:
    if kept.kind == "CreditsIssued":
        for said in kept.body["issuances"]:
            placed = tuple(ledger.Placement(**each) for each in said["placed"])
            names = (name for name in said if name not in ("report", "placed"))
            yield ledger.CreditsIssued(**{name: said[name] for name in names}, placed=placed)
    elif kept.kind in _MOVES:
        said = kept.body
        ranges = tuple(ledger.Range(**each) for each in said["ranges"])
        more = {"purpose": said["purpose"]} if "purpose" in said else {}
        yield _MOVES[kept.kind](said["side"], said["source"], said["target"], ranges, **more)
