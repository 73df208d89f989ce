"""A notice as plain text: the short table for a terminal, and the whole paper."""

from collections.abc import Iterator

from openjcm.papers.columns import shorten, side_by_side, width, wrap
from openjcm.papers.figure_words import check_kept_apart, figure_words
from openjcm.papers.notice.sheet import (
    host_name,
    kind_of,
    notice_sheet,
    period_words,
    project_words,
    unnamed_rows,
)
from openjcm.papers.sheet import Cell, Said, Section, Sheet, Table
from openjcm.papers.words import say, say_day, say_projects
from openjcm.views.figures import Figure
from openjcm.views.notice import Notice, NoticeLine

LINE = 92
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
    sheet = notice_sheet(notice, language)
    parts = [_head(sheet), list(_facts(sheet.facts)), *(wrap(text, LINE) for text in sheet.lead)]
    parts += [list(_section(section)) for section in sheet.sections]
    parts.append(_foot(sheet))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


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


def _head(sheet: Sheet) -> list[str]:
    rule = "=" * LINE
    banner = [*wrap(sheet.banner, LINE), rule] if sheet.banner else []
    return [*banner, sheet.kind, rule, *wrap(sheet.title, LINE)]


def _facts(facts: tuple[Said, ...]) -> Iterator[str]:
    widest = max((width(said.label) for said in facts), default=0)
    for said in facts:
        value = f"{said.value} [{said.mark}]" if said.mark else said.value
        lines = wrap(value, LINE - widest - 2)
        yield from side_by_side([[said.label], lines], [widest, LINE - widest - 2])


def _foot(sheet: Sheet) -> list[str]:
    banner = wrap(sheet.banner, LINE) if sheet.banner else []
    return ["-" * LINE, sheet.generated, *banner]


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield "-" * width(section.title)
    if section.strong:
        yield from wrap(section.strong, LINE)
    yield from _facts(section.facts)
    if section.table is not None:
        yield from _table(section.table)
    for item in section.items:
        yield from _hanging("- ", item)
    for number, paragraph in enumerate(section.paragraphs):
        if number or section.items or section.facts or section.table is not None:
            yield ""
        yield from wrap(paragraph, LINE)


def _hanging(mark: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrap(text, LINE - width(mark))):
        yield (mark if number == 0 else " " * width(mark)) + line


def _table(table: Table) -> Iterator[str]:
    """Lay out a table: every column as wide as it needs, the first takes what is left."""
    cells = [*table.rows, *([table.total] if table.total else [])]
    others = [_needed(table, cells, column) for column in range(1, len(table.headings))]
    first = min(_needed(table, cells, 0), LINE - sum(others) - 2 * len(others))
    widths = [first, *others]
    heading = [wrap(text, w) for text, w in zip(table.headings, widths, strict=True)]
    yield from side_by_side(heading, widths)
    yield "  ".join("-" * w for w in widths)
    for row in table.rows:
        yield from _row(row, widths, table.numbers)
    if table.total:
        yield "  ".join("-" * w for w in widths)
        yield from _row(table.total, widths, table.numbers)


def _needed(table: Table, rows: list[tuple[Cell, ...]], column: int) -> int:
    words = [width(word) for word in table.headings[column].split()]
    cells = [width(text) for row in rows for text in (row[column].text, row[column].note)]
    return max(*words, *cells)


def _row(row: tuple[Cell, ...], widths: list[int], numbers: int) -> list[str]:
    cells = [
        _right(_cell_lines(cell, w), w) if column >= numbers else _cell_lines(cell, w)
        for column, (cell, w) in enumerate(zip(row, widths, strict=True))
    ]
    return side_by_side(cells, widths)


def _cell_lines(cell: Cell, cells: int) -> list[str]:
    return [line for text in (cell.text, cell.note) if text for line in wrap(text, cells)]


def _right(lines: list[str], cells: int) -> list[str]:
    return [" " * (cells - width(line)) + line for line in lines]
