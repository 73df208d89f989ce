"""The key with which a sender delivers: 256 random bits, of which only the SHA-256 is kept."""

import hashlib
import hmac
import secrets

from openjcm.measure.errors import NotAllowed

_BYTES = 32


def new_key() -> str:
    """Return a new key; whoever has it may deliver, so it is shown once and never kept."""
    return secrets.token_urlsafe(_BYTES)


def digest_of(key: str) -> bytes:
    """Return what is kept of a key."""
    return hashlib.sha256(key.encode()).digest()


def require_key(key: str, digest: bytes) -> None:
    """Refuse a key that is not the intake's.

    Raises:
        NotAllowed: it is not.
    """
    if not hmac.compare_digest(digest_of(key), digest):
        raise NotAllowed(
            "the key is not this intake's; ask whoever opened it for its key", code="wrong-key"
        )
