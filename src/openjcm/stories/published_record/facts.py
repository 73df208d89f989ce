"""Published facts against the record: what is new, what changed, and their entry.

Safe to repeat: a fact that stands in the record as the file has it is not entered again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.record.record_published_fact import (
    RecordPublishedFact,
    record_published_fact,
)
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Malformed, NotFound
from openjcm.people.rehearsal_persons import RehearsalPerson, enter
from openjcm.rulebook import load_partner
from openjcm.store.database import connect
from openjcm.store.journal import PostgresJournal
from openjcm.stories.published_record.differences import Change, Kind, differences
from openjcm.stories.published_record.files import (
    JAPAN,
    PublishedFact,
    faults_in,
    shipped_facts,
)
from openjcm.stories.published_record.recorder import recorder

Progress = Callable[[int, int, str], None]
_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000003")
_STANDING = """
SELECT partnership, fact, key, body, seq FROM published_fact WHERE superseded_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A fact as the record has it, and the record's number in its chain."""

    says: Mapping[str, Any]
    seq: int


def title_of(host: str, project: str) -> tuple[str, str]:
    """Return the published English and Japanese titles of a project.

    Raises:
        NotFound: no such project is published.
    """
    says = _project(host, project)
    title_en: str = says["title_en"]
    return title_en, says.get("title_ja", title_en)


def published_funding(host: str, project: str) -> Mapping[str, Any] | None:
    """Return what was published of a project's funding, None where nothing was.

    Raises:
        NotFound: no such project is published.
    """
    funding: Mapping[str, Any] | None = _project(host, project).get("funding")
    return funding


def changes(facts: Sequence[PublishedFact], url: str) -> tuple[Change, ...]:
    """Return what differs between files and record, in the order of the files.

    Args:
        facts: The facts of the files.
        url: The address of the record.
    """
    return _changes(facts, _standing(url))


def record_published_facts(
    facts: Sequence[PublishedFact], *, journal: PostgresJournal, progress: Progress | None = None
) -> tuple[Change, ...]:
    """Enter what is new or changed into the record; return all differences that were found.

    Raises:
        Malformed: a fact cannot have been printed so; nothing is entered.
    """
    faults = tuple(faults_in(facts))
    if faults:
        raise Malformed(
            f"the facts cannot be entered; faults: {len(faults)}",
            code="facts-refused",
            findings=faults,
        )
    standing = _standing(journal.url)
    found = _changes(facts, standing)
    wanted = {
        (each.partnership, each.fact, each.key) for each in found if each.kind is not Kind.GONE
    }
    left = [each for each in facts if _key(each) in wanted]
    done = 0
    for partnership, group in groupby(
        sorted(left, key=lambda each: each.partnership), key=lambda each: each.partnership
    ):
        mine = list(group)
        by = _begin(partnership, mine, journal)
        for each in mine:
            _record(each, standing.get(_key(each)), by, journal)
            done += 1
            if progress:
                progress(done, len(left), f"{each.partnership} {each.key}")
    return found


def _project(host: str, project: str) -> Mapping[str, Any]:
    for each in shipped_facts():
        if (each.partnership, each.fact, each.key) == (host, "project", project):
            return each.says
    raise NotFound(f"{project} is not in the published record", code="no-project", about=project)


def _standing(url: str) -> dict[tuple[str, str, str], _Standing]:
    with connect(url) as connection:
        rows = connection.execute(_STANDING).fetchall()
    return {
        (row["partnership"], row["fact"], row["key"]): _Standing(row["body"], row["seq"])
        for row in rows
    }


def _changes(
    facts: Sequence[PublishedFact], standing: Mapping[tuple[str, str, str], _Standing]
) -> tuple[Change, ...]:
    found = [
        change for each in facts if (change := _change(each, standing.get(_key(each)))) is not None
    ]
    gone = sorted(standing.keys() - {_key(each) for each in facts})
    return (*found, *(Change(Kind.GONE, *key) for key in gone))


def _change(each: PublishedFact, before: _Standing | None) -> Change | None:
    if before is None:
        return Change(Kind.NEW, *_key(each))
    if before.says == each.says:
        return None
    return Change(Kind.CHANGED, *_key(each), fields=differences(before.says, each.says))


def _begin(partnership: str, facts: Sequence[PublishedFact], journal: PostgresJournal) -> Actor:
    """Make sure that the partnership and its recorder are there."""
    with connect(journal.url) as connection:
        enter(connection, recorder(partnership))
    by = _actor(recorder(partnership))
    # Entered now, about then: the record's day is the fact's, its instant that of the entry.
    journal.at = None
    _open(partnership, facts, by, journal)
    return by


def _key(each: PublishedFact) -> tuple[str, str, str]:
    return each.partnership, each.fact, each.key


def _actor(who: RehearsalPerson) -> Actor:
    return Actor(str(who.person_id), str(who.organisation_id), Role.RECORDER)


def _open(
    partnership: str, facts: Sequence[PublishedFact], by: Actor, journal: PostgresJournal
) -> None:
    named = None if partnership == JAPAN else load_partner(partnership)
    request = OpenPartnership(
        request_id=uuid5(_NAMESPACE, partnership),
        partnership=partnership,
        host=partnership,
        kind="record",
        zone=named.zone if named else "Asia/Tokyo",
        title=f"{named.name_en}–Japan" if named else "Japan: goals and progress",
    )
    open_partnership(request, by=by, on=min(each.on for each in facts), journal=journal)


def _record(
    each: PublishedFact, before: _Standing | None, by: Actor, journal: PostgresJournal
) -> None:
    # The content is part of the id: a newer version of a fact is another request. So is what it
    # takes the place of, or a return to what was said earlier would be taken for a repeat.
    content = json.dumps(each.says, ensure_ascii=False, sort_keys=True)
    after = f"/{before.seq}" if before else ""
    request = RecordPublishedFact(
        request_id=uuid5(_NAMESPACE, f"{'/'.join(_key(each))}/{content}{after}"),
        partnership=each.partnership,
        fact=each.fact,
        key=each.key,
        says=each.says,
    )
    record_published_fact(request, by=by, on=each.on, journal=journal)
