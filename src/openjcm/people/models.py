"""The tables of persons and what belongs to them, as Django wants them.

Only columns and constraints: no rule of the scheme stands here.
"""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from openjcm.cycle import Role


def unusable_password() -> str:
    """Return a password hash that no password matches: people sign in by passkey."""
    return make_password(None)


# A side is named by its ISO 3166 alpha-2 code, as everywhere: JP, or the partner country's.
_SIDE = r"^[A-Z]{2}$"


class AuthenticatorKind(models.TextChoices):
    """What holds the private key."""

    SOFTWARE = "software", "Software, in demonstrations and tests only"
    WEBAUTHN = "webauthn", "Passkey or security key"


class PersonManager(BaseUserManager["Person"]):
    """Finds persons by their address, as Django's sign-in asks for them."""


class Person(AbstractBaseUser):
    """A natural person: one human being, never an organisation or a machine."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField()
    email = models.EmailField(null=True, blank=True, unique=True)
    password = models.CharField(max_length=128, default=unusable_password)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """Names of the table and of what it refuses."""

        db_table = "people_person"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="a_person_has_a_name"),
            models.CheckConstraint(
                condition=Q(email__isnull=True) | (Q(email=Lower(F("email"))) & ~Q(email="")),
                name="an_address_is_written_in_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A ministry, company, secretariat or third-party entity."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField()
    kind = models.TextField()
    partnership = models.TextField()
    side = models.TextField(null=True, blank=True)  # noqa: DJ001 - null: neither side

    class Meta:
        """Names of the table and of what it refuses."""

        db_table = "people_organisation"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(side__isnull=True) | Q(side__regex=_SIDE),
                name="an_organisation_stands_on_one_side_or_none",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """A role that a person holds for an organisation, ``since`` a day and before ``until``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="grants")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grants")
    role = models.TextField()
    partnership = models.TextField()
    side = models.TextField(null=True, blank=True)  # noqa: DJ001 - null: neither side
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        """Names of the table and of what it refuses."""

        db_table = "people_grant"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(side__isnull=True) | Q(side__regex=_SIDE),
                name="a_grant_names_a_side_or_none",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="a_grant_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]),
                name="a_grant_names_a_known_role",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role", "partnership", "side", "since"],
                name="a_grant_is_given_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.partnership}"


class Authenticator(models.Model):
    """A registered public key; ``key_id`` is what a signature names."""

    key_id = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="authenticators")
    kind = models.TextField(choices=AuthenticatorKind)
    public_key = models.BinaryField()
    registered_at = models.DateTimeField()

    class Meta:
        """Names of the table and of what it refuses."""

        db_table = "people_authenticator"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=AuthenticatorKind.values),
                name="an_authenticator_is_of_a_known_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.key_id


class Session(models.Model):
    """A signed-in browser; the key itself is known to that browser only."""

    key_sha256 = models.BinaryField(primary_key=True)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="sessions"
    )
    content = models.TextField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        """Names of the table and of what it refuses."""

        db_table = "people_session"

    def __str__(self) -> str:
        return bytes(self.key_sha256).hex()
