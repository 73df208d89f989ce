"""Open an intake: which project, under which plan, and what its readings are."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal

from openjcm.intake.keys import FIRST_SENDER, new_key
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.metering import Plan, plan_from
from openjcm.store.database import configured, reader
from openjcm.store.intakes import Intake, add_intake
from openjcm.views.identifiers import require_project

BASES = (Basis.MEASURED, Basis.RECORDED, Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE)
"""What readings can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewIntake:
    """What is said of an intake when it is opened; ``plan`` is the text of a plan in TOML."""

    name: str
    partnership: str
    project: str
    plan: str
    basis: Basis


def open_intake(asked: NewIntake, sender: str = FIRST_SENDER) -> str:
    """Open an intake, and return the key with which its first sender delivers to it.

    Raises:
        Malformed: a name or the plan is refused.
        NotFound: the record has no such project.
        Conflict: there is an intake of this name.
        Stopped: the database does not answer.
    """
    _read(asked.plan)
    require_project(reader(), asked.partnership, asked.project)
    add_intake(
        configured().app_url,
        {
            "name": asked.name,
            "partnership": asked.partnership,
            "project": asked.project,
            "plan": asked.plan,
            "basis": asked.basis.value,
        },
    )
    return new_key(asked.name, sender)


def plan_of(intake: Intake) -> Plan:
    """Return the plan of an intake."""
    return _read(intake.plan)


def _read(plan: str) -> Plan:
    try:
        return plan_from(tomllib.loads(plan, parse_float=Decimal), place="plan")
    except tomllib.TOMLDecodeError as fault:
        raise Malformed(f"the plan is not TOML: {fault}", code="not-toml", about="plan") from None
