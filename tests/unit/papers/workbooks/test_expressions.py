"""Trees as formulas of cells, against formulas written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

import pytest

from openjcm.measure import Basis, unit
from openjcm.methodology import Kind, LookupTable
from openjcm.methodology.definition import Closed, Known, Row
from openjcm.methodology.language.nodes import Call
from openjcm.methodology.language.parser import parse
from openjcm.papers.workbooks.sheets.expressions import Names, Writer
from openjcm.papers.workbooks.sheets.tables import TableCells

KNOWN = Known(Basis.ILLUSTRATIVE, "made up")
CELLS = MappingProxyType({"A": "E10", "B": "E11", "START": "E12", "FUEL": "E13"})
NAMES = Names(
    {**dict.fromkeys(CELLS, ()), "X": ("year",)},
    {"START": Kind.DAY, "FUEL": Kind.CHOICE},
    frozenset({"year"}),
)


@dataclass(frozen=True)
class _Sheet:
    """Single cells by symbol, and a series X from E20 on."""

    table_asked: TableCells | None = None

    def cell(self, symbol: str, place: Mapping[str, int]) -> str:
        return f"E{20 + place['year']}" if symbol == "X" else CELLS[symbol]

    def gathered(self, _call: Call, _place: Mapping[str, int]) -> str | None:
        return None

    def series(self, _call: Call, _place: Mapping[str, int]) -> str:
        return "E20:E23"

    def table(self, _symbol: str) -> TableCells:
        assert self.table_asked, "no table was expected"
        return self.table_asked


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("A - B - 1", "E10-E11-1"),
        ("A - (B - 1)", "E10-(E11-1)"),
        ("A / (B * 2)", "E10/(E11*2)"),
        ("A * B / 2", "E10*E11/2"),
        ("(A + B) * 2", "(E10+E11)*2"),
        ("(1 - A) ^ 2", "(1-E10)^2"),
        ("A ^ 0", "(E10*0+1)"),
        ("A ^ B", "IF(E10>0,E10^E11,NA())"),
        ("exp(0 - A)", "EXP(0-E10)"),
        ("min(A, B, 3)", "MIN(E10,E11,3)"),
        ("sum(X)", "SUM(E20:E23)"),
        ("mean(X)", "AVERAGE(E20:E23)"),
        ("case when A > B then A else B end", "IF(E10>E11,E10,E11)"),
        (
            "case when A > 1 then 1 when A > 0 then 2 else 3 end",
            "IF(E10>1,1,IF(E10>0,2,3))",
        ),
        ('case when FUEL = "gas" then 1 else 0 end', 'IF(E13="gas",1,0)'),
        ('case when START >= "2013-01-01" then 1 else 0 end', "IF(E12>=DATE(2013,1,1),1,0)"),
        ("case when A > 0 and B > 0 then 1 else 0 end", "IF(AND(E10>0,E11>0),1,0)"),
        ("case when not A > 0 then 1 else 0 end", "IF(NOT(E10>0),1,0)"),
        (
            "case when B > 0 and A / B > 2 then 1 else 0 end",
            "IF(IF(ISERROR(E11>0),IF(E10/E11>2,E11>0,FALSE),IF(E11>0,E10/E11>2,FALSE)),1,0)",
        ),
    ],
)
def test_a_tree_is_written_as_a_person_would(text: str, formula: str) -> None:
    """Brackets where they are needed, and what decides alone decides beside an error."""
    assert Writer(NAMES, _Sheet()).formula(parse(text), {}) == formula


@pytest.mark.parametrize(("year", "formula"), [(0, "E10*2"), (2, "E21*2")])
def test_what_goes_back_takes_the_cell_before(year: int, formula: str) -> None:
    """At the first place what the formula says of it."""
    assert Writer(NAMES, _Sheet()).formula(parse("previous(X, A) * 2"), {"year": year}) == formula


@pytest.mark.parametrize(
    ("closed", "starts", "ends"),
    [
        (Closed.LEFT, "(S<=E10)", "(E10<T)"),
        (Closed.RIGHT, "(S<E10)", "(E10<=T)"),
    ],
)
def test_the_ends_of_intervals_belong_where_the_table_says(
    closed: Closed, starts: str, ends: str
) -> None:
    """Closed on the left or on the right; a blank end is none; outside is an error."""
    table = LookupTable(
        symbol="COP",
        unit=unit("1"),
        says="x",
        known=KNOWN,
        kind=Kind.NUMBER,
        key=unit("kW"),
        closed=closed,
        rows=(Row(Decimal(5), Decimal(0), Decimal(300)),),
    )
    sheet = _Sheet(TableCells(table, "S", "T", "V"))

    hit = f'((S="")+{starts}>0)*((T="")+{ends}>0)*(V<>"")'
    assert Writer(NAMES, sheet).formula(parse("lookup(COP, A)"), {}) == (
        f"IF(SUMPRODUCT({hit})=0,NA(),SUMPRODUCT({hit}*V))"
    )
