"""The private link of an intake: who has it may type values there, and see what was typed."""

from openjcm.intake.keys import Use, require_key
from openjcm.measure.errors import Malformed, NotAllowed, NotFound
from openjcm.store.database import reader
from openjcm.store.intakes import Intake, find_intake


def link_of(site: str, name: str, key: str, language: str) -> str:
    """Return the private link of an intake; whoever has it may type values."""
    return f"{site}/{language}/intakes/{name}/{key}"


def intake_behind(name: str, key: str) -> tuple[Intake, str]:
    """Return the intake that a link leads to, and whose key is in it.

    Raises:
        NotFound: there is no such intake, or the key is not of it; which of them is not told.
        Stopped: the database does not answer.
    """
    try:
        sender = require_key(key, name, Use.TYPE)
        return find_intake(reader(), name), sender
    except (NotFound, NotAllowed, Malformed):
        said = "this link leads to no intake; ask for a new one where you got it"
        raise NotFound(said, code="no-intake") from None
