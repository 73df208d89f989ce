"""Who enters published facts: the operator of this software, for nobody's side."""

from datetime import date

from openjcm.cycle import Role
from openjcm.people.rehearsal_persons import RehearsalPerson

_SINCE = date(2013, 1, 1)


def recorder(partnership: str) -> RehearsalPerson:
    """Return the recorder of the published facts that come with the installation."""
    return _person(partnership, "recorder", "Recorder of published facts")


def loader(partnership: str) -> RehearsalPerson:
    """Return the recorder of facts that are loaded from files of somebody's own.

    What this hand entered, no start of the software replaces.
    """
    return _person(partnership, "loader", "Recorder of loaded facts")


def _person(partnership: str, person: str, name: str) -> RehearsalPerson:
    return RehearsalPerson(
        partnership=partnership,
        person=person,
        name=name,
        organisation="recorder",
        organisation_name="OpenJCM",
        organisation_kind="operator",
        role=Role.RECORDER.value,
        side=None,
        organisation_side=None,
        since=_SINCE,
    )
