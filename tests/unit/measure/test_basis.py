"""The basis of a figure worked out from others."""

import pytest

from openjcm.measure import Basis, derived_from


@pytest.mark.parametrize(
    ("bases", "basis"),
    [
        ((), Basis.DERIVED),
        ((Basis.PUBLISHED, Basis.MEASURED), Basis.DERIVED),
        ((Basis.PUBLISHED, Basis.RECALLED), Basis.RECALLED),
        ((Basis.RECONSTRUCTED, Basis.RECALLED), Basis.RECONSTRUCTED),
        ((Basis.UNDISCLOSED, Basis.ILLUSTRATIVE), Basis.UNDISCLOSED),
    ],
)
def test_a_figure_is_only_as_firm_as_the_weakest_behind_it(
    bases: tuple[Basis, ...], basis: Basis
) -> None:
    """What is worked out is never firmer than derived."""
    assert derived_from(*bases) is basis
