"""Partner countries as of any day: who had signed, in signing order, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.rulebook import Partner, load_partner, partners_on
from openjcm.views.figures import Source
from openjcm.views.reader import Reader
from openjcm.views.record.decision import sources_of
from openjcm.views.record.totals import Grouping, Total, totals


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner country; ``order`` counts in signing order, ``known`` is of the day of signing."""

    iso2: str
    iso3: str
    name_en: str
    name_ja: str
    kana: str
    order: int
    signed_on: date
    known: str
    projects: int
    registered: int
    decisions: int


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """A partner country with its totals; ``total`` is None where no decision was published."""

    row: PartnerRow
    zones: tuple[str, ...]
    note: str
    total: Total | None
    methodologies: int
    sources: tuple[Source, ...]
    record: str


_COUNTS = """
SELECT host, count(*) AS projects, count(*) FILTER (WHERE registered_on IS NOT NULL) AS registered
FROM published_project GROUP BY host
"""
_DECISIONS = "SELECT host, count(*) AS decisions FROM published_decision GROUP BY host"
_FACT = """
SELECT f.body, f.seq, f.partnership, (SELECT count(*) FROM published_fact m
  WHERE m.partnership = f.partnership AND m.fact = 'methodology'
  AND m.superseded_at IS NULL) AS methodologies
FROM published_fact f WHERE f.fact = 'partner' AND f.key = %(iso2)s AND f.superseded_at IS NULL
"""


def list_partners(reader: Reader, on: date) -> tuple[PartnerRow, ...]:
    """Return the countries that had signed by the end of a day, in signing order.

    What is counted beside them is today's: projects and decisions in the public record.
    """
    counted = _counts(reader)
    return tuple(_row(partner, counted.get(partner.iso2, {})) for partner in partners_on(on))


def find_partner(reader: Reader, iso2: str) -> PartnerPage:
    """Return a partner country with its totals.

    Raises:
        NotFound: Japan has signed with no such country, as far as is known here.
    """
    partner = load_partner(iso2)
    facts = reader.rows(_FACT, {"iso2": partner.iso2})
    says = facts[0]["body"] if facts else {"sources": ()}
    mine = [
        each
        for each in totals(reader, Grouping.COUNTRY)
        if each.host and each.host.iso2 == partner.iso2
    ]
    return PartnerPage(
        row=_row(partner, _counts(reader).get(partner.iso2, {})),
        zones=partner.zones,
        note=partner.note,
        total=mine[0] if mine else None,
        methodologies=facts[0]["methodologies"] if facts else 0,
        sources=sources_of(says),
        record=f"{partner.iso2}/joint record {facts[0]['seq']}" if facts else "",
    )


def _counts(reader: Reader) -> dict[str, dict[str, int]]:
    counted: dict[str, dict[str, int]] = {}
    for row in (*reader.rows(_COUNTS), *reader.rows(_DECISIONS)):
        counted.setdefault(row["host"], {}).update(row)
    return counted


def _row(partner: Partner, counted: Mapping[str, Any]) -> PartnerRow:
    return PartnerRow(
        iso2=partner.iso2,
        iso3=partner.iso3,
        name_en=partner.name_en,
        name_ja=partner.name_ja,
        kana=partner.kana,
        order=partner.order,
        signed_on=partner.signed_on,
        known=partner.known.value,
        projects=counted.get("projects", 0),
        registered=counted.get("registered", 0),
        decisions=counted.get("decisions", 0),
    )
