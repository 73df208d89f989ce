"""The vintages that a workbook speaks of: as its sheets write them, and where each stands."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from openjcm.measure import Malformed
from openjcm.measure.period import Period
from openjcm.papers.workbooks.filled.cells import Sheet
from openjcm.papers.workbooks.filled.found_tables import table_with, tables_on
from openjcm.papers.workbooks.order import MONTHS
from openjcm.papers.workbooks.sheets.layout import REPORT, REPORT_CALCULATION

RESULTS = frozenset({"period", "vintage", "reductions", "credits"})
_PERIOD = re.compile(
    r"(\d{1,2})/([A-Z][a-z]{2})/(\d{4})\s*[-–]\s*(\d{1,2})/([A-Z][a-z]{2})/(\d{4})"
)


def period_in(text: str) -> Period | None:
    """Return the period that a cell says; None where it says none.

    >>> str(period_in("1/Mar/2017-31/Dec/2017").last), period_in("2017")
    ('2017-12-31', None)
    """
    found = _PERIOD.fullmatch(text.strip())
    if found is None:
        return None
    try:
        first, last = (
            date(int(year), MONTHS.index(month) + 1, int(day))
            for day, month, year in (found.groups()[:3], found.groups()[3:])
        )
        return Period(first, last)
    except (ValueError, Malformed):
        return None


def said_of(period: Period) -> str:
    """Write a period for whoever reads what is wrong."""
    return f"{period.first} – {period.last}"


def periods_promised(sheets: Mapping[str, Sheet]) -> dict[Period, str]:
    """Return every period that results are shown for, each with the first place that says it."""
    found: dict[Period, str] = {}
    for place, text in (*_of_results(sheets[REPORT]), *_of_columns(sheets[REPORT_CALCULATION])):
        period = period_in(text)
        if period is not None:
            found.setdefault(period, place)
    return found


def _of_results(sheet: Sheet) -> Iterator[tuple[str, str]]:
    if (table := table_with(sheet, RESULTS)) is not None:
        for row in table.rows:
            yield table.place(row, "period"), table.text(row, "period")


def _of_columns(sheet: Sheet) -> Iterator[tuple[str, str]]:
    for table in tables_on(sheet):
        for column in range(len(sheet.rows[table.header])):
            yield sheet.place(table.header, column), sheet.text(table.header, column)
