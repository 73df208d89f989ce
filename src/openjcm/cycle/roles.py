"""Who acts: a person, for an organisation, in one role, for one side or for none."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person acts as; one person may hold several, but acts in one at a time."""

    PARTICIPANT = "participant"
    THIRD_PARTY_ENTITY = "third-party-entity"
    SECRETARIAT = "secretariat"
    CO_CHAIR = "co-chair"
    REGISTRY_MANAGER = "registry-manager"
    SECOND_OFFICER = "second-officer"
    RECORDER = "recorder"


class Party(StrEnum):
    """Whose part a role takes; the three parts are kept by independent hands."""

    PROPOSING = "proposing"
    CHECKING = "checking"
    DECIDING = "deciding"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting for an organisation; ``side`` is an ISO 3166 code, None for neither side."""

    person: str
    organisation: str
    role: Role
    side: str | None = None


def party_of(role: Role) -> Party:
    """Return the part that a role takes: it proposes, it checks, or it serves the decision.

    >>> party_of(Role.CO_CHAIR)
    <Party.DECIDING: 'deciding'>
    """
    if role is Role.PARTICIPANT:
        return Party.PROPOSING
    if role is Role.THIRD_PARTY_ENTITY:
        return Party.CHECKING
    return Party.DECIDING
