"""The story, told once on PostgreSQL and copied for each test that begins where it ends.

In: the template databases, their copies, and what a test asks of a copy.
Not in: fakes; everything here is the real journal.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar
from uuid import uuid4

import psycopg
from psycopg import sql

from openjcm.actions.request import Signature, SignedRequest, content_of
from openjcm.cycle import Actor, Role
from openjcm.people.rehearsal_persons import RehearsalPerson
from openjcm.people.software_authenticators import key_id, sign
from openjcm.store.canonical import digest
from openjcm.store.database import connect
from openjcm.store.embedded import Addresses, addresses_of, create_database
from openjcm.store.files import FileStore
from openjcm.store.journal import PostgresJournal
from openjcm.store.last_seen import LastSeen
from openjcm.stories.play import play
from openjcm.stories.played import Played
from openjcm.stories.published_record.facts import record_published_facts
from openjcm.stories.published_record.files import shipped_facts
from openjcm.stories.story_file import read_story

PARTNERSHIP = "BD-R"
GOJ = "JP-H-000001-35"
MAKER = "BD-H-000001-53"
PLANT = "BD-H-000002-50"
# The story up to its last step but two: both sides are notified, and none has issued.
NOTIFIED = -2

Connection = psycopg.Connection[dict[str, Any]]
Signed = TypeVar("Signed", bound=SignedRequest)


class Server(Protocol):
    """What is asked of the server that all tests share."""

    @property
    def socket(self) -> Path:
        """Where it listens."""
        ...

    @property
    def superuser_url(self) -> str:
        """Its superuser's address."""
        ...


@dataclass(frozen=True)
class Told:
    """A data directory in which the story was told; ``name`` is its database's."""

    name: str
    addresses: Addresses
    data: Path
    played: Played

    @property
    def last_seen(self) -> LastSeen:
        """What was last seen of its chains."""
        return LastSeen(self.data / "last-seen.json")

    @property
    def files(self) -> FileStore:
        """The documents filed in it."""
        return FileStore(self.data / "files")

    def person(self, name: str) -> RehearsalPerson:
        """Return a person of the story."""
        return self.played.story.people[name]

    def actor(self, name: str) -> Actor:
        """Return a person of the story, acting as it does there."""
        return actor(self.person(name))

    def account(self, name: str) -> str:
        """Return the number of an account of the story."""
        return self.played.accounts[name]

    def app(self) -> Connection:
        """Connect as the application does."""
        return connect(self.addresses.app_url)

    def owner(self) -> Connection:
        """Connect as the owner of the tables, whom only triggers and constraints hold back."""
        return connect(self.addresses.owner_url)

    @contextmanager
    def journal(self) -> Iterator[PostgresJournal]:
        """Open the journal and close it."""
        journal = PostgresJournal(self.addresses.app_url, self.last_seen)
        try:
            yield journal
        finally:
            journal.close()


@contextmanager
def told(server: Server, folder: Path, *, steps: int | None = None) -> Iterator[Told]:
    """Tell the story, or its first steps, in a new database, to be copied."""
    story = read_story("first-issuance")
    with _database(server, "migrated") as (name, addresses):
        new = Told(name, addresses, folder, Played(story, {}))
        with new.journal() as journal:
            record_published_facts(shipped_facts(), journal=journal)
            short = replace(story, steps=story.steps[:steps])
            played = play(short, journal=journal, files=new.files)
        yield replace(new, played=played)


@contextmanager
def copied(server: Server, original: Told, folder: Path) -> Iterator[Told]:
    """Give a copy of a told story: database, filed documents and what was last seen."""
    shutil.copytree(original.data, folder)
    with _database(server, original.name) as (name, addresses):
        yield Told(name, addresses, folder, original.played)


def actor(who: RehearsalPerson) -> Actor:
    """Return an enrolled person as an actor."""
    return Actor(str(who.person_id), str(who.organisation_id), Role(who.role), who.side)


def signed(request: Signed, *people: RehearsalPerson) -> Signed:
    """Return the request, signed by these persons in their roles."""
    said = bytes.fromhex(digest(content_of(request)))
    signatures = (
        Signature(
            person=str(who.person_id),
            role=who.role,
            key_id=key_id(who.person_id),
            signature=sign(who.person_id, said).hex(),
        )
        for who in people
    )
    return replace(request, signatures=tuple(signatures))


@contextmanager
def _database(server: Server, template: str) -> Iterator[tuple[str, Addresses]]:
    name = f"told_{uuid4().hex}"
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        create_database(connection, name, template=template)
    yield name, addresses_of(server.socket, database=name, process_id=None)
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))
