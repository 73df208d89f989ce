"""Totals of the published measures, as a whole and by country, year or both.

Each measure stands alone and is never added to another. A total counts only what is marked as
counted, so a decision and its lines, or two sources of one amount, are never added; what is
not printed is counted as a decision without amount, never as zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openjcm.measure.basis import Basis
from openjcm.rulebook import load_partner
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName
from openjcm.views.reader import Reader
from openjcm.views.record.addends import MadeOf, Relation, Summed, figure_address
from openjcm.views.record.decision import name_of

JAPAN = "JP"


class Grouping(StrEnum):
    """By what totals are grouped."""

    ALL = "all"
    COUNTRY = "country"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Total:
    """The measures of one group.

    ``year`` is that of the decision (announced or issued where that day is not printed), None
    where no day is known or years are not asked for. ``decisions`` counts decisions,
    ``without_amount`` those of which no notified amount is published, ``amount_in_part`` those of
    which a part is, which stands in the total, and ``notified_unknown`` both. ``issued_unknown``
    counts decisions of which at least one side's issuance is not published,
    ``issued_japan_unknown`` and ``issued_host_unknown`` those of each side.
    """

    grouped_by: Grouping
    host: PartnerName | None
    year: int | None
    decisions: int
    notified: Figure
    goj: Figure
    issued_japan: Figure
    issued_host: Figure
    without_amount: int
    amount_in_part: int
    notified_unknown: int
    goj_unknown: int
    issued_unknown: int
    issued_japan_unknown: int
    issued_host_unknown: int

    @property
    def made_of(self) -> tuple[MadeOf, ...]:
        """How each measure was added up; none where no day is known, for no figure asks that."""
        if self.grouped_by is Grouping.YEAR and self.year is None:
            return ()
        partner = self.host.iso2 if self.host else None
        return tuple(
            MadeOf(name, Relation.SUM, (figure_address(each, partner=partner, year=self.year),))
            for name, each in _SUMMED.items()
        )


_SUMMED = {
    "notified": Summed.NOTIFIED,
    "goj": Summed.GOJ,
    "issued_japan": Summed.ISSUED_JAPAN,
    "issued_host": Summed.ISSUED_HOST,
}
_GROUPS = {
    Grouping.ALL: ("NULL::text", "NULL::int"),
    Grouping.COUNTRY: ("d.host", "NULL::int"),
    Grouping.YEAR: ("NULL::text", "extract(year FROM d.day)::int"),
}
_PER_DECISION = """
WITH amounts AS (
  SELECT partnership, decision,
    sum(amount) FILTER (WHERE measure = 'notified' AND side IS NULL) AS notified,
    sum(amount) FILTER (WHERE measure = 'goj') AS goj,
    sum(amount) FILTER (WHERE measure = 'issued' AND side = 'JP') AS japan,
    sum(amount) FILTER (WHERE measure = 'issued' AND side <> 'JP') AS host,
    bool_or(line = 0 AND measure = 'notified' AND side IS NULL) AS whole_notified,
    bool_or(line = 0 AND measure = 'goj') AS whole_goj,
    bool_or(line = 0 AND measure = 'issued' AND side = 'JP') AS whole_japan,
    bool_or(line = 0 AND measure = 'issued' AND side <> 'JP') AS whole_host
  FROM published_amount WHERE counted GROUP BY partnership, decision)
"""
_TOTALS = """
SELECT {host} AS host, {year} AS year, count(*) AS decisions,
  sum(a.notified)::bigint AS notified, sum(a.goj)::bigint AS goj,
  sum(a.japan)::bigint AS japan, sum(a.host)::bigint AS abroad,
  count(*) FILTER (WHERE a.notified IS NULL) AS without_amount,
  count(*) FILTER (WHERE a.notified IS NOT NULL AND NOT a.whole_notified) AS amount_in_part,
  count(*) FILTER (WHERE a.whole_goj IS NOT TRUE) AS goj_unknown,
  count(*) FILTER (WHERE (a.whole_japan AND a.whole_host) IS NOT TRUE) AS issued_unknown,
  count(*) FILTER (WHERE a.whole_japan IS NOT TRUE) AS issued_japan_unknown,
  count(*) FILTER (WHERE a.whole_host IS NOT TRUE) AS issued_host_unknown
FROM published_decision d
LEFT JOIN amounts a ON (a.partnership, a.decision) = (d.partnership, d.key)
GROUP BY 1, 2 ORDER BY 2 NULLS LAST, 1
"""


def totals(reader: Reader, by: Grouping = Grouping.ALL) -> tuple[Total, ...]:
    """Return totals of the published measures; countries in signing order, years rising."""
    host, year = _GROUPS[by]
    rows = reader.rows(_PER_DECISION + _TOTALS.format(host=host, year=year))
    found = [_total(row, by) for row in rows]
    if by is Grouping.COUNTRY:
        found.sort(key=lambda each: each.host.signed_on if each.host else None)  # type: ignore[arg-type,return-value]  # every group has a country here
    return tuple(found)


def _total(row: Mapping[str, Any], by: Grouping) -> Total:
    return Total(
        grouped_by=by,
        host=name_of(load_partner(row["host"])) if row["host"] else None,
        year=row["year"],
        decisions=row["decisions"],
        notified=_sum(row["notified"]),
        goj=_sum(row["goj"]),
        issued_japan=_sum(row["japan"]),
        issued_host=_sum(row["abroad"]),
        without_amount=row["without_amount"],
        amount_in_part=row["amount_in_part"],
        notified_unknown=row["without_amount"] + row["amount_in_part"],
        goj_unknown=row["goj_unknown"],
        issued_unknown=row["issued_unknown"],
        issued_japan_unknown=row["issued_japan_unknown"],
        issued_host_unknown=row["issued_host_unknown"],
    )


def _sum(amount: int | None) -> Figure:
    return UNDISCLOSED if amount is None else Figure(amount, Basis.DERIVED)
