"""Persons of rehearsals: organisation, person, role and software authenticator.

Plain SQL, safe to repeat. A live data directory refuses the authenticator.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid5

import psycopg

from openjcm.people import software_authenticators

# Identifiers of rehearsal persons follow from their place in the story, so they are the same
# on every machine; nobody real has one.
_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000001")

Connection = psycopg.Connection[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class RehearsalPerson:
    """One rehearsal person with the organisation and role it acts for."""

    partnership: str
    person: str
    name: str
    organisation: str
    organisation_name: str
    organisation_kind: str
    role: str
    side: str | None
    organisation_side: str | None
    since: date

    @property
    def person_id(self) -> UUID:
        """The person's identifier."""
        return uuid5(_NAMESPACE, f"{self.partnership}/person/{self.person}")

    @property
    def organisation_id(self) -> UUID:
        """The organisation's identifier."""
        return uuid5(_NAMESPACE, f"{self.partnership}/organisation/{self.organisation}")


def enter(connection: Connection, who: RehearsalPerson) -> None:
    """Enter a rehearsal person; safe to repeat.

    Raises:
        psycopg.errors.CheckViolation: the data directory is live.
    """
    with connection.transaction():
        for statement in _STATEMENTS:
            connection.execute(statement, _values(who))


_ORGANISATION = (
    "INSERT INTO people_organisation (id, name, kind, partnership, side) VALUES"
    " (%(organisation_id)s, %(organisation_name)s, %(organisation_kind)s, %(partnership)s,"
    " %(organisation_side)s) ON CONFLICT (id) DO NOTHING"
)
_PERSON = (
    "INSERT INTO people_person (id, name, password, is_active, is_demonstration) VALUES"
    " (%(person_id)s, %(name)s, '!', true, true) ON CONFLICT (id) DO NOTHING"
)
_GRANT = (
    "INSERT INTO people_grant (id, person_id, organisation_id, role, partnership, side, since)"
    " VALUES (%(grant_id)s, %(person_id)s, %(organisation_id)s, %(role)s, %(partnership)s,"
    " %(side)s, %(since)s) ON CONFLICT (id) DO NOTHING"
)
_AUTHENTICATOR = (
    "INSERT INTO people_authenticator (key_id, person_id, kind, public_key, registered_at)"
    " VALUES (%(key_id)s, %(person_id)s, 'software', %(public_key)s, jcm.ledger_now())"
    " ON CONFLICT (key_id) DO NOTHING"
)
_STATEMENTS = (_ORGANISATION, _PERSON, _GRANT, _AUTHENTICATOR)


def _values(who: RehearsalPerson) -> dict[str, Any]:
    return {
        "organisation_id": who.organisation_id,
        "organisation_name": who.organisation_name,
        "organisation_kind": who.organisation_kind,
        "organisation_side": who.organisation_side,
        "partnership": who.partnership,
        "person_id": who.person_id,
        "name": who.name,
        "grant_id": uuid5(_NAMESPACE, f"{who.person_id}/{who.role}"),
        "role": who.role,
        "side": who.side,
        "since": who.since,
        "key_id": software_authenticators.key_id(who.person_id),
        "public_key": software_authenticators.public_key(who.person_id),
    }
