"""Who may act, and whose signature holds: checked against what ``people`` registered."""

from datetime import date
from typing import Any

import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from openjcm.actions.journal import Signer
from openjcm.actions.request import Signature
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import NotAllowed

Connection = psycopg.Connection[dict[str, Any]]


def require_role(connection: Connection, by: Actor, partnership: str, on: date) -> None:
    """Refuse an actor who does not hold the role in this partnership on that day.

    Raises:
        NotAllowed: no such grant.
    """
    found = connection.execute(
        "SELECT 1 FROM people_grant g JOIN people_person p ON p.id = g.person_id"
        " WHERE g.person_id = %(person)s AND g.organisation_id = %(organisation)s"
        " AND g.role = %(role)s AND g.partnership = %(partnership)s"
        " AND g.side IS NOT DISTINCT FROM %(side)s AND p.is_active"
        " AND g.since <= %(on)s AND (g.until IS NULL OR g.until > %(on)s)",
        {
            "person": by.person,
            "organisation": by.organisation,
            "role": by.role.value,
            "side": by.side,
            "partnership": partnership,
            "on": on,
        },
    ).fetchone()
    if found is None:
        raise NotAllowed(
            f"{by.person} does not act as {by.role.value} in {partnership} on {on}",
            code="role-not-held",
            about=by.person,
        )


def check_signature(
    connection: Connection, given: Signature, digest: str, partnership: str, on: date
) -> Signer:
    """Return who signed, after checking the key, the signature and the role.

    Raises:
        NotAllowed: the key is not registered to that person or is a passkey, the signature is
            not over this request, or the person does not hold the role.
    """
    row = connection.execute(
        "SELECT a.kind, a.public_key, g.organisation_id, g.side FROM people_authenticator a"
        " JOIN people_person p ON p.id = a.person_id"
        " JOIN people_grant g ON g.person_id = a.person_id"
        " WHERE a.key_id = %(key)s AND a.person_id = %(person)s AND g.role = %(role)s"
        " AND g.partnership = %(partnership)s AND p.is_active"
        " AND g.since <= %(on)s AND (g.until IS NULL OR g.until > %(on)s)"
        " ORDER BY g.side NULLS LAST LIMIT 1",
        {
            "key": given.key_id,
            "person": given.person,
            "role": given.role,
            "partnership": partnership,
            "on": on,
        },
    ).fetchone()
    if row is None:
        raise NotAllowed(
            f"{given.person} has no registered key {given.key_id} as {given.role}",
            code="signer-unknown",
            about=given.person,
        )
    if row["kind"] != "software":
        raise NotAllowed(
            f"{given.key_id} is a passkey, and what passkeys sign cannot be checked here yet: "
            "nothing is signed by one until it can",
            code="passkeys-not-checked-yet",
            about=given.person,
        )
    if not signature_holds(bytes(row["public_key"]), given.signature, digest):
        raise NotAllowed(
            f"the signature of {given.person} is not over this request",
            code="signature-does-not-hold",
            about=given.person,
        )
    actor = Actor(given.person, str(row["organisation_id"]), Role(given.role), row["side"])
    return Signer(actor, given)


def signature_holds(public_key: bytes, signature: str, digest: str) -> bool:
    """Whether an Ed25519 signature (hexadecimal) is one over the digest's 32 bytes."""
    key = Ed25519PublicKey.from_public_bytes(public_key)
    try:
        key.verify(bytes.fromhex(signature), bytes.fromhex(digest))
    except (InvalidSignature, ValueError):
        return False
    return True
