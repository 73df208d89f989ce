"""Who signed each record, and whether those were the ones who had to: checked by ``verify``.

The lane checks signatures before it writes; here nothing is believed of what it wrote.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

import psycopg

from openjcm.actions.journal import JAPAN
from openjcm.cycle import Role
from openjcm.measure.errors import Finding
from openjcm.store.canonical import Record
from openjcm.store.signatures import signature_holds

Connection = psycopg.Connection[dict[str, Any]]
Hands = frozenset[tuple[str, str | None]]

BY_BOTH_CHAIRS = ("RegistrationDecided", "IssuanceDecided")
BY_TWO_OFFICERS = ("CreditsIssued", "CreditsTransferred", "CreditsRetired", "CreditsCancelled")


@dataclass(frozen=True, slots=True)
class _Grant:
    side: str | None
    since: date
    until: date | None

    def holds(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


class Signers:
    """What is registered of persons, and the hosts of the partnerships met so far."""

    def __init__(self, connection: Connection) -> None:
        self._hosts: dict[str, str] = {}
        # Whoever holds a passkey signs by assertions, which nobody checks here yet.
        self._keys = {
            (row["key_id"], str(row["person_id"])): bytes(row["public_key"])
            for row in connection.execute(
                "SELECT key_id, person_id, public_key FROM people_authenticator"
                " WHERE kind = 'software'"
            )
        }
        self._grants: dict[tuple[str, str, str], list[_Grant]] = defaultdict(list)
        for row in connection.execute(
            "SELECT person_id, role, partnership, side, since, until FROM people_grant"
        ):
            held = (str(row["person_id"]), row["role"], row["partnership"])
            self._grants[held].append(_Grant(row["side"], row["since"], row["until"]))

    def check(self, record: Record) -> list[Finding]:
        """Return what is wrong with a record's signatures."""
        if record.kind == "PartnershipOpened":
            self._hosts[record.partnership] = record.body.get("host", "")
        try:
            return list(self._wrong(record))
        except (KeyError, TypeError, AttributeError):
            return [_finding(record, "its signatures cannot be read")]

    def _wrong(self, record: Record) -> Iterator[Finding]:
        given = record.body.get("signatures", ())
        for each in given:
            if not self._holds(each, record):
                yield _finding(record, f"the signature of {each['person']} does not hold")
        needed = self._needed(record)
        if needed and not self._signed_by(needed, given, record):
            hands = " and ".join(sorted(f"{role} of {side}" for role, side in needed))
            yield _finding(record, f"two persons must have signed, as {hands}, and have not")

    def _holds(self, given: Mapping[str, Any], record: Record) -> bool:
        # Without a registered key nothing holds; a key of zeros, say, would let anybody sign.
        key = self._keys.get((given["key_id"], given["person"]))
        return key is not None and signature_holds(key, given["signature"], record.body["request"])

    def _needed(self, record: Record) -> Hands:
        if record.kind in BY_BOTH_CHAIRS:
            host = self._hosts.get(record.partnership)
            return frozenset({(Role.CO_CHAIR.value, JAPAN), (Role.CO_CHAIR.value, host)})
        if record.kind in BY_TWO_OFFICERS:
            officers = (Role.REGISTRY_MANAGER, Role.SECOND_OFFICER)
            return frozenset((role.value, record.side) for role in officers)
        return frozenset()

    def _signed_by(self, needed: Hands, given: Any, record: Record) -> bool:  # noqa: ANN401 - what a record says
        if len(given) != len(needed) or len({each["person"] for each in given}) != len(needed):
            return False
        held = [self._hands_of(each, record) for each in given]
        return any(
            all(hand in hands for hand, hands in zip(order, held, strict=True))
            for order in permutations(needed)
        )

    def _hands_of(self, given: Mapping[str, Any], record: Record) -> Hands:
        held = self._grants.get((given["person"], given["role"], record.partnership), ())
        return frozenset((given["role"], grant.side) for grant in held if grant.holds(record.on))


def _finding(record: Record, message: str) -> Finding:
    return Finding("signature", record.name, f"{record.name}: {message}")
