"""Where a total comes from: every amount in it, and every decision that stands in none."""

from collections.abc import Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    country,
    day_text,
    figure_cell,
    figure_text,
    listed,
    named_projects,
    table,
)
from openjcm.papers.record_text.words import say
from openjcm.views.record.addends import Addend, Gap, SummedFigure

_HEADINGS = ("decision", "day", "country", "projects", "amount")
_PROJECTS = _HEADINGS.index("projects")


def figure_origin_text(found: SummedFigure, language: str) -> str:
    """Write a total with its addends, then the decisions without a published amount."""
    measure = say(language, f"total-{found.measure}")
    whose = country(language, found.partner) if found.partner else ""
    until = say(language, "until-day", day=day_text(language, found.until)) if found.until else ""
    asked = (measure, whose, str(found.year or ""), until)
    label = listed(language, [each for each in asked if each])
    heading = say(language, "named", label=label, value=figure_text(language, found.total))
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    rows = [_row(each, language) for each in found.addends]
    if found.measure.is_by_vintage:
        heading += "\n" + "\n".join(wrap(say(language, "figure-by-vintage"), LINE))
    blocks = [[heading], table(headings, rows, wrapped=_PROJECTS) if rows else []]
    without = "figure-gaps-by-vintage" if found.measure.is_by_vintage else "figure-gaps"
    blocks.append(_gaps(without, [g for g in found.gaps if not g.in_part], language))
    blocks.append(_gaps("figure-in-part", [g for g in found.gaps if g.in_part], language))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _gaps(key: str, gaps: Sequence[Gap], language: str) -> list[str]:
    decisions = listed(language, (each.decision for each in gaps))
    return wrap(say(language, key, decisions=decisions), LINE) if gaps else []


def _row(addend: Addend, language: str) -> list[str]:
    return [
        addend.decision,
        day_text(language, addend.day),
        country(language, addend.host),
        named_projects(language, addend.projects, addend.unnamed),
        figure_cell(language, addend.amount),
    ]
