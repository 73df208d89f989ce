"""The five measures of tonnes: side by side, never added, never one under another's name."""

from dataclasses import dataclass

from openjcm.views.figures import Figure


@dataclass(frozen=True, slots=True)
class Measures:
    """Expected, verified, notified, issued, used: published facts only, no rehearsal.

    ``towards_ndc`` is what counts towards Japan's NDC so far; ``pre_2021`` is the part of
    ``notified`` whose vintages are before 2021 and therefore count 0 towards it.
    """

    expected: Figure
    verified: Figure
    notified: Figure
    issued: Figure
    used: Figure
    goj_will_acquire: Figure
    towards_ndc: Figure
    pre_2021: Figure
    decisions: int
    projects: int
    partners: int
