"""Who enters published facts: the operator of this software, for nobody's side."""

from datetime import date

from openjcm.cycle import Role
from openjcm.people.rehearsal_persons import RehearsalPerson

_SINCE = date(2013, 1, 1)


def recorder(partnership: str) -> RehearsalPerson:
    """Return the recorder of a partnership's published facts."""
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
