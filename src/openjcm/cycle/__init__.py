"""The project cycle: stages, the one table of steps, and what is decided on the way.

In: who may take which step when, independent hands, both co-chairs, the steps that each side
takes for itself; reductions cut to whole tonnes per vintage; allocations as whole numbers that
sum to what was verified; what a published decision says in figures.
A step is decided by ``take`` and replayed by ``apply``; a check of a paper returns all findings.
Not in: formulas (``methodology``), serial numbers and accounts (``ledger``), persons and
signatures (``people``), and the journal that keeps it all (``store``).
"""

from openjcm.cycle.allocation import (
    Allotment,
    OpenAccount,
    Share,
    check_allotments,
    propose_by_financing_share,
    warn_against_share,
)
from openjcm.cycle.candidate_rules import (
    Base,
    Candidate,
    Judgement,
    Rounding,
    Verdict,
    candidates,
    judge,
)
from openjcm.cycle.case import (
    Case,
    Hand,
    StepTaken,
    allowed,
    apply,
    can_take,
    require_independent_hands,
    stage_for,
    take,
)
from openjcm.cycle.claims import (
    REHEARSED_BASES,
    Filing,
    Reckoning,
    Worked,
    check_as_designed,
    check_bases,
    check_period,
    check_readings_once,
    check_worked_as_stated,
)
from openjcm.cycle.financing import Terms, financing_terms
from openjcm.cycle.legal_days import check_legal_day, months_in_the_notice
from openjcm.cycle.published import (
    JAPAN,
    WHOLE,
    Measure,
    PublishedAmount,
    amounts_of,
    day_of,
    issued_in_japan,
    projects_of,
    unnamed_in,
    unnamed_of,
)
from openjcm.cycle.quantity_parts import QuantityPart, parts_of
from openjcm.cycle.reduction import Emissions, Reductions, VintageReduction, cut_per_vintage
from openjcm.cycle.roles import Actor, Party, Role, party_of
from openjcm.cycle.steps import STEPS, Stage, Step, Subject, step_named, steps_to

__all__ = [
    "JAPAN",
    "REHEARSED_BASES",
    "STEPS",
    "WHOLE",
    "Actor",
    "Allotment",
    "Base",
    "Candidate",
    "Case",
    "Emissions",
    "Filing",
    "Hand",
    "Judgement",
    "Measure",
    "OpenAccount",
    "Party",
    "PublishedAmount",
    "QuantityPart",
    "Reckoning",
    "Reductions",
    "Role",
    "Rounding",
    "Share",
    "Stage",
    "Step",
    "StepTaken",
    "Subject",
    "Terms",
    "Verdict",
    "VintageReduction",
    "Worked",
    "allowed",
    "amounts_of",
    "apply",
    "can_take",
    "candidates",
    "check_allotments",
    "check_as_designed",
    "check_bases",
    "check_legal_day",
    "check_period",
    "check_readings_once",
    "check_worked_as_stated",
    "cut_per_vintage",
    "day_of",
    "financing_terms",
    "issued_in_japan",
    "judge",
    "months_in_the_notice",
    "parts_of",
    "party_of",
    "projects_of",
    "propose_by_financing_share",
    "require_independent_hands",
    "stage_for",
    "step_named",
    "steps_to",
    "take",
    "unnamed_in",
    "unnamed_of",
    "warn_against_share",
]
