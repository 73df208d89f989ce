"""The files of published facts, and their entry; safe to repeat."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID, uuid5

from openjcm.actions.record.open_partnership import OpenPartnership, open_partnership
from openjcm.actions.record.record_published_fact import (
    RecordPublishedFact,
    record_published_fact,
)
from openjcm.cycle import Actor, Role
from openjcm.measure.errors import NotFound
from openjcm.people.rehearsal_persons import RehearsalPerson, enter
from openjcm.rulebook import load_partner
from openjcm.store.database import connect
from openjcm.store.journal import PostgresJournal

_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-000000000003")
_SINCE = date(2013, 1, 1)


@cache
def published_facts(host: str) -> Mapping[str, Any]:
    """Return the published facts of one partnership, as they stand in its file.

    Raises:
        NotFound: no facts are recorded for that country.
    """
    file = files("openjcm.stories.published_record") / f"{host}.toml"
    if not file.is_file():
        raise NotFound(f"no published facts are recorded for {host}", code="no-facts", about=host)
    return tomllib.loads(file.read_text(encoding="utf-8"))


def title_of(host: str, project: str) -> tuple[str, str]:
    """Return the published English and Japanese titles of a project.

    Raises:
        NotFound: the project is not in the published record.
    """
    says = _project(host, project)
    return says["title_en"], says["title_ja"]


def published_funding(host: str, project: str) -> Mapping[str, Any] | None:
    """Return what was published of a project's funding, None where nothing was.

    Raises:
        NotFound: the project is not in the published record.
    """
    funding: Mapping[str, Any] | None = _project(host, project).get("funding")
    return funding


def record_published_facts(host: str, *, journal: PostgresJournal) -> None:
    """Enter the published facts of one partnership into the record."""
    said = published_facts(host)
    recorder = _recorder(said["key"])
    with connect(journal.url) as connection:
        enter(connection, recorder)
    by = Actor(str(recorder.person_id), str(recorder.organisation_id), Role.RECORDER)
    opening = OpenPartnership(
        request_id=uuid5(_NAMESPACE, said["key"]),
        partnership=said["key"],
        host=said["host"],
        kind="record",
        zone=load_partner(said["host"]).zone,
        title=said["title"],
    )
    # Entered now, about then: the record's day is the fact's, its instant that of the entry.
    journal.at = None
    open_partnership(opening, by=by, on=min(fact["on"] for fact in said["fact"]), journal=journal)
    for fact in said["fact"]:
        request = RecordPublishedFact(
            request_id=uuid5(_NAMESPACE, f"{said['key']}/{fact['fact']}/{fact['key']}"),
            partnership=said["key"],
            fact=fact["fact"],
            key=fact["key"],
            says=fact["says"],
        )
        record_published_fact(request, by=by, on=fact["on"], journal=journal)


def _project(host: str, project: str) -> Mapping[str, Any]:
    for fact in published_facts(host)["fact"]:
        if fact["fact"] == "project" and fact["key"] == project:
            says: Mapping[str, Any] = fact["says"]
            return says
    raise NotFound(f"{project} is not in the published record", code="no-project", about=project)


def _recorder(partnership: str) -> RehearsalPerson:
    return RehearsalPerson(
        partnership=partnership,
        person="recorder",
        name="Recorder of published facts",
        organisation="recorder",
        organisation_name="OpenJCM",
        organisation_kind="operator",
        role=Role.RECORDER.value,
        side=None,
        organisation_side=None,
        since=_SINCE,
    )
