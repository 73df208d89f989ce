"""The cells behind what the engine speaks of: ``EC_PJ, chiller 1`` is ``MRS(input)!E10``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from openjcm.measure import Finding, Malformed
from openjcm.measure.period import Period
from openjcm.papers.workbooks.filled.calculated import Members, calculation_on, members_of
from openjcm.papers.workbooks.filled.found_tables import row_of_lookup
from openjcm.papers.workbooks.filled.periods import said_of
from openjcm.papers.workbooks.filled.reading import Filled
from openjcm.papers.workbooks.sheets.layout import PLAN, PLAN_CALCULATION, REPORT_CALCULATION

_Spoken = tuple[str, frozenset[str]]


class Places:
    """Where the values and steps of one column stand; no period is that of the plan."""

    def __init__(self, filled: Filled, period: Period | None) -> None:
        self._sheet = PLAN_CALCULATION if period is None else REPORT_CALCULATION
        self._of = said_of(period) if period else ""
        self._filled = filled
        self._cells = dict(self._known(period))

    def placed(self, finding: Finding) -> Finding:
        """Return a finding at its cell; at the sheet of the calculation where it has none."""
        spoken = finding.place.partition(": ")[0]
        cell = self._cells.get(_spoken(spoken))
        of = f" of {self._of}" if self._of and cell is None else ""
        place = cell or self._sheet
        return replace(finding, place=place, message=f"{finding.place}{of}: {finding.message}")

    def refused(self, error: Malformed) -> list[Finding]:
        """Return what the engine refused, each at its cell."""
        if error.findings:
            return [self.placed(each) for each in error.findings]
        spoken, _, said = error.message.partition(": ")
        if _spoken(spoken) not in self._cells:
            spoken, said = error.about, error.message
        return [self.placed(Finding(error.code, spoken, said))]

    def _known(self, period: Period | None) -> Iterator[tuple[_Spoken, str]]:
        """Yield the cells, those that count last: steps, then tables, then what was typed."""
        filled, counted = self._filled, self._counted()
        sheet = filled.sheets[self._sheet]
        for (symbol, members), cells in calculation_on(sheet, period).cells.items():
            yield (symbol, _counted(counted, members)), sheet.place(*cells[0])
        plan = filled.sheets[PLAN]
        for table in filled.definition.tables:
            row = row_of_lookup(plan, table.symbol)
            if row is not None:
                yield (table.symbol, frozenset()), plan.place(row, 0)
        sets = {each.symbol: each.sets for each in filled.definition.parameters}
        for (of, symbol, place), cell in filled.cells.items():
            if of in ("", self._of):
                yield (symbol, _counted(counted, members_of(sets[symbol], place))), cell

    def _counted(self) -> Mapping[str, str]:
        """Return how the engine says a member: by its name if it knows it, else by its number."""
        named = {each.name for each in self._filled.definition.indexes if each.members}
        return {
            f"{name} = {member}": f"{name} {member if name in named else at}"
            for name, members in self._filled.members.items()
            for at, member in enumerate(members, start=1)
        }


def _counted(counted: Mapping[str, str], members: Members) -> frozenset[str]:
    return frozenset(counted.get(each, each) for each in members)


def _spoken(text: str) -> _Spoken:
    symbol, *members = text.split(", ")
    return symbol, frozenset(members)
