"""A notice as plain text: the short table for a terminal, and the whole paper."""

from openjcm.papers.columns import shorten, side_by_side, width
from openjcm.papers.figure_words import check_kept_apart, figure_words
from openjcm.papers.notice.sheet import (
    host_name,
    kind_of,
    notice_sheet,
    period_words,
    project_words,
    unnamed_rows,
)
from openjcm.papers.sheet_text import sheet_text
from openjcm.papers.words import say, say_day, say_projects
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice, NoticeLine

_PROJECT = 59
_LEAST_WIDTHS = (_PROJECT, 26, 9, 0)
_NEVER_LAST = ("at", "by", "for", "in", "of", "on", "the", "to", "with", "and")


def notice_table(notice: Notice, language: str) -> str:
    """Write the short table of a notice for the terminal, with its heading.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    check_kept_apart(notice)
    headings = ("project", "monitoring-period", "notified", "goj-will-acquire")
    rows = [[[say(language, key)] for key in headings]]
    rows += [_short_row(line, language) for line in notice.lines]
    rows += [[[text] for text in each] for each in unnamed_rows(notice, language)]
    total = _figures(language, notice.total_notified, notice.goj_total)
    rows.append([[say(language, "total")], [""], *total])
    lines = [_table_heading(notice, language), *_lines_of(rows, _LEAST_WIDTHS)]
    if notice.rehearsal:
        lines.insert(0, say(language, "rehearsal-banner"))
    return "\n".join(lines) + "\n"


def notice_text(notice: Notice, language: str) -> str:
    """Write the whole notice as plain text.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    return sheet_text(notice_sheet(notice, language))


def _table_heading(notice: Notice, language: str) -> str:
    key = "table-heading-rehearsal" if kind_of(notice) == "rehearsal" else "table-heading"
    day = say_day(language, notice.decided_on)
    return say(language, key, host=host_name(notice, language), day=day)


def _short_row(line: NoticeLine, language: str) -> list[list[str]]:
    name = f"{say_projects(language, line.project_id)} ".lstrip()
    title = shorten(project_words(line, language), _PROJECT - width(name), never_last=_NEVER_LAST)
    period = list(period_words(line, language))
    return [[name + title], period, *_figures(language, line.notified, line.goj)]


def _figures(language: str, *figures: Figure) -> list[list[str]]:
    return [[figure_words(language, figure)] for figure in figures]


def _lines_of(rows: list[list[list[str]]], least: tuple[int, ...]) -> list[str]:
    widths = [
        max(least[column], *(width(text) for row in rows for text in row[column]))
        for column in range(len(least))
    ]
    return [line for row in rows for line in side_by_side(row, widths)]
