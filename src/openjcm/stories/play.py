"""Play a story: each step becomes a request to its action, in order, safe to repeat.

The request ids follow from the story, so a story that was interrupted goes on where it was,
and one that was finished changes nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from openjcm.actions.derivation import Filed
from openjcm.actions.request import Request, Signature, SignedRequest, content_of
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import Conflict
from openjcm.measure.legal_time import start_of
from openjcm.people.rehearsal_persons import RehearsalPerson, enter
from openjcm.people.software_authenticators import key_id, sign
from openjcm.store.canonical import digest
from openjcm.store.database import connect
from openjcm.store.files import FileStore
from openjcm.store.journal import PostgresJournal, retried
from openjcm.stories import requests
from openjcm.stories.meters import FiledMeters
from openjcm.stories.played import Played
from openjcm.stories.story_file import Story, StoryStep

_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000002")
# What the journal says of a request that is there under the same id with other content.
_RECORDED_OTHERWISE = "request-id-reused"
_OFFICE_OPENS = timedelta(hours=9)

Progress = Callable[[int, int, str], None]


def play(
    story: Story,
    *,
    journal: PostgresJournal,
    files: FileStore,
    progress: Progress | None = None,
) -> Played:
    """Play a whole story in its own partnership.

    Raises:
        Conflict: the story was played here with other content.
        SchemeError: an action refused a step; those before it stay done.
    """
    played = Played(story, {name: _file(files, story, name) for name in story.cases})
    _enter_persons(story, journal.url)
    meters = FiledMeters(files)
    for step in story.steps:
        if progress:
            progress(step.number, len(story.steps), step.do)
        _take(played, step, journal, meters)
    return played


def _take(played: Played, step: StoryStep, journal: PostgresJournal, meters: FiledMeters) -> None:
    act, request = requests.request_for(played, step, _request_id(played.story, step))
    actors = [_actor(played.story.people[name]) for name in step.by]
    if isinstance(request, SignedRequest):
        request = _signed(request, [played.story.people[name] for name in step.by])
    journal.at = _instant(played.story, step)
    more = {"meters": meters} if act in requests.MEASURING else {}
    try:
        receipt = retried(lambda: act(request, by=actors[0], on=step.on, journal=journal, **more))
    except Conflict as refused:
        if refused.code != _RECORDED_OTHERWISE:
            raise
        raise _played_otherwise(played.story) from refused
    played.receipts.append(receipt)
    if receipt.kind == "AccountOpened":
        played.accounts[step.says["account"]] = receipt.body["number"]


def _played_otherwise(story: Story) -> Conflict:
    return Conflict(
        f"{story.partnership} was played here with other content, as by an earlier version: no "
        "record of it can be changed, so set this data directory aside and begin a new one",
        code="story-played-otherwise",
        about=story.partnership,
    )


def _signed(request: SignedRequest, people: list[RehearsalPerson]) -> Request:
    said = bytes.fromhex(digest(content_of(request)))
    return replace(
        request,
        signatures=tuple(
            Signature(
                person=str(who.person_id),
                role=who.role,
                key_id=key_id(who.person_id),
                signature=sign(who.person_id, said).hex(),
            )
            for who in people
        ),
    )


def _actor(who: RehearsalPerson) -> Actor:
    return Actor(str(who.person_id), str(who.organisation_id), Role(who.role), who.side)


def _request_id(story: Story, step: StoryStep) -> UUID:
    return uuid5(_NAMESPACE, f"{story.partnership}/{story.name}/{story.version}/{step.number}")


def _instant(story: Story, step: StoryStep) -> datetime:
    # Steps of one day follow one another by a minute each, so that no record's time goes back.
    day: date = step.on
    return start_of(day, story.zone) + _OFFICE_OPENS + timedelta(minutes=step.number)


def _file(files: FileStore, story: Story, project: str) -> Filed:
    case = story.cases[project]
    kept = files.put(case.content)
    return Filed(case.readings, case.media_type, len(case.content), kept, kept)


def _enter_persons(story: Story, url: str) -> None:
    with connect(url) as connection:
        for who in story.people.values():
            enter(connection, who)
