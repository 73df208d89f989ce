"""The five measures of tonnes: side by side, never added, never one under another's name."""

from dataclasses import dataclass

from openjcm.article6 import is_itmo_vintage, ndc_standing
from openjcm.measure.basis import Basis
from openjcm.rulebook import all_partners
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.notice import Notice, NoticeLine
from openjcm.views.published import published_notices
from openjcm.views.reader import Reader


@dataclass(frozen=True, slots=True)
class Measures:
    """Expected, verified, notified, issued, used: published facts only, no rehearsal.

    A blank is no zero: as long as no decision is recorded, no measure is a number.
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


def measures(reader: Reader) -> Measures:
    """Return the five measures of what has been published.

    Expected and verified amounts, each side's issued amount and their use are not printed for
    any decision that is recorded here, so they are ``undisclosed`` and stand in no total.

    Rules: PRE_2021_IS_NOT_AN_ITMO.
    """
    notices = published_notices(reader)
    lines = [line for notice in notices for line in notice.lines]
    before = [line for line in lines if not is_itmo_vintage(line.period.last.year)]
    return Measures(
        expected=UNDISCLOSED,
        verified=UNDISCLOSED,
        notified=_sum([notice.total_notified for notice in notices], _source(notices)),
        issued=UNDISCLOSED,
        used=UNDISCLOSED,
        goj_will_acquire=_sum([notice.goj_total for notice in notices], _source(notices)),
        towards_ndc=_towards_ndc(lines, before),
        pre_2021=_pre_2021(lines, before),
        decisions=len(notices),
        projects=len({line.project_id for line in lines}),
        partners=len(all_partners()),
    )


def _towards_ndc(lines: list[NoticeLine], before: list[NoticeLine]) -> Figure:
    # Every vintage of these lines is before the first of an ITMO, so it counts 0 whatever
    # was retired; as soon as one line is later, the answer depends on what is not published.
    if not lines or len(before) < len(lines):
        return UNDISCLOSED
    years = {line.period.last.year for line in before}
    standings = [ndc_standing(year, authorized=False, retired_for_ndc=0) for year in years]
    return Figure(sum(each.towards_ndc for each in standings), Basis.DERIVED)


def _pre_2021(lines: list[NoticeLine], before: list[NoticeLine]) -> Figure:
    # Of a period over the turn to 2021 nobody printed how much fell before it.
    rest = (line for line in lines if line not in before)
    if any(not is_itmo_vintage(line.period.first.year) for line in rest):
        return UNDISCLOSED
    return _sum([line.notified for line in before], None, Basis.DERIVED)


def _source(notices: tuple[Notice, ...]) -> str | None:
    return notices[0].sources[0].url if len(notices) == 1 else None


def _sum(figures: list[Figure], source: str | None, basis: Basis = Basis.PUBLISHED) -> Figure:
    amounts = [figure.amount for figure in figures]
    if not amounts or None in amounts:
        return UNDISCLOSED
    known = basis if len(amounts) == 1 or source else Basis.DERIVED
    return Figure(sum(amount for amount in amounts if amount is not None), known, source)
