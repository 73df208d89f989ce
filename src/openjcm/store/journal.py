"""The lane: the only transaction in which the record grows.

One lock first, then SERIALIZABLE, then the constraints: ledger writes happen one after
another. The event is the change; the projections follow in the same transaction.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import psycopg
from psycopg import sql

from openjcm.actions.dating import require_legal_day
from openjcm.actions.journal import JOINT, OpenRecord, Partnership, Signer
from openjcm.actions.request import Receipt, Request, Signature, content_of, json_value
from openjcm.cycle import Actor, Case, Filing, Hand, Subject
from openjcm.ledger import Account, Block
from openjcm.measure.errors import Conflict, SchemeError
from openjcm.measure.period import Period
from openjcm.rulebook import Edition, edition_of
from openjcm.store import canonical, loading
from openjcm.store.database import connect, stopped
from openjcm.store.last_seen import LastSeen, Seen
from openjcm.store.projecting.projections import project
from openjcm.store.signatures import check_signature, require_role

Connection = psycopg.Connection[dict[str, Any]]

RETRIES = 3
_OVERTAKEN = (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected)


def retried(act: Callable[[], Receipt]) -> Receipt:
    """Do an act once more, three times at most, when another came in between.

    The act is begun anew each time, with the same request id: it reads and decides again.

    Raises:
        SchemeError: it was refused, or overtaken each time.
    """
    for _ in range(RETRIES):
        try:
            return act()
        except Conflict as error:
            if error.code != "another-act-came-in-between":
                raise
    return act()


@dataclass(slots=True)
class PostgresJournal:
    """The journal in PostgreSQL. ``at`` sets the clock of a demonstration, else None."""

    url: str
    last_seen: LastSeen
    at: datetime | None = None
    _connection: Connection | None = field(default=None, init=False)

    @contextmanager
    def open(
        self, request: Request, *, by: Actor, on: date, side: str = JOINT
    ) -> Iterator[OpenRecord]:
        """Open the lane for one act.

        Raises:
            Conflict: this request id was used before with other content, a constraint of the
                ledger refused the act (``code`` is its name), or another act came in between.
            NotAllowed: the actor does not hold the role.
            Stopped: the database is lost, full or busy; nothing was written.
        """
        connection = self._connected()
        try:
            with connection.transaction():
                _take_lane(connection, self.at)
                record = PostgresRecord(connection, request, by, on, side)
                require_role(connection, by, request.partnership, on)
                record.find_receipt()
                yield record
            self._note(record)
        except psycopg.errors.IntegrityError as error:
            raise _refused(error) from error
        except _OVERTAKEN as error:
            raise Conflict(
                "another act came in between; nothing was written. Try again",
                code="another-act-came-in-between",
            ) from error
        except (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout) as error:
            raise stopped(error) from error

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()

    def _note(self, record: "PostgresRecord") -> None:
        if record.written is not None:
            made = record.written
            seen = Seen(made.seq, record.chain)
            self.last_seen.note(made.partnership, made.side, seen)
        elif record.receipt is not None:
            # It was killed between its commit and its note, or the note was lost since.
            done = record.receipt
            if self.last_seen.of(done.partnership, done.side) is None:
                self.last_seen.note(done.partnership, done.side, Seen(done.seq, record.chain))

    def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self.url)
            self._connection.isolation_level = psycopg.IsolationLevel.SERIALIZABLE
        return self._connection


@dataclass(slots=True)
class PostgresRecord:
    """One open transaction: what an action may ask, and its one append."""

    connection: Connection
    request: Request
    by: Actor
    on: date
    side: str
    digest: str = ""
    receipt: Receipt | None = None
    written: canonical.Record | None = None
    chain: bytes = b""

    def find_receipt(self) -> None:
        """Set ``receipt`` if this very request was recorded before."""
        self.digest = canonical.digest(content_of(self.request))
        done = loading.by_request(self.connection, self.request.request_id)
        if done is None:
            return
        asked = canonical.digest(content_of(self.request, version=done["version"]))
        if done["body"].get("request") != asked:
            raise Conflict(
                f"request {self.request.request_id} was recorded before with other content",
                code="request-id-reused",
                about=str(self.request.request_id),
            )
        self.chain = bytes(done["chain"])
        self.receipt = Receipt(
            done["partnership"], done["side"], done["seq"], done["kind"], done["body"]
        )

    @property
    def partnership(self) -> Partnership:
        """The partnership of the request."""
        return loading.partnership(self.connection, self.request.partnership)

    @property
    def edition(self) -> Edition:
        """The edition in force for the host on the day of the act."""
        return edition_of(self.partnership.kind, self.partnership.host, on=self.on)

    def case(self, subject: Subject, case_id: str) -> Case | None:
        """How far a project or report has come."""
        return loading.case(self.connection, self.request.partnership, subject, case_id)

    def hands_on(self, project: str) -> tuple[Hand, ...]:
        """Every hand in a project's own case and in those of its reports."""
        found = loading.hands_on(self.connection, self.request.partnership, project)
        return tuple(hand for _, hand in found)

    def last(self, kind: str, **where: str) -> Mapping[str, Any] | None:
        """The body of the newest record of a kind whose fields have these values."""
        return loading.last(self.connection, self.request.partnership, kind, where)

    def account(self, number: str) -> Account | None:
        """An account of this partnership."""
        return loading.account(self.connection, self.request.partnership, number)

    def holding(self, number: str) -> Sequence[Block]:
        """The blocks on an account, lowest serial first."""
        return loading.holding(self.connection, self.request.partnership, number)

    def count(self, kind: str) -> int:
        """How many records of a kind this partnership has."""
        return loading.count(self.connection, self.request.partnership, kind)

    def accounts_opened(self, side: str) -> int:
        """How many accounts a side's registry has opened."""
        return loading.accounts_opened(self.connection, self.request.partnership, side)

    def claimed(self, project: str) -> Mapping[str, Period]:
        """The periods that a project's reports claim already, by report."""
        return loading.claimed(self.connection, self.request.partnership, project)

    def filings(self, sha256: Sequence[str]) -> Sequence[Filing]:
        """Each earlier monitoring report that rests on one of these files."""
        return loading.filings(self.connection, self.request.partnership, sha256)

    def next_serial(self, side: str) -> int:
        """The first serial that the side's registry has not issued yet."""
        return loading.next_serial(self.connection, self.request.partnership, side)

    def signers(self, signatures: Sequence[Signature]) -> tuple[Signer, ...]:
        """Check every signature over this request's digest, and the signer's role."""
        return tuple(
            check_signature(self.connection, each, self.digest, self.request.partnership, self.on)
            for each in signatures
        )

    def append(self, kind: str, body: Mapping[str, Any], signers: Sequence[Signer] = ()) -> Receipt:
        """Append the one event and let the projections follow."""
        record = self._next(kind, body, signers)
        self.chain = insert(self.connection, record)
        self.written = record
        project(self.connection, record)
        self.receipt = Receipt(record.partnership, record.side, record.seq, kind, record.body)
        return self.receipt

    def _next(
        self, kind: str, body: Mapping[str, Any], signers: Sequence[Signer]
    ) -> canonical.Record:
        full = {**json_value(body), "request": self.digest}
        if signers:
            full["signatures"] = [json_value(signer.signature) for signer in signers]
        head = loading.head(self.connection, self.request.partnership, self.side)
        at, about = loading.now(self.connection), self._about(kind, body)
        directory = loading.directory(self.connection)
        require_legal_day(self.on, at=at, partnership=about, directory=directory)
        return canonical.Record(
            partnership=self.request.partnership,
            side=self.side,
            seq=head.seq + 1,
            request_id=self.request.request_id,
            on=self.on,
            at=at,
            actor=json_value(self.by),
            edition=edition_of(about.kind, about.host, on=self.on).document,
            kind=kind,
            body=full,
        )

    def _about(self, kind: str, body: Mapping[str, Any]) -> Partnership:
        if kind != "PartnershipOpened":
            return self.partnership
        names = ("host", "kind", "zone", "title", "rehearses")
        return Partnership(self.request.partnership, **{name: body[name] for name in names})


