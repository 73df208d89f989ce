"""The journal in memory that actions are tested on tells the same story as PostgreSQL."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from fakes.journal import FakeJournal, sign
from openjcm.actions.request import SignedRequest
from openjcm.cycle import Actor
from openjcm.store.database import Database, reader
from openjcm.store.files import FileStore
from openjcm.stories import play as telling
from openjcm.stories import requests
from openjcm.stories.meters import FiledMeters
from openjcm.stories.played import Played
from openjcm.stories.story_file import Story, read_story
from openjcm.stories.thread import desk, play_story


def test_both_journals_keep_the_same_records(database: Database, tmp_path: Path) -> None:
    """Same chains, numbers, kinds and bodies; only what a signature looks like differs."""
    played = play_story("first-issuance", desk(database))
    rows = reader().rows(
        "SELECT side, seq, kind, body::jsonb AS body FROM journal WHERE partnership = %(key)s",
        {"key": played.story.partnership},
    )

    remembered = _played_on_the_fake(read_story("first-issuance"), FileStore(tmp_path))

    kept = {(row["side"], row["seq"], row["kind"]): _unsigned(row["body"]) for row in rows}
    assert {
        (each.side, each.seq, each.kind): _unsigned(dict(each.body)) for each in remembered.records
    } == kept


def _unsigned(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name != "signatures"}


def _played_on_the_fake(story: Story, files: FileStore) -> FakeJournal:
    played = Played(story, {name: telling._file(files, story, name) for name in story.cases})
    actors = {name: telling._actor(who) for name, who in story.people.items()}
    journal = FakeJournal(list(actors.values()))
    for step in story.steps:
        act, request = requests.request_for(played, step, telling._request_id(story, step))
        by = [actors[name] for name in step.by]
        if isinstance(request, SignedRequest):
            request = _signed(request, by)
        more = {"meters": FiledMeters(files)} if act in requests.MEASURING else {}
        receipt = act(request, by=by[0], on=step.on, journal=journal, **more)
        played.receipts.append(receipt)
        if receipt.kind == "AccountOpened":
            played.accounts[step.says["account"]] = receipt.body["number"]
    return journal


def _signed(request: SignedRequest, people: list[Actor]) -> SignedRequest:
    return replace(request, signatures=tuple(sign(who, request) for who in people))
