"""Article 6: what credits are worth towards an NDC, worked out from facts.

In: which vintages can be internationally transferred mitigation outcomes (ITMOs), and what a
retirement counts towards the NDC; the year comes from a data file with its source.
Not in yet: first transfers, corresponding adjustments and the reports made of them.
Facts in, tables out: nothing here decides, and nothing here changes a credit.
"""

from openjcm.article6.standing import (
    FirstVintage,
    Standing,
    Vintages,
    first_itmo_vintage,
    is_itmo_vintage,
    ndc_standing,
    vintages_of,
    vintages_of_all,
)

__all__ = [
    "FirstVintage",
    "Standing",
    "Vintages",
    "first_itmo_vintage",
    "is_itmo_vintage",
    "ndc_standing",
    "vintages_of",
    "vintages_of_all",
]
