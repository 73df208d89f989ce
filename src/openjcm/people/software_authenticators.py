"""Keys that sign without a human hand, for demonstrations and tests only.

Everybody can compute them: each follows from a fixed label and the person's identifier.
A live data directory refuses to register one (``schema/authenticators.sql``).
"""

import hashlib
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DEMONSTRATION_LABEL = b"OpenJCM demonstration key, worthless by design, version 1: "


def sign(person_id: UUID | str, digest: bytes) -> bytes:
    """Sign a digest with the person's demonstration key (Ed25519, 64 bytes)."""
    return _private_key(person_id).sign(digest)


def public_key(person_id: UUID | str) -> bytes:
    """Return the 32 raw bytes of the person's demonstration key."""
    return _private_key(person_id).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def key_id(person_id: UUID | str) -> str:
    """Return the name of the key, by which a signature cites it."""
    return f"software:{hashlib.sha256(public_key(person_id)).hexdigest()[:32]}"


def _private_key(person_id: UUID | str) -> Ed25519PrivateKey:
    seed = hashlib.sha256(DEMONSTRATION_LABEL + str(person_id).lower().encode()).digest()
    return Ed25519PrivateKey.from_private_bytes(seed)
