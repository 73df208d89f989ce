"""The core's own fold of the records, beside the tables: who must hold which credits.

``projections`` wrote the tables and makes them again for ``verify``, so it cannot find a mistake
of its own. The fold of ``ledger`` is written apart from it and knows no table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import groupby
from typing import Any

import psycopg

from openjcm.ledger import (
    CreditsCancelled,
    CreditsIssued,
    CreditsRetired,
    CreditsTransferred,
    Holdings,
    LedgerEvent,
    Placement,
    Range,
    apply,
    check_conserved,
)
from openjcm.measure.errors import Finding
from openjcm.store.canonical import Record
from openjcm.store.cursors import streamed

Connection = psycopg.Connection[dict[str, Any]]
Key = tuple[str, str]
Held = tuple[str, int, int, str, str]

_BLOCKS = (
    "SELECT partnership, issuance, side, lo, hi, account, account_kind FROM jcm.block"
    ' ORDER BY partnership COLLATE "C", issuance COLLATE "C", lo'
)


class Fold:
    """What the records say of credits, an issuance at a time so that long histories stay cheap."""

    def __init__(self) -> None:
        self._holdings: dict[Key, Holdings] = {}

    def take(self, record: Record) -> None:
        """Take in a record; one that says nothing of credits changes nothing.

        Raises:
            KeyError, TypeError, ValueError: the record does not say what its kind needs.
            Malformed: it names a range that is none.
        """
        for issuance, event in _events(record):
            key = (record.partnership, issuance)
            self._holdings[key] = apply(self._holdings.get(key, Holdings()), event)

    def check(self, connection: Connection) -> Iterator[Finding]:
        """Yield what no history may break, and every issuance that the table holds otherwise."""
        for (partnership, _), holdings in sorted(self._holdings.items()):
            for found in check_conserved(holdings):
                place = f"{partnership} {found.place}"
                yield Finding("conservation", place, f"{place}: {found.message}")
        yield from self._compared(connection)

    def _compared(self, connection: Connection) -> Iterator[Finding]:
        unseen = dict(self._holdings)
        rows = streamed(connection, _BLOCKS)
        for key, held in groupby(rows, key=lambda row: (row["partnership"], row["issuance"])):
            blocks = [_in_table(row) for row in held]
            if blocks != _in_fold(unseen.pop(key, Holdings())):
                yield _otherwise(key)
        yield from map(_otherwise, sorted(unseen))


def _events(record: Record) -> Iterator[tuple[str, LedgerEvent]]:
    body = record.body
    if record.kind == "CreditsIssued":
        for issued in body["issuances"]:
            yield issued["issuance"], _issued(issued)
    elif record.kind == "CreditsTransferred":
        for each in _ranges(body):
            yield each.issuance, CreditsTransferred(*_from_to(body), (each,))
    elif record.kind == "CreditsRetired":
        for each in _ranges(body):
            yield each.issuance, CreditsRetired(*_from_to(body), (each,))
    elif record.kind == "CreditsCancelled":
        for each in _ranges(body):
            yield each.issuance, CreditsCancelled(*_from_to(body), (each,), body["purpose"])


def _issued(said: Mapping[str, Any]) -> CreditsIssued:
    placed = tuple(
        Placement(place["account"], place["first"], place["last"]) for place in said["placed"]
    )
    names = [field.name for field in fields(CreditsIssued) if field.name != "placed"]
    return CreditsIssued(**{name: said[name] for name in names}, placed=placed)


def _ranges(body: Mapping[str, Any]) -> list[Range]:
    return [Range(each["issuance"], each["first"], each["last"]) for each in body["ranges"]]


def _from_to(body: Mapping[str, Any]) -> tuple[str, str, str]:
    return body["side"], body["source"], body["target"]


def _in_table(row: Mapping[str, Any]) -> Held:
    return row["side"], row["lo"], row["hi"] - 1, row["account"], row["account_kind"]


def _in_fold(holdings: Holdings) -> list[Held]:
    return [
        (block.side, block.first, block.last, block.account, block.kind.value)
        for block in holdings.blocks
    ]


def _otherwise(key: Key) -> Finding:
    place = " ".join(key)
    return Finding(
        "conservation", place, f"{place}: the table holds other blocks than the records give"
    )
