"""Further published facts, illustrative: blanks, a later vintage, a project nobody described."""

from datetime import date
from uuid import UUID

from openjcm.actions.record.record_published_fact import (
    RecordPublishedFact,
    record_published_fact,
)
from openjcm.cycle import Actor, Role
from openjcm.people.rehearsal_persons import RehearsalPerson, enter
from openjcm.store.database import connect
from openjcm.store.journal import PostgresJournal

LATER = "BD-2023-06-05"
_SOURCE = {"title": "An illustrative page", "url": "https://example.org/later"}
_RECORDER = RehearsalPerson(
    partnership="BD",
    person="another recorder",
    name="Another recorder",
    organisation="recorder",
    organisation_name="OpenJCM",
    organisation_kind="operator",
    role=Role.RECORDER.value,
    side=None,
    organisation_side=None,
    since=date(2013, 1, 1),
)


def further_facts(journal: PostgresJournal) -> None:
    """Record a decision of 2023 over 2020 and 2021: one share is not printed."""
    with connect(journal.url) as connection:
        enter(connection, _RECORDER)
    by = Actor(str(_RECORDER.person_id), str(_RECORDER.organisation_id), Role.RECORDER)
    said = {
        "decided_on": "2023-06-05",
        "announced_on": None,
        "manner": "meeting",
        "ordinal": 2,
        "totals": {"notified": 30, "goj": None},
        "sources": [_SOURCE],
        "lines": [
            {
                "project": "BD002",
                "period": {"first": "2020-01-01", "last": "2021-12-31"},
                "notified": 20,
                "goj": None,
            },
            {
                "project": "BD009",
                "period": {"first": "2019-08-01", "last": "2020-12-31"},
                "notified": 10,
                "goj": 5,
            },
        ],
    }
    request = RecordPublishedFact(
        request_id=UUID(int=900),
        partnership="BD",
        fact="issuance-decision",
        key=LATER,
        says=said,
    )
    record_published_fact(request, by=by, on=date(2023, 6, 5), journal=journal)
