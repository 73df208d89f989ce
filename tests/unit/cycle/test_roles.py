"""Which part a role takes."""

import pytest

from openjcm.cycle import Party, Role, party_of


@pytest.mark.parametrize(
    ("role", "part"),
    [
        (Role.PARTICIPANT, Party.PROPOSING),
        (Role.THIRD_PARTY_ENTITY, Party.CHECKING),
        (Role.CO_CHAIR, Party.DECIDING),
        (Role.SECRETARIAT, Party.DECIDING),
        (Role.REGISTRY_MANAGER, Party.DECIDING),
    ],
)
def test_each_role_proposes_checks_or_serves_the_decision(role: Role, part: Party) -> None:
    """Rule.INDEPENDENT_HANDS keeps three parts apart."""
    assert party_of(role) is part
