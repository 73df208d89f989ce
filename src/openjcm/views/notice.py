"""The notice of a decision on credits: as published, and as rehearsed."""

from dataclasses import dataclass
from datetime import date

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.views.figures import UNDISCLOSED, Figure, Goal, PartnerName, Source


@dataclass(frozen=True, slots=True)
class VintageLine:
    """One calendar year of one project's line; present only where it is known."""

    year: int
    credits: Figure
    goj: Figure


@dataclass(frozen=True, slots=True)
class Funding:
    """The programme that paid part of a project; every field may be unknown (None).

    ``minimum_share`` is a fraction such as 1/2; ``rounding_reading`` the number of the reading
    by which the share is rounded, as the scheme says nothing of it.
    """

    programme: str | None
    operator: str | None
    year: int | None
    subsidy: str | None
    minimum_share: str | None
    rounding_reading: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One line of a decision: its monitoring period and the two published quantities.

    ``project_id`` joins several numbers with + where one amount was printed for them; it is
    empty where only their count was printed. ``period`` and ``months`` are None where the
    period is not published; ``unnamed`` counts projects of the line without a number, and
    ``remarks`` are stems about this line alone. ``worked_by`` is the unofficial template by which
    a rehearsal worked it; empty where its methodology did, and on every published line.
    """

    project_id: str
    title_en: str
    title_ja: str
    period: Period | None
    months: int | None
    notified: Figure
    goj: Figure
    vintages: tuple[VintageLine, ...]
    funding: Funding | None
    unnamed: int
    remarks: tuple[str, ...]
    worked_by: str = ""


@dataclass(frozen=True, slots=True)
class SideQuantity:
    """What one government was notified of: ``side`` is an ISO 3166 alpha-2 code.

    ``issued_in_part`` is what is published of an issuance that is not as a whole.
    ``open_on`` is a day on which nothing had been issued yet, where that was printed;
    ``several_days`` says that what was issued has no single day.
    """

    side: str
    number: str | None
    notified: Figure
    issued: Figure
    issued_on: date | None
    issued_in_part: Figure = UNDISCLOSED
    open_on: date | None = None
    several_days: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Everything that a notice says, in both languages.

    ``ordinal`` is None where earlier decisions may be missing from the record, and
    ``ordinal_basis`` says whether a source prints it or it is counted here. ``not_an_itmo``
    says that every vintage is before the first of an ITMO, None where that cannot be told; where
    a period is not published, ``ended_by`` is the day from which it follows.
    ``projects`` counts the ``unnamed`` ones, whose numbers are not published, too; ``remarks``
    are stems.
    """

    key: str
    partnership: str
    rehearsal: bool
    host: PartnerName
    decided_on: date
    decided_by: str
    announced_on: date | None
    ordinal: int | None
    ordinal_basis: Basis | None
    lines: tuple[NoticeLine, ...]
    total_notified: Figure
    goj_total: Figure
    sides: tuple[SideQuantity, ...]
    partners: tuple[PartnerName, ...]
    goals: tuple[Goal, ...]
    sources: tuple[Source, ...]
    not_an_itmo: bool | None
    ended_by: date | None
    projects: int
    unnamed: int
    remarks: tuple[str, ...]

    @property
    def unlisted(self) -> int:
        """How many projects without a number stand in no line."""
        return max(self.unnamed - sum(line.unnamed for line in self.lines), 0)
