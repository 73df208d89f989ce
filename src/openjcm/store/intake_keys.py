"""Keys of senders: made and withdrawn, never changed. Of a key only its SHA-256 is known here."""

from dataclasses import dataclass
from datetime import datetime

import psycopg

from openjcm.measure.errors import Conflict, Malformed, NotFound
from openjcm.store.database import Reader, connect, stopped

_KEYS = """
SELECT encode(k.key_sha256, 'hex') AS sha256, k.sender, k.made_at, w.withdrawn_at
FROM intake_key k LEFT JOIN intake_key_withdrawn w USING (key_sha256)
WHERE k.intake = %(intake)s ORDER BY k.made_at, k.sender, k.key_sha256
"""
_SENDER = """
SELECT sender FROM intake_key
WHERE intake = %(intake)s AND key_sha256 = %(digest)s
  AND key_sha256 NOT IN (SELECT key_sha256 FROM intake_key_withdrawn)
"""
_ADD = """
INSERT INTO intake_key (intake, sender, key_sha256) VALUES (%(intake)s, %(sender)s, %(digest)s)
"""
_WITHDRAW = "INSERT INTO intake_key_withdrawn (key_sha256) VALUES (decode(%(sha256)s, 'hex'))"


@dataclass(frozen=True, slots=True)
class SenderKey:
    """The key of one sender by its SHA-256; ``withdrawn_at`` is ``None`` while it is good."""

    sender: str
    sha256: str
    made_at: datetime
    withdrawn_at: datetime | None


def keys_of(reader: Reader, intake: str) -> list[SenderKey]:
    """Return every key that was made for an intake, the oldest first."""
    return [SenderKey(**row) for row in reader.rows(_KEYS, {"intake": intake})]


def sender_of(reader: Reader, intake: str, digest: bytes) -> str | None:
    """Return whose key has this digest; ``None`` where it is none of the intake, or withdrawn."""
    rows = reader.rows(_SENDER, {"intake": intake, "digest": digest})
    return rows[0]["sender"] if rows else None


def add_key(url: str, intake: str, sender: str, digest: bytes) -> None:
    """Let a sender deliver to an intake.

    Raises:
        NotFound: there is no such intake.
        Malformed: the sender cannot be called so.
        Stopped: the database does not answer.
    """
    with connect(url) as connection:
        try:
            connection.execute(_ADD, {"intake": intake, "sender": sender, "digest": digest})
        except psycopg.errors.ForeignKeyViolation:
            said = f"there is no intake {intake!r}; openjcm intake list names them"
            raise NotFound(said, code="no-intake", about=intake) from None
        except psycopg.errors.CheckViolation:
            said = (
                f"{sender!r} is no name of a sender; write it in small letters, digits and "
                "dashes, such as logger-1"
            )
            raise Malformed(said, code="sender-name", about="sender") from None
        except psycopg.OperationalError as error:
            raise stopped(error) from error


def withdraw(url: str, key: SenderKey) -> None:
    """Withdraw a key for good.

    Raises:
        Conflict: it was withdrawn before.
        Stopped: the database does not answer.
    """
    with connect(url) as connection:
        try:
            connection.execute(_WITHDRAW, {"sha256": key.sha256})
        except psycopg.errors.UniqueViolation:
            said = "the key was withdrawn before; nothing is left to do"
            raise Conflict(said, code="key-withdrawn-before", about=key.sha256) from None
        except psycopg.OperationalError as error:
            raise stopped(error) from error
