"""The documents of the scheme as data, and how to cite them.

The name of a rule is ours (`Rule`); an edition says at which paragraph of which adopted
document it stands for one partnership, what it is worth there, and how well that is known.
`edition_in_force` gives the edition that binds a partnership on a day; a decision asks it to
`require` a rule, and a refusal then carries the document and the paragraph.
What is not known has no value, and an edition that nobody has confirmed refuses to run live.
The record of published facts is under rules of OpenJCM's own, the same for every country.
The conditions of a financing programme are an edition of their own, apart from the scheme's.
The room also holds the partner countries, in signing and in kana order, and the dated policy
goals.
Not in here: the texts of the documents, and any decision about a project.
"""

from openjcm.rulebook.candidate_shares import CandidateShare, candidate_shares
from openjcm.rulebook.edition import Edition, HeldBy, Kind, Known, PlacedRule, Value
from openjcm.rulebook.edition_file import check_edition, parse_edition
from openjcm.rulebook.goals import PolicyGoal, all_goals, goals_on
from openjcm.rulebook.partner import (
    Partner,
    all_partners,
    kana_order,
    load_partner,
    partners_on,
)
from openjcm.rulebook.rules import Rule
from openjcm.rulebook.shelf import (
    all_editions,
    conditions_of,
    edition_in_force,
    edition_of,
    load_edition,
    record_edition,
)

__all__ = [
    "CandidateShare",
    "Edition",
    "HeldBy",
    "Kind",
    "Known",
    "Partner",
    "PlacedRule",
    "PolicyGoal",
    "Rule",
    "Value",
    "all_editions",
    "all_goals",
    "all_partners",
    "candidate_shares",
    "check_edition",
    "conditions_of",
    "edition_in_force",
    "edition_of",
    "goals_on",
    "kana_order",
    "load_edition",
    "load_partner",
    "parse_edition",
    "partners_on",
    "record_edition",
]
