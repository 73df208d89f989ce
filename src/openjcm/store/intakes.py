"""Intakes and the batches that arrived at them: kept once, never changed.

An intake is where the readings of a plan's meters arrive while a period runs. Only what arrived is
known here; what is in it is the business of ``metering``.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg

from openjcm.measure.errors import Conflict, Malformed, NotFound
from openjcm.store.database import Reader, connect, stopped

_INTAKES = """
SELECT name, partnership, project, plan, basis, opened_at FROM intake
WHERE name = coalesce(%(name)s, name) ORDER BY name
"""
_BATCHES = """
SELECT number, sha256, bytes, received_at, readings, meters, first_at, last_at, read_as, replaces,
    evidence, note, name, sender FROM batch
WHERE intake = %(intake)s AND sha256 = coalesce(%(sha256)s, sha256) ORDER BY number
"""
_PAGE = """
SELECT number, sha256, bytes, received_at, readings, meters, first_at, last_at, read_as, replaces,
    evidence, note, name, sender FROM batch
WHERE intake = %(intake)s AND number < %(before)s ORDER BY number DESC LIMIT %(limit)s
"""
_COUNTS = """
SELECT count(*) AS batches, count(replaces) AS replaced, sum(bytes)::bigint AS bytes,
    max(received_at) AS last_received_at FROM batch WHERE intake = %(intake)s
"""
_KEPT = "SELECT intake, number, sha256, evidence FROM batch ORDER BY intake, number"
_OPEN = """
INSERT INTO intake (name, partnership, project, plan, basis)
VALUES (%(name)s, %(partnership)s, %(project)s, %(plan)s, %(basis)s)
"""
# One batch after another, so that numbers have no gap and follow the order of arrival.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('intake ' || %(intake)s, 0))"
_ADD = """
INSERT INTO batch (intake, number, sha256, bytes, readings, meters, first_at, last_at, read_as,
    replaces, evidence, note, name, sender)
SELECT %(intake)s, 1 + coalesce(max(number), 0), %(sha256)s, %(bytes)s, %(readings)s, %(meters)s,
    %(first_at)s, %(last_at)s, %(read_as)s, %(replaces)s, %(evidence)s, %(note)s, %(name)s,
    %(sender)s
FROM batch WHERE intake = %(intake)s
"""
_SAYS = {
    "a_batch_replaces_one_that_came_before": "the batch that it replaces never arrived here; name "
    "the SHA-256 of one that did",
    "a_batch_is_replaced_once": "the batch was replaced already; replace the one that replaced it",
    "a_batch_does_not_replace_itself": "a batch cannot replace itself",
}


@dataclass(frozen=True, slots=True)
class Intake:
    """Where readings of a project arrive; ``plan`` is its plan in TOML."""

    name: str
    partnership: str
    project: str
    plan: str
    basis: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """A photo or an invoice that came with a batch, kept by its SHA-256."""

    name: str
    media_type: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A batch as it arrived: how many readings of how many meters, from the first to the last.

    ``number`` is its place in the order of arrival, from 1; ``replaces`` the SHA-256 of the batch
    that it takes the place of; ``name`` what its sender called it; ``sender`` whose key it came
    with, blank where it came by another way.
    """

    number: int
    sha256: str
    bytes: int
    received_at: datetime
    readings: int
    meters: int
    first_at: datetime
    last_at: datetime
    read_as: tuple[str, ...]
    replaces: str | None
    evidence: tuple[Evidence, ...]
    note: str
    name: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much arrived at an intake; ``replaced`` is how many batches were corrected since."""

    batches: int
    replaced: int
    bytes: int
    last_received_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that an intake rests on: a batch, or what came with it as evidence."""

    intake: str
    number: int
    sha256: str
    is_evidence: bool


def intakes(reader: Reader) -> list[Intake]:
    """Return every intake, by name."""
    return [Intake(**row) for row in reader.rows(_INTAKES, {"name": None})]


