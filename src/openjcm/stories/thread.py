"""The whole thread: published facts entered, the story played, both beside each other."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from openjcm.measure.errors import NotAllowed
from openjcm.store.database import Database, reader
from openjcm.store.files import FileStore
from openjcm.store.journal import PostgresJournal
from openjcm.store.last_seen import LastSeen
from openjcm.stories.play import play
from openjcm.stories.played import Played
from openjcm.stories.published_record.differences import Change
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.facts import (
    Progress,
    record_published_facts,
    record_shipped_facts,
)
from openjcm.stories.story_file import read_story
from openjcm.stories.trial import try_input

LAST_SEEN = "last-seen.json"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a story writes with: the journal and the filed documents of one data directory."""

    journal: PostgresJournal
    files: FileStore


def desk(database: Database) -> Desk:
    """Return the desk of a data directory."""
    return Desk(PostgresJournal(database.app_url, last_seen(database)), FileStore(database.files))


def last_seen(database: Database) -> LastSeen:
    """Return what was last seen of the chains of a data directory."""
    return LastSeen(database.files.parent / LAST_SEEN)


def enter_published_record(
    at: Desk,
    progress: Progress | None = None,
    *,
    facts: Sequence[PublishedFact] | None = None,
) -> tuple[Change, ...]:
    """Enter published facts, those that come with the installation unless others are given.

    Safe to repeat; those of the installation replace nothing that was loaded.

    Raises:
        Malformed: a fact cannot have been printed so; nothing is entered.
    """
    with closing(at.journal):
        if facts is None:
            return record_shipped_facts(journal=at.journal, progress=progress)
        return record_published_facts(facts, journal=at.journal, progress=progress)


def play_story(
    name: str,
    at: Desk,
    *,
    readings: Path | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    entered: Callable[[Sequence[Change]], None] | None = None,
) -> Played:
    """Enter the published record and play a story; safe to repeat.

    Args:
        name: Of the story.
        at: Where it is written.
        readings: A folder of one's own.
        progress: Told each step.
        entered: Told what was entered into the published record, and what stands as loaded.

    Raises:
        NotAllowed: the data directory is live; stories are played in demonstrations only.
        SchemeError: the readings were refused, or an action refused a step.
    """
    kind = reader().rows("SELECT data_directory_kind() AS kind")[0]["kind"]
    if kind == "live":
        raise NotAllowed(
            "a story is played in a demonstration only, and this data directory is live",
            code="live-plays-no-story",
        )
    story = read_story(name, readings)
    if readings:
        try_input(story)
    found = enter_published_record(at)
    if entered:
        entered(found)
    # Who serves afterwards must not hand an open connection to its workers.
    with closing(at.journal):
        return play(story, journal=at.journal, files=at.files, progress=progress)
