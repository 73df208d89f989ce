"""The funding of a project: the programme that pays part of it, and what it says of shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from openjcm.cycle import Terms, financing_terms
from openjcm.measure.basis import Basis
from openjcm.measure.errors import NotFound
from openjcm.rulebook import conditions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """What a design document says of its funding; None is what nobody knows.

    ``minimum_share`` is the Government of Japan's least share of the credits, and
    ``rounding_reading`` the number of the reading by which it is rounded; ``evidence`` says where
    it stands, and ``basis`` how firm it is.
    """

    programme: str | None = None
    operator: str | None = None
    year: int | None = None
    subsidy: str | None = None
    minimum_share: Fraction | None = None
    rounding_reading: str | None = None
    evidence: str | None = None
    basis: Basis = Basis.RECORDED


def terms_of(funding: Mapping[str, Any] | None, project: str) -> Terms:
    """Return the terms by which an allocation of a project's credits is proposed.

    Args:
        funding: As the record of the design document keeps it.
        project: Whose it is.

    Raises:
        NotFound: the project has no funding, or no conditions of its programme are known.
        RuleBroken: its share or rounding is not one that these conditions allow.
    """
    if funding is None:
        raise NotFound(
            f"{project} has no funding, so nothing proposes who gets which share; "
            "name the whole numbers instead",
            code="no-funding",
            about=project,
        )
    said = funding.get("minimum_share")
    return financing_terms(
        Fraction(said) if said else None,
        funding.get("rounding_reading"),
        conditions=conditions_of(str(funding.get("programme"))),
    )
