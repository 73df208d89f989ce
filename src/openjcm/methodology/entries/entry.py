"""What is known of one version of a methodology, and the criterion by which it may be worked.

Frozen values only. Read by ``reading``, found by ``shelf``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openjcm.measure import Basis
from openjcm.methodology.confirming import Confirmation

VERSION_NOT_CONFIRMED = "not confirmed"


class EntryStatus(StrEnum):
    """Whether the Joint Committee approved the number, or it is only a proposal."""

    APPROVED = "approved"
    PROPOSED = "proposed"


class TitleRestsOn(StrEnum):
    """Where the title was read; the last two are no official titles."""

    OFFICIAL_METHODOLOGY_LIST = "official_methodology_list"
    OFFICIAL_PAGE = "official_page"
    JC_DECISION_LIST = "jc_decision_list"
    METHODOLOGY_TEXT = "methodology_text"
    PROPOSED_FORM = "proposed_form"
    ADDITIONAL_INFORMATION_DOCUMENT = "additional_information_document"
    PROPONENT_PAGE = "proponent_page"
    PROGRAMME_PAGE = "programme_page"
    TO_BE_CONFIRMED = "to_be_confirmed"
    WORKING_TITLE_FROM_PROJECT = "working_title_from_project"


class ScopeBasis(StrEnum):
    """Whether the sectoral scope is printed, or inferred from the title."""

    PUBLISHED = "published"
    INFERRED = "inferred"


class RestsOn(StrEnum):
    """What is known of the relation rests on this; the last two are other methodologies."""

    ADOPTED_DOCUMENT = "adopted_document"
    OFFICIAL_SUMMARY = "official_summary"
    METHODOLOGY_TEXT_OPENING = "methodology_text_opening"
    PROPOSED_FORM_OPENING = "proposed_form_opening"
    PDD_SUMMARY = "pdd_summary"
    MONITORING_REPORT_SHEET = "monitoring_report_sheet"
    ADDITIONAL_INFORMATION = "additional_information"
    TITLE_PLUS_STUDY = "title_plus_study"
    FAMILY_ANALOGUE = "family_analogue"
    TITLE_ONLY = "title_only"


class Confidence(StrEnum):
    """Whether the source names every factor of the relation, or some of it is worked out by us."""

    STATED = "stated"
    DERIVED = "derived"


class SpeaksOf(StrEnum):
    """What text the source is about."""

    THIS_VERSION = "this version"
    PROPOSED_FORM = "the form it was proposed as"
    ANOTHER_VERSION = "another version"
    NO_VERSION = "no version in particular"
    EARLIER_STUDY = "a study before it"
    OTHER_METHODOLOGIES = "other methodologies"


class Standing(StrEnum):
    """What may be done with an entry, the most first."""

    EXECUTABLE = "executable"
    NOT_YET_WRITTEN = "not-yet-written"
    PROPOSED = "proposed"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class StatedFormula:
    """A relation as far as a source states it.

    ``evidence`` is of the words, ``says``; ``formula_evidence`` of ``text``, the formula in symbols
    of ours that is made of them.
    """

    text: str
    says: str
    evidence: Basis
    formula_evidence: Basis


@dataclass(frozen=True, slots=True)
class Relation:
    """What the reference and project emissions are known from; both None where nothing says."""

    rests_on: RestsOn
    confidence: Confidence
    speaks_of: SpeaksOf
    reference: StatedFormula | None = None
    project: StatedFormula | None = None


@dataclass(frozen=True, slots=True)
class ExpectedParameter:
    """A value that is monitored or fixed; a fixed one names where it is expected to be found.

    An entry never holds a value: what no source was seen to print is a required input.
    """

    symbol: str
    unit: str
    per: str
    says: str
    evidence: Basis
    expected_from: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one number.

    ``confirmation`` is there where a document is attached; what two persons confirmed stands in
    ``relation``.
    """

    number: str
    version: str
    status: EntryStatus
    approved_on: date | None
    title: str
    title_rests_on: TitleRestsOn
    scope: str
    scope_basis: ScopeBasis
    technology: str
    family: str
    example_project: str
    sources: tuple[str, ...]
    says: str
    relation: Relation
    monitored: tuple[ExpectedParameter, ...]
    fixed: tuple[ExpectedParameter, ...]
    confirmation: Confirmation | None = None

    @property
    def id(self) -> str:
        """The number with its version; the number alone where no version is confirmed.

        It is the name of the folder.
        """
        if self.version == VERSION_NOT_CONFIRMED:
            return self.number
        return f"{self.number}_ver{self.version}"

    @property
    def is_relation_stated(self) -> bool:
        """Whether a source states the relation of this version: the criterion.

        All of these hold: the number is approved; the source names every factor of reference and
        project emissions (``stated``); and it speaks of this version, or of the form that this
        version was proposed as. The direction of a ratio and the sum over equipment may be ours,
        where no other reading has reductions in it. A summary of another version, of no version in
        particular, a study, similar methodologies and a title alone do not make it so.
        """
        return (
            self.status is EntryStatus.APPROVED
            and self.relation.confidence is Confidence.STATED
            and self.relation.speaks_of in {SpeaksOf.THIS_VERSION, SpeaksOf.PROPOSED_FORM}
        )
