"""The five measures of tonnes: side by side, never added, never one under another's name."""

from dataclasses import dataclass
from datetime import date

from openjcm.article6 import first_itmo_vintage
from openjcm.measure.basis import Basis
from openjcm.rulebook import all_partners
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.reader import Reader
from openjcm.views.record.addends import MadeOf, Relation, Summed, figure_address
from openjcm.views.record.progress import ProgressRow, progress_rows
from openjcm.views.record.state import State, record_state
from openjcm.views.record.totals import Total, totals


@dataclass(frozen=True, slots=True)
class Measures:
    """Expected, verified, notified, issued, used: published facts only, no rehearsal.

    ``expected`` is the newest published figure of the scheme as a whole, in
    ``expected_progress`` with its day; the others are totals of the decisions in this record.
    ``pre_2021`` is the part of ``notified`` whose vintages are before the first of an ITMO; it
    counts ``towards_ndc`` 0. ``since_2021`` is the part of later vintages, ``vintage_unknown``
    that of periods that are not published or lie on both sides; the three add up to ``notified``.
    ``goj_unknown`` counts decisions of which ``goj_will_acquire`` is not wholly published.
    """

    expected: Figure
    expected_progress: ProgressRow | None
    verified: Figure
    notified: Figure
    issued: Figure
    used: Figure
    goj_will_acquire: Figure
    issued_by_japan: Figure
    issued_by_hosts: Figure
    pre_2021: Figure
    since_2021: Figure
    vintage_unknown: Figure
    towards_ndc: Figure
    decisions: int
    without_amount: int
    amount_in_part: int
    goj_unknown: int
    issued_unknown: int
    projects: int
    registered: int
    partners: int
    state: State

    @property
    def made_of(self) -> tuple[MadeOf, ...]:
        """How each total was worked out; a part of ``notified`` is of the vintages it names."""
        return tuple(
            MadeOf(name, relation, tuple(figure_address(each) for each in figures))
            for name, relation, figures in _MADE_OF
        )


_MADE_OF = (
    ("notified", Relation.SUM, (Summed.NOTIFIED,)),
    ("issued", Relation.SUM, (Summed.ISSUED_JAPAN, Summed.ISSUED_HOST)),
    ("goj_will_acquire", Relation.SUM, (Summed.GOJ,)),
    ("issued_by_japan", Relation.SUM, (Summed.ISSUED_JAPAN,)),
    ("issued_by_hosts", Relation.SUM, (Summed.ISSUED_HOST,)),
    ("pre_2021", Relation.SUM, (Summed.PRE_2021,)),
    ("since_2021", Relation.SUM, (Summed.SINCE_2021,)),
    ("vintage_unknown", Relation.PART, (Summed.NOTIFIED,)),
)

# A total of which lines have amounts may be of more periods than theirs: only the lines tell.
_VINTAGES = """
WITH amounts AS (
  SELECT line, amount, first_day, last_day,
    bool_or(line > 0) OVER (PARTITION BY partnership, decision) AS has_lines
  FROM published_amount WHERE measure = 'notified' AND side IS NULL AND NOT rival)
SELECT sum(amount) FILTER (WHERE last_day < %(first)s)::bigint AS before,
  sum(amount) FILTER (WHERE first_day >= %(first)s)::bigint AS since
FROM amounts WHERE line > 0 OR NOT has_lines
"""
_PROJECTS = """
SELECT count(*) AS projects, count(*) FILTER (WHERE registered_on IS NOT NULL) AS registered
FROM published_project
"""


def measures(reader: Reader) -> Measures:
    """Return the five measures of what has been published.

    Verified amounts and uses towards an NDC are not printed for any decision that is recorded
    here, so they are ``undisclosed`` and stand in no total. An empty record has no figure.

    Rules: PRE_2021_IS_NOT_AN_ITMO.
    """
    found = totals(reader)
    whole = found[0] if found and found[0].decisions else None
    vintages = reader.rows(_VINTAGES, {"first": date(first_itmo_vintage().year, 1, 1)})[0]
    counted = reader.rows(_PROJECTS)[0]
    expected = next((each for each in progress_rows(reader) if each.measure == "expected"), None)
    before, since = _sum(vintages["before"]), _sum(vintages["since"])
    notified = whole.notified if whole else UNDISCLOSED
    return Measures(
        expected=expected.amount if expected else UNDISCLOSED,
        expected_progress=expected,
        verified=UNDISCLOSED,
        notified=notified,
        issued=_issued(whole),
        used=UNDISCLOSED,
        goj_will_acquire=whole.goj if whole else UNDISCLOSED,
        issued_by_japan=whole.issued_japan if whole else UNDISCLOSED,
        issued_by_hosts=whole.issued_host if whole else UNDISCLOSED,
        pre_2021=before,
        since_2021=since,
        vintage_unknown=_rest(notified, before, since),
        towards_ndc=UNDISCLOSED if before.amount is None else Figure(0, Basis.DERIVED),
        decisions=whole.decisions if whole else 0,
        without_amount=whole.without_amount if whole else 0,
        amount_in_part=whole.amount_in_part if whole else 0,
        goj_unknown=whole.goj_unknown if whole else 0,
        issued_unknown=whole.issued_unknown if whole else 0,
        projects=counted["projects"],
        registered=counted["registered"],
        partners=len(all_partners()),
        state=record_state(reader),
    )


def _issued(whole: Total | None) -> Figure:
    """Add what both sides issued: one measure, in two registries, of different credits."""
    amounts = [whole.issued_japan.amount, whole.issued_host.amount] if whole else []
    known = [amount for amount in amounts if amount is not None]
    return Figure(sum(known), Basis.DERIVED) if known else UNDISCLOSED


def _rest(whole: Figure, *parts: Figure) -> Figure:
    """Take away from a total those parts of it that are known."""
    if whole.amount is None:
        return UNDISCLOSED
    amounts = [part.amount or 0 for part in parts]
    said = " − ".join(map(str, (whole.amount, *amounts)))
    return Figure(whole.amount - sum(amounts), Basis.DERIVED, calculation=said)


def _sum(amount: int | None) -> Figure:
    return UNDISCLOSED if amount is None else Figure(amount, Basis.DERIVED)