def find_intake(reader: Reader, name: str) -> Intake:
    """Return the intake of this name.

    Raises:
        NotFound: there is none.
    """
    rows = reader.rows(_INTAKES, {"name": name})
    if not rows:
        said = f"there is no intake {name!r}; openjcm intake list names them"
        raise NotFound(said, code="no-intake", about=name)
    return Intake(**rows[0])


def batches(reader: Reader, intake: str) -> list[Arrived]:
    """Return what arrived at an intake, in the order of arrival."""
    return [_arrived(row) for row in reader.rows(_BATCHES, {"intake": intake, "sha256": None})]


def find_batch(reader: Reader, intake: str, sha256: str) -> Arrived | None:
    """Return the batch of this content, ``None`` where it never arrived."""
    rows = reader.rows(_BATCHES, {"intake": intake, "sha256": sha256})
    return _arrived(rows[0]) if rows else None


def latest_batches(reader: Reader, intake: str, *, before: int, limit: int) -> list[Arrived]:
    """Return what arrived before the batch of this number, the latest first."""
    asked = {"intake": intake, "before": before, "limit": limit}
    return [_arrived(row) for row in reader.rows(_PAGE, asked)]


def counts(reader: Reader, intake: str) -> Counts:
    """Return how much arrived at an intake."""
    (row,) = reader.rows(_COUNTS, {"intake": intake})
    return Counts(**{**row, "bytes": row["bytes"] or 0})


def batches_of_all(reader: Reader) -> int:
    """Return how many batches arrived at all intakes together."""
    count: int = reader.rows("SELECT count(*) AS n FROM batch")[0]["n"]
    return count


def kept_files(reader: Reader) -> Iterator[KeptFile]:
    """Yield every file that an intake rests on."""
    for row in reader.rows(_KEPT):
        yield KeptFile(row["intake"], row["number"], row["sha256"], is_evidence=False)
        for each in row["evidence"]:
            yield KeptFile(row["intake"], row["number"], each["sha256"], is_evidence=True)


def add_intake(url: str, intake: Mapping[str, Any]) -> None:
    """Open an intake.

    Raises:
        Conflict: there is one of this name.
        Stopped: the database does not answer.
    """
    with connect(url) as connection:
        try:
            connection.execute(_OPEN, intake)
        except psycopg.errors.UniqueViolation:
            said = f"there is an intake {intake['name']!r} already; choose another name"
            raise Conflict(said, code="intake-taken", about=str(intake["name"])) from None
        except psycopg.errors.CheckViolation:
            said = (
                f"{intake['name']!r} is no name of an intake; write it in small letters, digits "
                "and dashes, at most 63, such as bd002-roof"
            )
            raise Malformed(said, code="intake-name", about="name") from None
        except psycopg.OperationalError as error:
            raise stopped(error) from error


def add_batch(url: str, intake: str, batch: Mapping[str, Any]) -> bool:
    """Keep a batch, and tell whether it is new: the same content again changes nothing.

    Raises:
        Conflict: it replaces a batch that never arrived, or that was replaced already.
        Stopped: the database does not answer.
    """
    said = {
        **batch,
        "intake": intake,
        "read_as": json.dumps(batch["read_as"]),
        "evidence": json.dumps(batch["evidence"]),
    }
    with connect(url) as connection:
        try:
            with connection.transaction():
                connection.execute(_LOCK, said)
                connection.execute(_ADD, said)
        except psycopg.errors.IntegrityError as error:
            name = error.diag.constraint_name or ""
            if name == "a_batch_is_kept_once":
                return False
            raise Conflict(
                _SAYS.get(name, name.replace("_", " ")), code=name.replace("_", "-")
            ) from None
        except psycopg.OperationalError as error:
            raise stopped(error) from error
    return True


def standing(arrived: Sequence[Arrived]) -> list[Arrived]:
    """Return the batches that no later one replaces."""
    replaced = {each.replaces for each in arrived}
    return [each for each in arrived if each.sha256 not in replaced]


def _arrived(row: Mapping[str, Any]) -> Arrived:
    evidence = tuple(Evidence(**each) for each in row["evidence"])
    return Arrived(**{**row, "read_as": tuple(row["read_as"]), "evidence": evidence})
