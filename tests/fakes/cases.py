"""Cases of the project cycle, walked as far as a test needs them, and who walks them."""

from datetime import date

from openjcm.cycle import (
    Actor,
    Case,
    Role,
    Subject,
    apply,
    take,
)
from openjcm.rulebook import load_edition

DAY = date(2022, 3, 28)
EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")
SIDES = ("JP", "BD")
OWNER = Actor("Ayesha", "Label Factory", Role.PARTICIPANT)
CHECKER = Actor("Ken", "Verifier", Role.THIRD_PARTY_ENTITY)
CHAIRS = (
    Actor("Yuki", "Ministry of Japan", Role.CO_CHAIR, "JP"),
    Actor("Rahim", "Ministry of Bangladesh", Role.CO_CHAIR, "BD"),
)
SECRETARIAT = Actor("Sato", "Secretariat", Role.SECRETARIAT)
MANAGERS = {
    "JP": Actor("Mori", "Registry of Japan", Role.REGISTRY_MANAGER, "JP"),
    "BD": Actor("Karim", "Registry of Bangladesh", Role.REGISTRY_MANAGER, "BD"),
}


def walk(case: Case, *taken: tuple[str, Actor | tuple[Actor, ...], str | None]) -> Case:
    """Take steps one after the other."""
    for stem, by, side in taken:
        case = apply(case, take(case, stem, by=by, on=DAY, edition=EDITION, side=side))
    return case


def registered_project() -> Case:
    """Return a project on which the committee has decided."""
    return walk(
        Case(Subject.PROJECT, "BD002", SIDES),
        ("submit-design-document", OWNER, None),
        ("report-validation", CHECKER, None),
        ("request-registration", OWNER, None),
        ("decide-registration", CHAIRS, None),
    )


def verified_report(project: Case | None) -> Case:
    """Return a report that the third-party entity has verified."""
    return walk(
        Case(Subject.REPORT, "BD002-1", SIDES, project=project),
        ("submit-monitoring-report", OWNER, None),
        ("report-verification", CHECKER, None),
    )


def decided_report() -> Case:
    """Return a report on whose issuance the committee has decided."""
    return walk(
        verified_report(registered_project()),
        ("request-issuance", OWNER, None),
        ("decide-issuance", CHAIRS, None),
    )