def insert(connection: Connection, record: canonical.Record) -> bytes:
    """Write a record's row: its canonical texts, its leaf and its link, which is returned."""
    head = loading.head(connection, record.partnership, record.side)
    leaf = canonical.leaf_hash(record)
    chain = canonical.link(head.chain, leaf)
    connection.execute(
        "INSERT INTO journal (version, partnership, side, seq, request_id, on_day, at, actor,"
        " edition, kind, body, leaf, chain) VALUES (%(version)s, %(partnership)s, %(side)s,"
        " %(seq)s, %(request_id)s, %(on)s, %(at)s, %(actor)s, %(edition)s, %(kind)s, %(body)s,"
        " %(leaf)s, %(chain)s)",
        {
            "version": record.version,
            "partnership": record.partnership,
            "side": record.side,
            "seq": record.seq,
            "request_id": record.request_id,
            "on": record.on,
            "at": record.at,
            "actor": canonical.canonical(dict(record.actor)).decode(),
            "edition": record.edition,
            "kind": record.kind,
            "body": canonical.canonical(dict(record.body)).decode(),
            "leaf": leaf,
            "chain": chain,
        },
    )
    return chain


def _take_lane(connection: Connection, at: datetime | None) -> None:
    # Neither statement takes a snapshot, so the transaction sees all that came before it.
    connection.execute("LOCK TABLE lane IN EXCLUSIVE MODE")
    if at is not None:
        chosen = sql.Literal(canonical.instant_text(at))
        connection.execute(sql.SQL("SET LOCAL openjcm.now = {}").format(chosen))


def _refused(error: psycopg.errors.IntegrityError) -> SchemeError:
    name = error.diag.constraint_name or "constraint"
    sentence = name.replace("_", " ")
    detail = error.diag.message_detail or error.diag.message_primary or ""
    if isinstance(error, psycopg.errors.CheckViolation) and error.diag.table_name:
        # What a CHECK adds is the whole row, and no help.
        detail = ""
    return Conflict(f"the ledger refused: {sentence}. {detail}".strip(), code=name)
