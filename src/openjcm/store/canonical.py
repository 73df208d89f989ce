"""The bytes of a journal record: RFC 8785 canonical JSON, hashed here and nowhere else.

ADR 0001 fixes the fields and the hashes. Pure: values in, bytes out.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

import rfc8785

from openjcm.measure.errors import Malformed

# Version 2 differs from 1 in what body.request is the digest of (decision 0022).
VERSION = 2
_LARGEST = 2**53 - 1
_LEAF = b"\x00"
_LINK = b"\x02"
_CHAIN = b"openjcm/chain/1\n"
_SEALED = b"openjcm/sealed/1\n"
# PostgreSQL cannot look into JSON that has a zero character, and UTF-8 has no surrogates.
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Record:
    """One journal record. ``actor`` and ``body`` hold only JSON values."""

    partnership: str
    side: str
    seq: int
    request_id: UUID
    on: date
    at: datetime
    actor: Mapping[str, Any]
    edition: str
    kind: str
    body: Mapping[str, Any]
    version: int = VERSION

    @property
    def name(self) -> str:
        """How a person refers to it, e.g. ``BD/JP record 3``."""
        return f"{self.partnership}/{self.side} record {self.seq}"


def canonical(value: object) -> bytes:
    """Return the RFC 8785 bytes of a JSON value.

    Raises:
        Malformed: a float, a Decimal, an integer beyond 2^53 - 1, or another type is inside.

    >>> canonical({"b": 1, "a": ["2.50", None]})
    b'{"a":["2.50",null],"b":1}'
    """
    _check(value, "")
    return rfc8785.dumps(cast("Any", value))


def instant_text(at: datetime) -> str:
    """Return an instant as the record spells it: UTC, milliseconds, ``Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def record_bytes(record: Record) -> bytes:
    """Return the bytes of a whole record."""
    return canonical(
        {
            "version": record.version,
            "partnership": record.partnership,
            "side": record.side,
            "seq": record.seq,
            "request_id": str(record.request_id),
            "on": record.on.isoformat(),
            "at": instant_text(record.at),
            "actor": dict(record.actor),
            "edition": record.edition,
            "kind": record.kind,
            "body": dict(record.body),
        }
    )


def leaf_hash(record: Record) -> bytes:
    """Return the RFC 6962 leaf hash of a record."""
    return hashlib.sha256(_LEAF + record_bytes(record)).digest()


def genesis(partnership: str, side: str) -> bytes:
    """Return the hash that a chain starts from."""
    return hashlib.sha256(_CHAIN + f"{partnership}\n{side}\n".encode()).digest()


def link(previous: bytes, leaf: bytes) -> bytes:
    """Return the chain hash of a record from the one before it and its own leaf."""
    return hashlib.sha256(_LINK + previous + leaf).digest()


def commitment(value: str, salt: bytes) -> str:
    """Return what stands in a record instead of a confidential or personal value."""
    return hashlib.sha256(_SEALED + salt + value.encode()).hexdigest()


def digest(value: object) -> str:
    """Return the SHA-256 of a JSON value's canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def parse(text: str, place: str) -> dict[str, Any]:
    """Read stored canonical JSON back; refuse text that is not canonical.

    Raises:
        Malformed: the text is not JSON, or not its own canonical form.
    """
    try:
        value = json.loads(text, parse_float=_no_float)
    except ValueError as error:
        raise Malformed(f"{place}: not JSON ({error})", code="record-not-json") from error
    if not isinstance(value, dict) or canonical(value) != text.encode():
        raise Malformed(f"{place}: not in canonical form", code="record-not-canonical")
    return value


def _no_float(text: str) -> None:
    raise ValueError(f"{text} is a float")


def _check(value: object, place: str) -> None:
    match value:
        case None | bool():
            return
        case str():
            _check_text(value, place)
        case int():
            if abs(value) > _LARGEST:
                raise Malformed(
                    f"{place}: {value} is beyond 2^53 - 1; write it as text",
                    code="number-too-large",
                )
        case list() | tuple():
            for index, item in enumerate(value):
                _check(item, f"{place}[{index}]")
        case Mapping():
            for key, item in value.items():
                _check_text(key, place)
                _check(item, f"{place}.{key}")
        case _:
            raise Malformed(
                f"{place}: a {type(value).__name__} cannot stand in a record",
                code="not-a-record-value",
            )


def _check_text(text: str, place: str) -> None:
    if _NOT_TEXT.search(text):
        raise Malformed(
            f"{place}: a text with a zero character or half a character cannot be recorded",
            code="not-a-record-value",
        )
