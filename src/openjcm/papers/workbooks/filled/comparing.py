"""A read workbook worked by the engine, and where its own numbers are others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openjcm.measure import Finding, Malformed
from openjcm.measure.period import Period
from openjcm.methodology import Calculation, Definition, StepKind, work
from openjcm.methodology.language.nodes import names_in
from openjcm.methodology.vintages import WorkedVintage, credits_of
from openjcm.papers.workbooks.filled.cells import Cell, Sheet
from openjcm.papers.workbooks.filled.found_tables import TableFound, tables_on
from openjcm.papers.workbooks.filled.reading import Filled
from openjcm.papers.workbooks.order import period_text
from openjcm.papers.workbooks.sheets.layout import PLAN_CALCULATION, REPORT_CALCULATION
from openjcm.papers.workbooks.words_of_sheets import say

# A binary float holds fifteen to sixteen digits; sums of many lose a few of them.
DIGITS_ALIKE = Decimal("1e-12")
_DIFFERENCES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell whose own number is not the engine's; ``there`` is what the sheet shows."""

    place: str
    symbol: str
    member: str
    there: str
    worked: Decimal


@dataclass(frozen=True, slots=True)
class VintageResult:
    """What a vintage comes to; ``credits`` is None where digits do not tell the whole tonne."""

    period: Period
    calculation: Calculation
    credits: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine makes of a workbook, and where the workbook says otherwise."""

    filled: Filled
    estimate: Calculation | None
    vintages: tuple[VintageResult, ...]
    differences: tuple[Difference, ...]
    is_cut: bool

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What looked implausible, in any vintage or the plan."""
        told = [
            WorkedVintage(str(each.period.first.year), each.calculation, each.credits).warnings
            for each in self.vintages
        ]
        told += [self.estimate.warnings] if self.estimate else []
        return tuple(finding for each in told for finding in each)


def outcome_of(filled: Filled) -> Outcome:
    """Work a filled workbook by the engine, and compare.

    Raises:
        Malformed: the values cannot be worked, or nothing is filled in.
    """
    if filled.estimate is None and not filled.vintages:
        raise Malformed(
            "nothing is filled in: type values into the blue cells of MPS(input) or MRS(input)",
            code="workbook-empty",
        )
    definition = filled.definition
    estimate = work(definition, filled.estimate) if filled.estimate is not None else None
    worked = ((each.period, work(definition, each.values)) for each in filled.vintages)
    vintages = tuple(VintageResult(period, each, credits_of(each)) for period, each in worked)
    columns = [(PLAN_CALCULATION, "estimate", estimate)] if estimate else []
    columns += [
        (REPORT_CALCULATION, period_text(each.period), each.calculation) for each in vintages
    ]
    differences: list[Difference] = []
    for sheet, title, calculation in columns:
        differences += _differences(filled, filled.sheets[sheet], title, calculation)
    shown = tuple(differences[:_DIFFERENCES_SHOWN])
    return Outcome(filled, estimate, vintages, shown, len(differences) > len(shown))


def _differences(
    filled: Filled, sheet: Sheet, title: str, calculation: Calculation
) -> Iterator[Difference]:
    worked = _by_row(filled, calculation)
    scale = _scale(filled.definition, calculation)
    whole = {say(each, "credits-label") for each in ("en", "ja")}
    for table in tables_on(sheet):
        column = _column(table, title)
        if column is None:
            continue
        for row in table.rows:
            symbol, member = table.text(row, "parameters"), table.text(row, "member")
            place, there = sheet.place(row, column), sheet.cell(row, column)
            ours = worked.get((symbol, _key(member)))
            if symbol in whole:
                whole_ours = credits_of(calculation)
                if whole_ours is not None and there != whole_ours:
                    yield Difference(place, symbol, "", _text(there), Decimal(whole_ours))
            elif ours is not None and not _alike(there, ours, scale[symbol]):
                yield Difference(place, symbol, member, _text(there), ours)


def _by_row(
    filled: Filled, calculation: Calculation
) -> Mapping[tuple[str, frozenset[str]], Decimal]:
    """Return every value by its symbol and the members it is of, as the sheet names them."""
    members = filled.members
    found: dict[tuple[str, frozenset[str]], Decimal] = {}
    for line in calculation.lines:
        places: list[tuple[str, ...]] = [()]
        for name in line.sets:
            names = members.get(name) or calculation.members.names.get(name, ())
            places = [(*place, f"{name} = {each}") for place in places for each in names]
        for place, value in zip(places, line.values, strict=True):
            found[line.symbol, frozenset(place)] = value
    return found


def _scale(definition: Definition, calculation: Calculation) -> Mapping[str, Decimal]:
    """Return the largest operand of each step's formula: what floats are exact against."""
    sizes = {each.parameter.symbol: _largest(each.values) for each in calculation.inputs} | {
        each.symbol: _largest(each.values) for each in calculation.lines
    }
    scale: dict[str, Decimal] = {}
    lines = iter(calculation.lines)
    for formula in definition.formulas:
        operands = [sizes[name] for name in names_in(formula.tree)]
        for line in lines:
            scale[line.symbol] = max(_largest(line.values), *operands, Decimal(0))
            if line.kind is StepKind.RESULT:
                break
    return scale


def _largest(values: Sequence[object]) -> Decimal:
    numbers = (abs(each) for each in values if isinstance(each, Decimal))
    return max(numbers, default=Decimal(0))


def _alike(there: Cell, ours: Decimal, scale: Decimal) -> bool:
    return isinstance(there, Decimal) and abs(there - ours) <= scale * DIGITS_ALIKE


def _column(table: TableFound, title: str) -> int | None:
    """Return the column of a period, or of the plan's estimate, by its header."""
    cells: Sequence[Cell] = table.sheet.rows[table.header]
    if title == "estimate":
        return table.columns.get("estimate")
    return next((at for at, cell in enumerate(cells) if cell == title), None)


def _key(member: str) -> frozenset[str]:
    pairs = (each.partition("=") for each in member.split(";") if each.strip())
    return frozenset(f"{name.strip()} = {of.strip()}" for name, _, of in pairs)


def _text(there: Cell) -> str:
    if isinstance(there, Decimal):
        return f"{there.normalize():f}"
    return "" if there is None else str(there)
