"""What the financing of a project says of Japan's part: the least share, and how it is rounded.

A proposal follows from it and nothing else; the allocation itself is a list of whole numbers
(``allocation``). Not in: which programme paid for which project.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from openjcm.measure.credits import share_rounded_up
from openjcm.rulebook import Edition, Rule

_ROUNDED: Mapping[str, Callable[[int, Fraction], int]] = MappingProxyType(
    {"up, per calendar year": share_rounded_up}
)


@dataclass(frozen=True, slots=True)
class Terms:
    """The least share of the Government of Japan, and its rounding in the words of the edition."""

    share: Fraction
    rounding: str

    def part_of(self, amount: int) -> int:
        """Return the whole number of credits that the share of a vintage's credits is.

        Raises:
            Malformed: the share lies outside 0 to 1, or the amount is negative.
        """
        return _ROUNDED[self.rounding](amount, self.share)


def financing_terms(
    minimum_share: Fraction | None, reading: str | None, *, conditions: Edition
) -> Terms:
    """Return the terms of one project under the conditions of its programme.

    Rules: FINANCING_SHARE, FINANCING_SHARE_ROUNDING.

    Args:
        minimum_share: The least share of the Government of Japan that the project was given.
        reading: The number of the reading by which that share is rounded.
        conditions: The edition of the programme that paid for the project.

    Raises:
        RuleBroken: no share is given or one that the programme does not allow, or it is to be
            rounded in a way that the edition does not say or that is not known here.
    """
    least = conditions.value(Rule.FINANCING_SHARE).fraction
    conditions.require(
        Rule.FINANCING_SHARE,
        minimum_share is not None and least is not None and least <= minimum_share <= 1,
        f"a minimum share of {minimum_share or 'nobody knows how much'} proposes nothing; "
        f"give one of at least {least} and at most the whole",
        "funding.minimum_share",
    )
    assert minimum_share is not None, "a share that holds was given"
    placed = conditions.rules.get(Rule.FINANCING_SHARE_ROUNDING)
    conditions.require(
        Rule.FINANCING_SHARE_ROUNDING,
        placed is not None and placed.reading == reading,
        f"the share cannot be rounded by reading {reading or 'unknown'}; name the one on which "
        "the rounding of these conditions rests",
        "funding.rounding_reading",
    )
    rounding = conditions.value(Rule.FINANCING_SHARE_ROUNDING).text
    conditions.require(
        Rule.FINANCING_SHARE_ROUNDING,
        rounding in _ROUNDED,
        f"a share cannot be rounded in the way {rounding!r}",
        conditions.document,
    )
    return Terms(minimum_share, rounding)
