"""Server-side sessions: the table holds the SHA-256 of the key and never the key.

Who reads the table, or a backup of it, cannot take over a session.
"""

import hashlib
import secrets
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from openjcm.people.models import Session

KEY_BYTES = 32
_KEY_LENGTH = 43


def hash_of(session_key: str) -> bytes:
    """Return what the table keeps of a session key."""
    return hashlib.sha256(session_key.encode()).digest()


class SessionStore(SessionBase):
    """Django's session interface on ``people_session``."""

    @classmethod
    def clear_expired(cls) -> None:
        """Remove every session whose time is over."""
        Session.objects.filter(expires_at__lt=timezone.now()).delete()

    def _validate_session_key(self, key: str | None) -> bool:
        return key is not None and len(key) == _KEY_LENGTH

    def exists(self, session_key: str) -> bool:
        """Tell whether a session of this key stands in the table, expired or not."""
        return Session.objects.filter(key_sha256=hash_of(session_key)).exists()

    def create(self) -> None:
        """Begin a new session under a fresh key."""
        while True:
            self._session_key = secrets.token_urlsafe(KEY_BYTES)
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 - Django's signature
        """Write the session.

        Raises:
            CreateError: the key is taken.
            UpdateError: the session was ended elsewhere in the meantime.
        """
        if self.session_key is None:
            self.create()
            return
        # Django's own property has no way to say that nothing is to be loaded first.
        content = super()._get_session(no_load=must_create)  # type: ignore[misc]  # not in its types
        row = self._row(content)
        if must_create:
            _insert(row)
        elif not _update(row):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """End a session: this one, or the one of the key given."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(key_sha256=hash_of(key)).delete()

    def load(self) -> dict[str, Any]:
        """Return the content, or nothing where the session is unknown or over."""
        key = self.session_key
        row = (
            key
            and Session.objects.filter(
                key_sha256=hash_of(key), expires_at__gt=timezone.now()
            ).first()
        )
        if not row:
            self._session_key = None
            return {}
        return dict(self.decode(row.content))

    def _row(self, content: dict[str, Any]) -> Session:
        return Session(
            key_sha256=hash_of(str(self.session_key)),
            person_id=content.get(SESSION_KEY),
            content=self.encode(content),
            expires_at=self.get_expiry_date(),
        )


def _insert(row: Session) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as problem:
        raise CreateError from problem


def _update(row: Session) -> int:
    # An UPDATE that finds nothing: a session ended elsewhere must not come to life again.
    return Session.objects.filter(pk=row.pk).update(
        person=row.person_id, content=row.content, expires_at=row.expires_at
    )
