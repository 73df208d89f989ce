"""Open an intake: which project, under which plan, and what its readings are."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal

from openjcm.intake.keys import digest_of, new_key
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.metering import Plan, plan_from
from openjcm.store.database import configured
from openjcm.store.intakes import Intake, add_intake

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


def open_intake(asked: NewIntake) -> str:
    """Open an intake, and return the key with which senders deliver to it.

    Raises:
        Malformed: the name or the plan is refused.
        Conflict: there is an intake of this name.
        Stopped: the database does not answer.
    """
    _read(asked.plan)
    key = new_key()
    add_intake(
        configured().app_url,
        {
            "name": asked.name,
            "partnership": asked.partnership,
            "project": asked.project,
            "plan": asked.plan,
            "basis": asked.basis.value,
            "key_sha256": digest_of(key),
        },
    )
    return key


def plan_of(intake: Intake) -> Plan:
    """Return the plan of an intake."""
    return _read(intake.plan)


def _read(plan: str) -> Plan:
    try:
        return plan_from(tomllib.loads(plan, parse_float=Decimal), place="plan")
    except tomllib.TOMLDecodeError as fault:
        raise Malformed(f"the plan is not TOML: {fault}", code="not-toml", about="plan") from None
