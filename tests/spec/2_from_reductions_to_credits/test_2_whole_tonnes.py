"""Whole tonnes.

A credit is one tonne and a whole number.
Reductions keep their full precision until they are cut down, once for each vintage.
"""

from decimal import Decimal

from openjcm.cycle.reduction import Emissions, cut_per_vintage
from openjcm.rulebook import load_edition

EDITION = load_edition("JCM_BD_PCP_ver_not_confirmed")


def emissions(reference: str, project: str) -> Emissions:
    """Give the emissions of one year, and what the project avoided."""
    re, pe = Decimal(reference), Decimal(project)
    return Emissions(re, pe, re - pe)


def test_each_vintage_is_cut_down_once() -> None:
    """Reductions are cut down for each vintage, not for the period (WHOLE_TONNES_PER_VINTAGE).

    | vintage | reduction | credits |
    |---|---|---|
    | 2017 | 49.9 | 49 |
    | 2018 | 60.9 | 60 |
    | together | 110.8 | 109 |
    """
    worked = {2017: emissions("149.9", "100"), 2018: emissions("160.9", "100")}

    reductions = cut_per_vintage(worked, edition=EDITION)

    assert [vintage.credits for vintage in reductions.vintages] == [49, 60]
    assert reductions.credits == 109


def test_a_year_without_a_reduction_gives_and_takes_nothing() -> None:
    """A year whose project emissions are the higher gives no credits (NEGATIVE_REDUCTIONS).

    Nothing is taken from another year, and whoever verifies is told.
    """
    worked = {2017: emissions("90", "100"), 2018: emissions("160", "100")}

    reductions = cut_per_vintage(worked, edition=EDITION)

    assert [vintage.credits for vintage in reductions.vintages] == [0, 60]
    assert [found.place for found in reductions.findings] == ["2017"]
