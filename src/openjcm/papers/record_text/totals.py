"""Totals of the published measures, side by side and never added."""

from collections.abc import Sequence

from openjcm.papers.columns import wrap
from openjcm.papers.record_text.lines import (
    LINE,
    count_text,
    country,
    figure_cell,
    figure_text,
    labelled,
    listed,
    table,
)
from openjcm.papers.record_text.words import say
from openjcm.views.record.addends import OTHERS
from openjcm.views.record.totals import Grouping, Total

_MEASURES = ("notified", "goj", "issued_japan", "issued_host")


def totals_text(totals: Sequence[Total], by: Grouping, language: str) -> str:
    """Write totals as a table, a row a group, with what is counted without an amount."""
    headings = [say(language, "column-group"), say(language, "column-decisions")]
    headings += [say(language, f"total-{name.replace('_', '-')}") for name in _MEASURES]
    rows = [_row(each, by, language) for each in totals]
    others = listed(language, OTHERS)
    notes = wrap(say(language, "totals-note", others=others), LINE)
    return "\n".join([*table(headings, rows), *notes]) + "\n"


def measures_text(total: Total, language: str) -> list[str]:
    """Write the measures of one group, a line each, and what is not published of them."""
    lines = labelled(
        (
            say(language, f"total-{name.replace('_', '-')}"),
            figure_text(language, getattr(total, name)),
        )
        for name in _MEASURES
    )
    return [*lines, *(f"({each})" for each in _blanks(total, language))]


def _row(total: Total, by: Grouping, language: str) -> list[str]:
    figures = [figure_cell(language, getattr(total, name)) for name in _MEASURES]
    beside: tuple[dict[str, int], ...] = (
        {"total-none": total.without_amount, "total-in-part": total.amount_in_part},
        {"total-without": total.goj_unknown},
        {"total-without": total.issued_japan_unknown},
        {"total-without": total.issued_host_unknown},
    )
    noted = [
        "\n".join([figure, *(say(language, k, count=n) for k, n in counts.items() if n)])
        for figure, counts in zip(figures, beside, strict=True)
    ]
    return [_group(total, by, language), count_text(language, total.decisions), *noted]


def _group(total: Total, by: Grouping, language: str) -> str:
    if total.host:
        return country(language, total.host)
    if by is Grouping.ALL:
        return say(language, "group-all")
    return str(total.year) if total.year else say(language, "group-none")


def _blanks(total: Total, language: str) -> list[str]:
    counts = {
        "total-without-amount": total.without_amount,
        "total-amount-in-part": total.amount_in_part,
        "total-goj-unknown": total.goj_unknown,
        "total-issued-japan-unknown": total.issued_japan_unknown,
        "total-issued-host-unknown": total.issued_host_unknown,
    }
    return [say(language, key, count=count) for key, count in counts.items() if count]
