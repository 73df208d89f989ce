"""Published facts against the record: what is new, what changed, and their entry.

Safe to repeat: a fact that stands in the record as the file has it is not entered again. What was
loaded stands until it is loaded otherwise: files of the installation take the place of their own
earlier versions alone.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.record.record_published_fact import (
    RecordPublishedFact,
    record_published_fact,
)
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Finding, Malformed, NotFound
from openjcm.measure.legal_time import legal_day
from openjcm.people.rehearsal_persons import RehearsalPerson, enter
from openjcm.rulebook import all_partners, load_partner
from openjcm.store.database import connect
from openjcm.store.journal import PostgresJournal
from openjcm.stories.published_record.differences import Change, Kind, differences
from openjcm.stories.published_record.fact import PublishedFact
from openjcm.stories.published_record.files import JAPAN, faults_in, shipped_facts
from openjcm.stories.published_record.folder import SOURCES
from openjcm.stories.published_record.recorder import loader, recorder

Progress = Callable[[int, int, str], None]
_HOSTS = {JAPAN, *(partner.iso2 for partner in all_partners())}
_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000003")
_VERSIONS = """
SELECT f.partnership, f.fact, f.key, f.body, f.seq, j.actor::jsonb ->> 'person' AS person
FROM published_fact f
JOIN journal j ON (j.partnership, j.side, j.seq) = (f.partnership, 'joint', f.seq)
ORDER BY f.partnership, f.seq
"""
_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A fact as the record has it: its number in its chain, by whose hand, and what it was."""

    says: Mapping[str, Any]
    seq: int
    person: str
    earlier: tuple[Mapping[str, Any], ...] = field(default=())


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

    Raises:
        Malformed: a fact could not be entered.
    """
    _refuse_faults(facts, url)
    return _changes(facts, _standing(url))


def record_published_facts(
    facts: Sequence[PublishedFact], *, journal: PostgresJournal, progress: Progress | None = None
) -> tuple[Change, ...]:
    """Enter what is new or changed into the record; return all differences that were found.

    Raises:
        Malformed: a fact cannot have been printed so; nothing is entered.
    """
    _refuse_faults(facts, journal.url)
    standing = _standing(journal.url)
    found = _changes(facts, standing)
    _enter(facts, found, standing, journal, progress)
    return found


def record_shipped_facts(
    *, journal: PostgresJournal, progress: Progress | None = None
) -> tuple[Change, ...]:
    """Enter the installation's facts where the record has none, or an earlier one of theirs.

    Return what was entered, and what stands as it was loaded.

    Raises:
        Malformed: a fact cannot have been printed so; nothing is entered.
    """
    facts = shipped_facts()
    _refuse_faults(facts, journal.url)
    standing = _standing(journal.url)
    differing = _changes(facts, standing)
    says = {_key(each): each.says for each in facts}
    found = tuple(
        replace(each, kind=Kind.KEPT) if _is_kept(each, says, standing) else each
        for each in differing
        if each.kind is not Kind.GONE
    )
    _enter(facts, found, standing, journal, progress)
    return found


def _refuse_faults(facts: Sequence[PublishedFact], url: str) -> None:
    faults = (*faults_in(facts), *_to_come(facts, url))
    if faults:
        raise Malformed(
            f"the facts cannot be entered; faults: {len(faults)}",
            code="facts-refused",
            findings=faults,
        )


def _to_come(facts: Sequence[PublishedFact], url: str) -> Iterator[Finding]:
    """Yield the facts whose day has not come, which the journal would refuse one by one."""
    with connect(url) as connection:
        at = connection.execute("SELECT ledger_now() AS at").fetchall()[0]["at"]
    for each in facts:
        if each.partnership in _HOSTS and each.on > legal_day(at, _zone(each.partnership)):
            yield Finding(
                "published-fact",
                each.place,
                f"on: {each.on} has not come yet; what has no day of its own is of the state in"
                f" {SOURCES}",
            )


def _is_kept(
    change: Change, says: Mapping[_Key, Mapping[str, Any]], standing: Mapping[_Key, _Standing]
) -> bool:
    """Whether what stands was loaded, or took the place of what the installation says."""
    if change.kind is not Kind.CHANGED:
        return False
    key = (change.partnership, change.fact, change.key)
    stands = standing[key]
    is_theirs = stands.person == str(recorder(change.partnership).person_id)
    return not is_theirs or says[key] in stands.earlier


def _enter(
    facts: Sequence[PublishedFact],
    found: Sequence[Change],
    standing: Mapping[_Key, _Standing],
    journal: PostgresJournal,
    progress: Progress | None,
) -> None:
    entered = (Kind.NEW, Kind.CHANGED)
    wanted = {(each.partnership, each.fact, each.key) for each in found if each.kind in entered}
    shipped = {_key(each): each.says for each in shipped_facts()}
    left = [each for each in facts if _key(each) in wanted]
    done = 0
    for partnership, group in groupby(
        sorted(left, key=lambda each: each.partnership), key=lambda each: each.partnership
    ):
        mine = list(group)
        hands = _begin(partnership, mine, journal)
        for each in mine:
            by = hands[shipped.get(_key(each)) == each.says]
            _record(each, standing.get(_key(each)), by, journal)
            done += 1
            if progress:
                progress(done, len(left), f"{each.partnership} {each.key}")


def _project(host: str, project: str) -> Mapping[str, Any]:
    for each in shipped_facts():
        if (each.partnership, each.fact, each.key) == (host, "project", project):
            return each.says
    raise NotFound(f"{project} is not in the published record", code="no-project", about=project)


def _standing(url: str) -> dict[_Key, _Standing]:
    with connect(url) as connection:
        rows = connection.execute(_VERSIONS).fetchall()
    found: dict[_Key, _Standing] = {}
    for row in rows:
        key = row["partnership"], row["fact"], row["key"]
        before = found.get(key)
        earlier = (*before.earlier, before.says) if before else ()
        found[key] = _Standing(row["body"], row["seq"], row["person"], earlier)
    return found


def _changes(
    facts: Sequence[PublishedFact], standing: Mapping[_Key, _Standing]
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


def _begin(
    partnership: str, facts: Sequence[PublishedFact], journal: PostgresJournal
) -> tuple[Actor, Actor]:
    """Make sure that the partnership and both its recorders are there.

    Return who enters what was loaded, and who enters what comes with the installation.
    """
    people = loader(partnership), recorder(partnership)
    with connect(journal.url) as connection:
        for who in people:
            enter(connection, who)
    loads, ships = map(_actor, people)
    # Entered now, about then: the record's day is the fact's, its instant that of the entry.
    journal.at = None
    _open(partnership, facts, ships, journal)
    return loads, ships


def _key(each: PublishedFact) -> _Key:
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
        zone=_zone(partnership),
        title=f"{named.name_en}–Japan" if named else "Japan: goals and progress",
    )
    open_partnership(request, by=by, on=min(each.on for each in facts), journal=journal)


def _zone(partnership: str) -> str:
    return "Asia/Tokyo" if partnership == JAPAN else load_partner(partnership).zone


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
