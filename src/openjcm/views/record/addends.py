"""What a total is made of: every amount that was counted, and every decision that has none.

This answers "where does this number come from" for a figure that nobody printed. Its address is
the same at every door: under ``/api/v1/``, and under the language on the site; the shell asks
``openjcm figure`` with the same measure and options.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from openjcm.article6 import Vintages
from openjcm.measure.basis import Basis
from openjcm.rulebook import load_partner
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName
from openjcm.views.reader import Reader
from openjcm.views.record.decision import name_of
from openjcm.views.record.state import State, record_state


class Summed(StrEnum):
    """The measures of which totals are made."""

    NOTIFIED = "notified"
    GOJ = "goj"
    PRE_2021 = "notified-pre-2021"
    SINCE_2021 = "notified-since-2021"
    ISSUED_JAPAN = "issued-japan"
    ISSUED_HOST = "issued-host"
    ISSUED_GOJ = "issued-goj"
    ISSUED_OTHERS = "issued-others"

    @property
    def is_by_vintage(self) -> bool:
        """Whether it is the part of another measure that is of certain vintages."""
        return self in {Summed.PRE_2021, Summed.SINCE_2021}


# What is asked by name beside what was notified, as texts of the shell list it.
OTHERS = tuple(each.value for each in Summed if each is not Summed.NOTIFIED)


@dataclass(frozen=True, slots=True)
class Addend:
    """One amount that was counted, and the decision that says it.

    ``unnamed`` counts the projects in it that have no published number.
    """

    decision: str
    host: PartnerName
    day: date | None
    projects: tuple[str, ...]
    unnamed: int
    amount: Figure


@dataclass(frozen=True, slots=True)
class Gap:
    """A decision of which this amount is not wholly published; what is missing is in no total.

    ``in_part`` says that a part is published, which stands in the total.
    """

    decision: str
    host: PartnerName
    day: date | None
    in_part: bool


@dataclass(frozen=True, slots=True)
class SummedFigure:
    """A total with everything that it is made of, as of a state of the record.

    ``until`` is the day up to which decisions are counted, None where all of them are.
    """

    measure: Summed
    partner: PartnerName | None
    year: int | None
    until: date | None
    total: Figure
    addends: tuple[Addend, ...]
    gaps: tuple[Gap, ...]
    state: State


class Relation(StrEnum):
    """``sum``: every amount of the figures is in the total. ``part``: some of them are."""

    SUM = "sum"
    PART = "part"


@dataclass(frozen=True, slots=True)
class MadeOf:
    """How one total was worked out: ``total`` names it, ``figures`` are addresses.

    Several figures are of one measure in different registries, and were added.
    """

    total: str
    relation: Relation
    figures: tuple[str, ...]


def figure_address(
    measure: Summed,
    *,
    partner: str | None = None,
    year: int | None = None,
    until: date | None = None,
) -> str:
    """Return the address of a figure.

    >>> figure_address(Summed.GOJ, partner="BD"), figure_address(Summed.NOTIFIED)
    ('figures/goj?partner=BD', 'figures/notified')
    """
    asked = {"partner": partner, "year": year, "until": until}
    tail = urlencode({name: value for name, value in asked.items() if value is not None})
    return f"figures/{measure}?{tail}" if tail else f"figures/{measure}"


_WHICH = {
    Summed.NOTIFIED: "a.counted AND a.measure = 'notified' AND a.side IS NULL",
    Summed.GOJ: "a.counted AND a.measure = 'goj'",
    Summed.ISSUED_JAPAN: "a.counted AND a.measure = 'issued' AND a.side = 'JP'",
    Summed.ISSUED_HOST: "a.counted AND a.measure = 'issued' AND a.side <> 'JP'",
}
_OF_VINTAGES = {Summed.PRE_2021: Vintages.BEFORE, Summed.SINCE_2021: Vintages.SINCE}
# An amount that was added from its lines is of the source of all of them, where that is one.
_ONE_SOURCE = """
  coalesce(nullif(a.source, ''),
    (SELECT min(b.source) FROM published_amount b
     WHERE (b.partnership, b.decision, b.measure) = (a.partnership, a.decision, a.measure)
       AND b.side IS NOT DISTINCT FROM a.side AND b.line > 0 AND NOT b.rival
     HAVING count(DISTINCT b.source) = 1))
"""
_ADDENDS = """
SELECT a.decision, d.host, d.day, a.projects, a.unnamed, a.amount, a.basis, a.calculation,
  (SELECT s ->> 'url' FROM published_fact f, jsonb_array_elements(f.body -> 'sources') s
   WHERE f.partnership = a.partnership AND f.fact = 'issuance-decision' AND f.key = a.decision
     AND f.superseded_at IS NULL AND coalesce(s ->> 'id', s ->> 'url') = {source} LIMIT 1) AS url
