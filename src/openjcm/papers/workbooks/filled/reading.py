"""A filled workbook read back: values by the headers over them, and everything that is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from openjcm.measure import Finding, Malformed
from openjcm.measure.period import Period
from openjcm.methodology import Definition, Role, load_definition
from openjcm.methodology.checks import refusal
from openjcm.methodology.working.inputs import Given
from openjcm.papers.words import LANGUAGES
from openjcm.papers.workbooks.filled.cells import Sheet, read_cells
from openjcm.papers.workbooks.filled.found_tables import TableFound, table_with
from openjcm.papers.workbooks.filled.lookups import read_lookups
from openjcm.papers.workbooks.filled.periods import period_in, periods_promised, said_of
from openjcm.papers.workbooks.filled.series import SeriesRead, Which, read_series
from openjcm.papers.workbooks.sheets.layout import (
    HEAD,
    PLAN,
    PLAN_CALCULATION,
    REPORT,
    REPORT_CALCULATION,
    SHEETS,
    STRUCTURE,
)
from openjcm.papers.workbooks.words_of_sheets import say

_TITLES = {
    "sheet-plan": PLAN,
    "sheet-plan-calculation": PLAN_CALCULATION,
    "sheet-structure": STRUCTURE,
    "sheet-report": REPORT,
    "sheet-report-calculation": REPORT_CALCULATION,
}
_ID = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2}_[AP]M\d{3}_ver\d{2}\.\d|OJ_[a-z0-9_]+_ver\d+)")
_SHA256 = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True)
class Vintage:
    """The measured values of one vintage, nested as a calculation takes them."""

    period: Period
    values: Mapping[str, Given]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook says: the plan's estimate (None where none is made), and each vintage.

    ``members`` names the members of each index set, in the order of the sheets. ``left_out`` are
    the vintages of which nothing is filled in, each with its first cell; ``cells`` says where each
    value was read.
    """

    definition: Definition
    same_definition: bool
    members: Mapping[str, tuple[str, ...]]
    estimate: Mapping[str, Given] | None
    vintages: tuple[Vintage, ...]
    left_out: Mapping[Period, str]
    cells: Mapping[Which, str] = field(repr=False)
    sheets: Mapping[str, Sheet] = field(repr=False)


def read_workbook(path: Path, definition: Definition | None = None) -> Filled:
    """Read a workbook back.

    Args:
        path: The file.
        definition: What it was made from; without, the installed one that it names.

    Raises:
        NotFound: there is no such file, or no such definition here.
        Malformed: it is no workbook of ours, or cells are wrong; carries every finding, each with
            its sheet and cell.
    """
    sheets = read_cells(path, SHEETS)
    found = [*sheets_found(sheets)]
    if found:
        raise refusal_of(path, found)
    definition = definition or load_definition(definition_id(path, sheets))
    reader = _Reader(definition, sheets)
    filled = reader.filled()
    if reader.found:
        raise refusal_of(path, reader.found)
    return filled


