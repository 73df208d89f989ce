"""The five measures of tonnes: side by side, never added, never one under another's name."""

from dataclasses import dataclass

from openjcm.article6 import Vintages
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
    ``pre_2021`` is the part of ``notified`` whose vintages are before the first of an ITMO, by
    the periods that were printed, else by the day of the decision, announcement or issuance; it
    counts ``pre_2021_towards_ndc`` 0. ``since_2021`` is the part of later vintages,
    ``vintage_unknown`` what is of both or of unknown ones; the three add up to ``notified``.
    Decisions of such vintages that have no amount are counted beside each.
    Of what Japan issued, ``issued_goj`` is its government's, ``issued_japan_others`` is of others,
    and of ``issued_japan_open`` it is not published whose it is. ``issued_progress`` is what was
    printed of the scheme as a whole; it stands beside the totals and in none of them.
    ``goj_unknown`` counts decisions of which ``goj_will_acquire`` is not wholly published.
    """

    expected: Figure
    expected_progress: ProgressRow | None
    issued_progress: ProgressRow | None
    verified: Figure
    notified: Figure
    issued: Figure
    used: Figure
    goj_will_acquire: Figure
    issued_by_japan: Figure
    issued_by_hosts: Figure
    issued_goj: Figure
    issued_japan_others: Figure
    issued_japan_open: Figure
    pre_2021: Figure
    since_2021: Figure
    vintage_unknown: Figure
    pre_2021_towards_ndc: Figure
    pre_2021_without_amount: int
    since_2021_without_amount: int
    vintage_unknown_without_amount: int
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
    ("issued_goj", Relation.SUM, (Summed.ISSUED_GOJ,)),
    ("issued_japan_others", Relation.SUM, (Summed.ISSUED_OTHERS,)),
    ("issued_japan_open", Relation.PART, (Summed.ISSUED_JAPAN,)),
    ("pre_2021", Relation.SUM, (Summed.PRE_2021,)),
    ("since_2021", Relation.SUM, (Summed.SINCE_2021,)),
    ("vintage_unknown", Relation.PART, (Summed.NOTIFIED,)),
)

# A decision with a part of its amount in a group is not one without amount there.
_VINTAGES = """
WITH groups AS (SELECT decision, sum(amount) AS amount,
    CASE WHEN vintages IN (%(before)s, %(since)s) THEN vintages ELSE '' END AS vintages
  FROM published_part GROUP BY decision, 3)
SELECT sum(amount) FILTER (WHERE vintages = %(before)s)::bigint AS before,
  sum(amount) FILTER (WHERE vintages = %(since)s)::bigint AS since,
  count(*) FILTER (WHERE vintages = %(before)s AND amount IS NULL) AS no_before,
  count(*) FILTER (WHERE vintages = %(since)s AND amount IS NULL) AS no_since,
  count(*) FILTER (WHERE vintages = '' AND amount IS NULL) AS no_unknown
FROM groups
"""
_HELD = """
SELECT sum(issued_goj)::bigint AS goj, sum(issued_others)::bigint AS others FROM published_decision
"""
_SPLIT = {"before": Vintages.BEFORE, "since": Vintages.SINCE}
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
    vintages = reader.rows(_VINTAGES, _SPLIT)[0]
    projects, registered = _projects(reader)
    goj, others = _issued_in_japan(reader)
    expected = _newest(reader, "expected")
    before, since = _sum(vintages["before"]), _sum(vintages["since"])
    notified = whole.notified if whole else UNDISCLOSED
    return Measures(
        expected=(expected and expected.amount) or UNDISCLOSED,
        expected_progress=expected,
        issued_progress=_newest(reader, "issued"),
        verified=UNDISCLOSED,
        notified=notified,
        issued=_issued(whole),
        used=UNDISCLOSED,
        goj_will_acquire=whole.goj if whole else UNDISCLOSED,
        issued_by_japan=whole.issued_japan if whole else UNDISCLOSED,
        issued_by_hosts=whole.issued_host if whole else UNDISCLOSED,
        issued_goj=goj,
        issued_japan_others=others,
        issued_japan_open=_rest(whole.issued_japan, goj, others) if whole else UNDISCLOSED,
        pre_2021=before,
        since_2021=since,
        vintage_unknown=_rest(notified, before, since),
        pre_2021_towards_ndc=UNDISCLOSED if before.amount is None else Figure(0, Basis.DERIVED),
        pre_2021_without_amount=vintages["no_before"],
        since_2021_without_amount=vintages["no_since"],
        vintage_unknown_without_amount=vintages["no_unknown"],
        decisions=whole.decisions if whole else 0,
        without_amount=whole.without_amount if whole else 0,
        amount_in_part=whole.amount_in_part if whole else 0,
        goj_unknown=whole.goj_unknown if whole else 0,
        issued_unknown=whole.issued_unknown if whole else 0,
        projects=projects,
        registered=registered,
        partners=len(all_partners()),
        state=record_state(reader),
    )


def _newest(reader: Reader, measure: str) -> ProgressRow | None:
    """Return the newest published figure of the scheme as a whole."""
    return next((each for each in progress_rows(reader) if each.measure == measure), None)


def _projects(reader: Reader) -> tuple[int, int]:
    counted = reader.rows(_PROJECTS)[0]
    return counted["projects"], counted["registered"]


def _issued_in_japan(reader: Reader) -> tuple[Figure, Figure]:
    held = reader.rows(_HELD)[0]
    return _sum(held["goj"]), _sum(held["others"])


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
