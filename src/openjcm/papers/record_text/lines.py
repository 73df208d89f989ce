"""What texts about the record are made of: labelled lines, tables, figures, days, sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from openjcm.measure.basis import Basis
from openjcm.papers.columns import pad, side_by_side, width, wrap
from openjcm.papers.figure_words import figure_words
from openjcm.papers.record_text.words import say
from openjcm.papers.recorded import as_recorded, calculation_words
from openjcm.papers.words import say_day, say_number
from openjcm.views.figures import Figure, PartnerName, Source
from openjcm.views.record.pages import Page

Item = TypeVar("Item")
LINE = 100
_GAP = 2
_LEAST = 12


def figure_text(language: str, figure: Figure) -> str:
    """Write a figure with its basis and how it was worked out; a blank is said in words."""
    basis = say(language, f"basis-{figure.basis}")
    if figure.calculation:
        basis = say(
            language, "named", label=basis, value=calculation_words(language, figure.calculation)
        )
    return figure_words(language, figure) + ("" if _blank(figure) else f" [{basis}]")


def figure_cell(language: str, figure: Figure) -> str:
    """Write a figure for a narrow column: the basis stands under the number."""
    basis = "" if _blank(figure) else f"\n[{say(language, f'basis-{figure.basis}')}]"
    return figure_words(language, figure) + basis


def whole_cell(language: str, shown: Figure, in_part: Figure) -> str:
    """Write an amount for a narrow column, or what is published of it."""
    if in_part.amount is None:
        return figure_cell(language, shown)
    said = figure_words(language, in_part)
    basis = say(language, f"basis-{in_part.basis}")
    return say(language, "amount-in-part", amount=said) + f"\n[{basis}]"


def named_projects(language: str, projects: Iterable[str], unnamed: int) -> str:
    """Write projects by their numbers, and how many further ones have none that is published."""
    more = [say(language, "projects-unnamed", count=unnamed)] if unnamed > 0 else []
    return listed(language, [*projects, *more])


def day_text(language: str, day: date | None) -> str:
    """Write a day for a table, or that it is not known."""
    return day.isoformat() if day else say(language, "day-not-known")


def to_come_text(asked: date | None, on: date, language: str) -> str:
    """Say that the day asked for is yet to come, so that a text is about an earlier one.

    >>> to_come_text(date(2022, 3, 31), date(2022, 3, 31), "en")
    ''
    """
    if asked is None or asked <= on:
        return ""
    said = say(language, "day-to-come", day=say_day(language, asked))
    return "\n".join([*wrap(said, LINE), "", ""])


def country(language: str, partner: PartnerName) -> str:
    """Return the name of a partner country."""
    return partner.name_ja if language == "ja" else partner.name_en


def title(language: str, english: str, japanese: str) -> str:
    """Return a title; in English where no Japanese one is known."""
    return (japanese or english) if language == "ja" else english


def listed(language: str, words: Iterable[str]) -> str:
    """Join words as a sentence lists them."""
    return say(language, "list-comma").join(words)


def labelled(pairs: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """Write labels with their values beside them, each value in its column."""
    rows = [(label, value) for label, value in pairs if value]
    widest = max((width(label) for label, _ in rows), default=0)
    left = LINE - len(indent) - widest - _GAP
    lines = []
    for label, value in rows:
        for n, line in enumerate(wrap(value, left)):
            lines.append(f"{indent}{pad(label if n == 0 else '', widest + _GAP)}{line}".rstrip())
    return lines


def table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, wrapped: int | None = None
) -> list[str]:
    """Lay out a table; a cell may have several lines.

    Args:
        headings: One a column.
        rows: One cell a column.
        wrapped: The column that takes what the others leave of the line, and breaks there.
    """
    cells = [[cell.split("\n") for cell in row] for row in (headings, *rows)]
    widths = [max(width(line) for row in cells for line in row[n]) for n in range(len(headings))]
    if wrapped is not None:
        others = sum(widths) - widths[wrapped] + _GAP * (len(widths) - 1)
        widths[wrapped] = min(widths[wrapped], max(LINE - others, _LEAST))
        for row in cells:
            row[wrapped] = [part for line in row[wrapped] for part in wrap(line, widths[wrapped])]
    return [line for row in cells for line in side_by_side(row, widths, _GAP)]


def sources_text(language: str, sources: Sequence[Source]) -> list[str]:
    """Write where something was printed, with the licence note of each source."""
    lines = [say(language, "sources")]
    for number, source in enumerate(sources, 1):
        named, licence = (as_recorded(language, text) for text in (source.title, source.licence))
        said = [named] if source.title not in source.url else []
        said += [source.url, *([say(language, "brackets", text=licence)] if licence else [])]
        lines += labelled([(f"[{number}]", " ".join(said))], "  ")
    return lines


def remarks_text(language: str, remarks: Sequence[str], indent: str = "") -> list[str]:
    """Write what a reader must know, a sentence each."""
    words = (say(language, f"remark-{remark}") for remark in remarks)
    return [f"{indent}{line}" for each in words for line in wrap(each, LINE - len(indent))]


def rest_text(language: str, page: Page[Item]) -> list[str]:
    """Say how much of a list is shown, and how to get the rest."""
    if not page.next:
        return [say(language, "list-whole", total=page.total)]
    shown = say(language, "list-part", shown=len(page.items), total=page.total)
    # The cursor stands on a line of its own, to be copied.
    return [shown, say(language, "list-next"), f"  --cursor {page.next}"]


def count_text(language: str, number: int) -> str:
    """Write a count; it is no amount of tonnes and has no basis."""
    return say_number(language, number)


def _blank(figure: Figure) -> bool:
    return figure.amount is None or figure.basis is Basis.UNDISCLOSED
