"""Partner countries: the list of a day, in signing or in kana order, and one country."""

from collections.abc import Sequence
from datetime import date

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    count_text,
    labelled,
    listed,
    sources_text,
    table,
    title,
)
from openjcm.papers.record_text.totals import measures_text
from openjcm.papers.record_text.words import say
from openjcm.papers.words import say_day
from openjcm.rulebook import kana_order, load_partner
from openjcm.views.record.partners import PartnerPage, PartnerRow

_HEADINGS = ("number", "code", "country", "signed-on", "projects", "registered", "decisions")


def partners_text(rows: Sequence[PartnerRow], on: date, language: str) -> str:
    """Write the partner countries of a day: in signing order, in kana order in Japanese."""
    heading = say(language, "partners", day=say_day(language, on), count=len(rows))
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    lines = table(headings, [_row(row, language) for row in _ordered(rows, language)])
    return "\n".join([heading, *lines, *wrap(say(language, "signed-on-marks"), LINE)]) + "\n"


def partner_text(found: PartnerPage, language: str) -> str:
    """Write a partner country with the totals of its decisions."""
    row = found.row
    name = title(language, row.name_en, row.name_ja)
    lines = labelled(
        [
            (say(language, "column-signed-on"), _signed(row, language)),
            (say(language, "column-order"), count_text(language, row.order)),
            (say(language, "column-zones"), listed(language, found.zones)),
            (say(language, "column-projects"), count_text(language, row.projects)),
            (say(language, "column-registered"), count_text(language, row.registered)),
            (say(language, "column-methodologies"), count_text(language, found.methodologies)),
            (say(language, "column-decisions"), count_text(language, row.decisions)),
            (say(language, "column-note"), found.note),
            (say(language, "column-record"), found.record),
        ]
    )
    figures = measures_text(found.total, language) if found.total else []
    blocks = [[f"{name} ({row.iso2})", *lines], figures, sources_text(language, found.sources)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _ordered(rows: Sequence[PartnerRow], language: str) -> list[PartnerRow]:
    if language != "ja":
        return list(rows)
    by_code = {row.iso2: row for row in rows}
    return [by_code[each.iso2] for each in kana_order(load_partner(code) for code in by_code)]


def _row(row: PartnerRow, language: str) -> list[str]:
    return [
        count_text(language, row.order),
        row.iso2,
        title(language, row.name_en, row.name_ja),
        _signed(row, language),
        count_text(language, row.projects),
        count_text(language, row.registered),
        count_text(language, row.decisions),
    ]


def _signed(row: PartnerRow, language: str) -> str:
    return f"{row.signed_on.isoformat()} [{say(language, f'known-{row.known}')}]"