FROM {table} a
JOIN published_decision d ON (d.partnership, d.key) = (a.partnership, a.decision)
WHERE {which}
"""
_GAPS = """
SELECT d.key AS decision, d.host, d.day FROM published_decision d
WHERE NOT EXISTS (SELECT FROM published_amount a WHERE a.line = 0
  AND (a.partnership, a.decision) = (d.partnership, d.key) AND {which})
"""
# What follows from a decision whole: whose credits Japan issued.
_OF_A_DECISION = """
SELECT d.key AS decision, d.host, d.day, d.projects,
  coalesce((SELECT max(a.unnamed) FROM published_amount a
    WHERE a.decision = d.key AND a.line = 0), 0) AS unnamed,
  d.{column} AS amount, 'derived' AS basis, {calculation} AS calculation, NULL::text AS url
FROM published_decision d WHERE d.{column} IS NOT NULL
"""
_GAPS_OF_A_DECISION = """
SELECT d.key AS decision, d.host, d.day FROM published_decision d WHERE d.{column} IS NULL
"""
_COLUMNS = {
    Summed.ISSUED_GOJ: ("issued_goj", "''"),
    Summed.ISSUED_OTHERS: (
        "issued_others",
        "concat(d.issued_goj + d.issued_others, ' − ', d.issued_goj)",
    ),
}
# What could be of these vintages: an amount that is not published, or one of unknown vintages.
_GAPS_BY_VINTAGE = """
SELECT d.key AS decision, d.host, d.day FROM published_decision d
WHERE EXISTS (SELECT FROM published_part a
  WHERE (a.partnership, a.decision) = (d.partnership, d.key)
  AND (a.vintages IN ('both', 'unknown') OR a.amount IS NULL AND a.vintages = %(vintages)s))
"""
_FILTER = """
  AND (%(partner)s::text IS NULL OR d.host = %(partner)s)
  AND (%(year)s::int IS NULL OR extract(year FROM d.day) = %(year)s)
  AND (%(until)s::date IS NULL OR d.day <= %(until)s)
ORDER BY d.day DESC NULLS LAST, d.key
"""


def summed_figure(
    reader: Reader,
    measure: Summed,
    *,
    partner: str | None = None,
    year: int | None = None,
    until: date | None = None,
) -> SummedFigure:
    """Return a total with its addends, the latest decision first.

    Args:
        reader: The record.
        measure: Which measure; measures are never added to each other.
        partner: Of one partner country only, ISO 3166 alpha-2.
        year: Of the decisions of one calendar year only.
        until: Of the decisions filed up to this day only.

    Rules: PRE_2021_IS_NOT_AN_ITMO.

    Raises:
        NotFound: there is no such partner country.
    """
    named = name_of(load_partner(partner)) if partner else None
    addends_question, gaps_question = _questions(measure)
    params = {"partner": partner, "year": year, "until": until}
    params |= {"vintages": _OF_VINTAGES.get(measure)}
    rows = reader.rows(addends_question + _FILTER, params)
    gaps = reader.rows(gaps_question + _FILTER, params)
    known = {row["decision"] for row in rows}
    addends = tuple(_addend(row) for row in rows)
    total = sum(row["amount"] for row in rows)
    return SummedFigure(
        measure=measure,
        partner=named,
        year=year,
        until=until,
        total=Figure(total, Basis.DERIVED) if addends else UNDISCLOSED,
        addends=addends,
        gaps=tuple(
            Gap(
                row["decision"],
                name_of(load_partner(row["host"])),
                row["day"],
                in_part=row["decision"] in known,
            )
            for row in gaps
        ),
        state=record_state(reader),
    )


def _questions(measure: Summed) -> tuple[str, str]:
    """Return what asks for the addends of a measure, and for the decisions that lack them."""
    if measure.is_by_vintage:
        which = "a.vintages = %(vintages)s AND a.amount IS NOT NULL"
        found = _ADDENDS.format(table="published_part", source="a.source", which=which)
        return found, _GAPS_BY_VINTAGE
    if measure in _COLUMNS:
        column, said = _COLUMNS[measure]
        found = _OF_A_DECISION.format(column=column, calculation=said)
        return found, _GAPS_OF_A_DECISION.format(column=column)
    which = _WHICH[measure]
    found = _ADDENDS.format(table="published_amount", source=_ONE_SOURCE, which=which)
    return found, _GAPS.format(which=which)


def _addend(row: Mapping[str, Any]) -> Addend:
    return Addend(
        decision=row["decision"],
        host=name_of(load_partner(row["host"])),
        day=row["day"],
        projects=tuple(row["projects"]),
        unnamed=row["unnamed"],
        amount=Figure(row["amount"], Basis(row["basis"]), row["url"], row["calculation"]),
    )
