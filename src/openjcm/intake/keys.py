"""The keys with which senders deliver: 256 random bits each, of which only the SHA-256 is kept.

One for each sender is best: it can be withdrawn alone.
"""

import hashlib
import secrets
from enum import StrEnum

from openjcm.measure.errors import Malformed, NotAllowed, NotFound
from openjcm.store.database import configured, reader
from openjcm.store.intake_keys import SenderKey, add_key, keys_of, sender_of, withdraw

_BYTES = 32
FIRST_SENDER = "first"
"""Whose key an intake is opened with, unless it is said."""
_ID_LEAST = 8


class Use(StrEnum):
    """What a key is good for; it begins with that, so that its digest tells it too.

    The key of a phone stands in an address, and is told to browsers and mails: it must not deliver
    files, nor the key of a logger open a phone's pages.
    """

    DELIVER = "deliver"
    TYPE = "type"


def new_key(intake: str, sender: str, use: Use = Use.DELIVER) -> str:
    """Make a key for a sender, and return it; it is shown once, for it is not kept.

    Raises:
        NotFound: there is no such intake.
        Malformed: the sender cannot be called so.
        Stopped: the database does not answer.
    """
    key = f"{use}-{secrets.token_urlsafe(_BYTES)}"
    add_key(configured().app_url, intake, sender, digest_of(key))
    return key


def digest_of(key: str) -> bytes:
    """Return what is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def require_key(key: str, intake: str, use: Use) -> str:
    """Return whose key it is. An intake that does not exist has no keys, and is refused alike.

    Raises:
        NotAllowed: it is no key of the intake for this use, or was withdrawn.
        Stopped: the database does not answer.
    """
    is_one = key.startswith(f"{use}-") and "\0" not in intake
    sender = sender_of(reader(), intake, digest_of(key)) if is_one else None
    if sender is None:
        raise NotAllowed(
            "there is no intake of this name with this key; ask whoever opened it for a key",
            code="wrong-key",
        )
    return sender


def withdraw_key(intake: str, begins: str) -> SenderKey:
    """Withdraw the key whose SHA-256 begins so.

    Raises:
        Malformed: too little is said of it.
        NotFound: the intake has no such key.
        Conflict: it was withdrawn before.
        Stopped: the database does not answer.
    """
    if len(begins) < _ID_LEAST:
        said = f"say at least {_ID_LEAST} digits of the key's SHA-256; openjcm intake keys has them"
        raise Malformed(said, code="key-too-short", about="key")
    for each in keys_of(reader(), intake):
        if each.sha256.startswith(begins.lower()):
            withdraw(configured().app_url, each)
            return each
    said = f"{intake} has no key that begins with {begins}; openjcm intake keys {intake} lists them"
    raise NotFound(said, code="no-key", about=begins)
