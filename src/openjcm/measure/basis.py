"""How a figure came to be: its basis, shown wherever the figure is shown."""

from enum import StrEnum


class Basis(StrEnum):
    """Why a figure may be believed, from the firmest to the weakest.

    The order of the members is the order of strength: a figure worked out from several
    others is only as firm as the weakest of them.
    """

    PUBLISHED = "published"
    MEASURED = "measured"
    RECORDED = "recorded"
    DERIVED = "derived"
    RECALLED = "recalled"
    RECONSTRUCTED = "reconstructed"
    ILLUSTRATIVE = "illustrative"
    UNDISCLOSED = "undisclosed"


def derived_from(*bases: Basis) -> Basis:
    """Return the basis of a figure that is worked out from figures of these bases.

    >>> derived_from(Basis.MEASURED, Basis.PUBLISHED)
    <Basis.DERIVED: 'derived'>
    >>> derived_from(Basis.MEASURED, Basis.RECONSTRUCTED)
    <Basis.RECONSTRUCTED: 'reconstructed'>
    """
    return max((Basis.DERIVED, *bases), key=list(Basis).index)