class _Reader:
    """Reads the input sheets, and notes what is wrong."""

    def __init__(self, definition: Definition, sheets: Mapping[str, Sheet]) -> None:
        self.definition = definition
        self.sheets = sheets
        self.found: list[Finding] = []
        self.members: dict[str, tuple[str, ...]] = {}
        self.left_out: dict[Period, str] = {}

    def filled(self) -> Filled:
        """Return what the sheets say."""
        plan = self._table(PLAN, {"point", "parameters", "estimated"}, without="period")
        fixed = self._fixed_table()
        report = self._table(REPORT, {"period", "parameters", "monitored"})
        series = SeriesRead(self.definition, self.members, self.found)
        known = self._known(series, fixed)
        estimated = self._estimated(series, plan)
        measured = self._measured(series, report)
        lookups = read_lookups(self.definition, self.sheets[PLAN], self.found)
        common = {**known, **lookups}
        estimate = {**common, **estimated} if estimated is not None else None
        return Filled(
            self.definition,
            self._is_same(),
            self.members,
            estimate,
            tuple(Vintage(period, {**common, **values}) for period, values in measured),
            self.left_out,
            series.cells,
            self.sheets,
        )

    def _known(self, series: SeriesRead, table: TableFound | None) -> dict[str, Given]:
        parameters = [each for each in self.definition.fixed if each.role is not Role.METHODOLOGY]
        if table is None:
            return {}
        ignored = {each.symbol for each in self.definition.fixed} - {p.symbol for p in parameters}
        return read_series(series, table, "estimated", parameters, ignored=ignored)

    def _estimated(self, series: SeriesRead, table: TableFound | None) -> dict[str, Given] | None:
        if table is None:
            return None
        rows = tuple(table.rows)
        # A plan without any estimate is one that nobody made.
        if all(table.value(row, "estimated") is None for row in rows):
            series.learn(table, rows, self.definition.monitored)
            return None
        return read_series(series, table, "estimated", self.definition.monitored)

    def _measured(
        self, series: SeriesRead, table: TableFound | None
    ) -> list[tuple[Period, dict[str, Given]]]:
        if table is None:
            return []
        found = []
        for period, rows in self._by_period(table):
            if all(table.value(row, "monitored") is None for row in rows):
                self.left_out[period] = table.place(rows[0], "monitored")
                continue
            values = read_series(
                series, table, "monitored", self.definition.monitored, rows=rows, of=said_of(period)
            )
            found.append((period, values))
        return found

    def _by_period(self, table: TableFound) -> Iterator[tuple[Period, tuple[int, ...]]]:
        periods: dict[Period, list[int]] = {}
        for row in table.rows:
            period = period_in(table.text(row, "period"))
            if period is None:
                said = "is no monitoring period; write it as 1/Mar/2017-31/Dec/2017"
                self._note("workbook-period", table.place(row, "period"), said)
            elif period.first.year != period.last.year:
                said = "is no period of one calendar year; give each vintage its own rows"
                self._note("workbook-period", table.place(row, "period"), said)
            else:
                periods.setdefault(period, []).append(row)
        ordered = sorted(periods)
        for a, b in pairwise(ordered):
            if a.overlaps(b):
                said = f"{said_of(a)} and {said_of(b)} overlap"
            elif a.first.year == b.first.year:
                said = (
                    f"{said_of(a)} and {said_of(b)} lie in one calendar year, which is cut down "
                    "to whole tonnes once: give it one period"
                )
            else:
                continue
            self._note("workbook-period", table.place(periods[b][0], "period"), said)
        for period, place in periods_promised(self.sheets).items():
            if period not in periods:
                said = (
                    f"speaks of {said_of(period)}, which has no rows in Table 1 of {REPORT}; put "
                    "them back, from the workbook as it was written"
                )
                self._note("workbook-vintage", place, said)
        yield from ((period, tuple(periods[period])) for period in ordered)

    def _fixed_table(self) -> TableFound | None:
        if not self.definition.fixed:
            return None
        return self._table(PLAN, {"parameters", "estimated"}, without="point")

    def _table(self, sheet: str, columns: set[str], *, without: str = "") -> TableFound | None:
        needed = columns | {"member"}
        if (table := table_with(self.sheets[sheet], needed, without=without)) is not None:
            return table
        wanted = ", ".join(say("en", f"header-{each}") for each in sorted(needed))
        said = f"has no table with the columns {wanted}; leave the headers as they were written"
        self._note("workbook-columns", sheet, said)
        return None

    def _is_same(self) -> bool:
        texts = [text for _, text in _head(self.sheets[PLAN])]
        return any(self.definition.sha256 in text for text in texts if _SHA256.search(text))

    def _note(self, rule: str, place: str, message: str) -> None:
        self.found.append(Finding(rule, place, message))


def sheets_found(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Yield what is wrong with the sheets themselves: missing, or in one another's place."""
    titles = {say(language, key): key for language in LANGUAGES for key in _TITLES}
    for name in SHEETS:
        if name not in sheets:
            said = f"is missing; the sheets are called {', '.join(SHEETS)}"
            yield Finding("workbook-sheets", name, said)
            continue
        held = [(place, titles[text]) for place, text in _head(sheets[name]) if text in titles]
        for place, key in held:
            if _TITLES[key] != name:
                said = f"this is the sheet {_TITLES[key]}; give the sheets their names back"
                yield Finding("workbook-sheets", place, said)
        if not held:
            said = "has lost its title; leave the first rows as they were written"
            yield Finding("workbook-sheets", f"{name}!A1", said)


def definition_id(path: Path, sheets: Mapping[str, Sheet]) -> str:
    """Return the version or template that the sheets name.

    Raises:
        Malformed: they name none, or two.
    """
    named = {
        found[1]: place
        for name in (PLAN, REPORT)
        for place, text in _head(sheets[name])[1:3]
        if (found := _ID.search(text))
    }
    if len(named) != 1:
        said = "names no methodology" if not named else f"names {' and '.join(named)}"
        place = next(iter(named.values()), f"{PLAN}!A2")
        said = f"{said}; leave the second row of each sheet as it was written"
        raise refusal_of(path, [Finding("workbook-methodology", place, said)])
    return next(iter(named))


def _head(sheet: Sheet) -> list[tuple[str, str]]:
    """Return the texts over a sheet, each with its place."""
    return [
        (sheet.place(row, column), text)
        for row in range(min(HEAD, len(sheet.rows)))
        for column in range(len(sheet.rows[row]))
        if (text := sheet.text(row, column))
    ]


def refusal_of(path: Path, found: list[Finding]) -> Malformed:
    """Return what refuses a workbook, with every finding."""
    many = "one thing is" if len(found) == 1 else f"{len(found)} things are"
    return refusal(
        f"{path.name} cannot be read: {many} to be put right",
        code="workbook-malformed",
        about=path.name,
        found=found,
    )
