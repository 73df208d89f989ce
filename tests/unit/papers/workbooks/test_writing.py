"""A workbook as a file: what may be typed, where its names point, what stands on each sheet."""

import io
import re
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from openjcm.measure.period import Period
from openjcm.methodology import all_definitions, all_templates
from openjcm.methodology.working.inputs import Given
from openjcm.papers.record_text.headings import heading_words
from openjcm.papers.workbooks.asking import chosen, ordered, workbook
from openjcm.papers.workbooks.sheets.styles import DOUBT_COLOUR, INPUT_COLOUR
from openjcm.papers.workbooks.sheets.writing import write_workbook
from unit.papers.workbooks.conftest import WHOLE, values

PERIOD = Period(date(2017, 1, 1), date(2017, 12, 31))
DAY = date(2026, 11, 27)
VINTAGES = tuple(part for _, part in WHOLE.by_year())
PLAN, REPORT, CALCULATION = "MPS(input)", "MRS(input)", "MRS(calc_process)"
_VALUES = re.compile(r"(Estimated|Monitored) Values$|From|To( |$)|Option$|Since$|Value \[")


def _book(definition_id: str, language: str = "en", **asked: Any) -> openpyxl.Workbook:  # noqa: ANN401 - as ordered takes it
    order, worked = ordered(chosen(definition_id), **{"members": {}, "periods": VINTAGES, **asked})
    written = write_workbook(order, language=language, worked=worked)
    return openpyxl.load_workbook(io.BytesIO(written))


@pytest.fixture(scope="module")
def chillers() -> openpyxl.Workbook:
    """Two chillers over three vintages, each measured otherwise."""
    return _book(
        "OJ_cop_ratio_ver1",
        members={"chiller": ["No. 1", "No. 2"]},
        estimated=values("347.2"),
        measured=[values("300.1"), values("310"), values("200.5")],
    )


def test_a_workbook_of_one_day_is_the_same_byte_by_byte() -> None:
    """The second in which it is written is nowhere in it; one of another day is another."""
    order, worked = ordered(chosen("BD_AM002_ver01.0"), members={}, periods=(PERIOD,))
    first = workbook(order, worked, "en", made_on=DAY).content
    time.sleep(1.1)  # files tell time in whole seconds

    assert workbook(order, worked, "en", made_on=DAY).content == first
    assert workbook(order, worked, "en", made_on=date(2026, 11, 28)).content != first


@pytest.mark.parametrize(
    "definition_id", [each.id for each in (*all_definitions(), *all_templates())]
)
def test_whatever_is_typed_for_the_calculation_is_checked(definition_id: str) -> None:
    """Every blue cell under the headers of a value, those of tables to be looked up too."""
    book = _book(definition_id)

    for name in (PLAN, REPORT):
        blue = set(_blue_values(book[name]))
        checked = {
            cell
            for each in book[name].data_validations.dataValidation
            for of in each.sqref.ranges
            for cell in of.cells
        }
        assert blue <= checked
    assert blue


def _blue_values(sheet: Worksheet) -> Iterator[tuple[int, int]]:
    """Yield the blue cells of the columns of values."""
    headed: set[int] = set()
    for line in sheet.iter_rows():
        here = {cell.column for cell in line if _VALUES.match(str(cell.value))}
        headed = here or headed
        for cell in line:
            if cell.column in headed and cell.fill.fgColor.rgb == f"FF{INPUT_COLOUR[1:]}":
                yield cell.row, cell.column


def test_cells_take_what_their_kind_is_and_say_it(chillers: openpyxl.Workbook) -> None:
    """A number in its unit, with the range that is believed; one of three options beside it."""
    of = {str(each.sqref): each for each in chillers[REPORT].data_validations.dataValidation}
    number, option = of["E10"], of["G10"]

    assert (number.type, number.formula1) == ("custom", "ISNUMBER(E10)")
    assert number.prompt.startswith("EC_PJ in MWh. Believed without a second look: at least 0")
    assert number.error == "Type a number in MWh, no text and no formula."
    assert (option.type, option.formula1) == ("list", '"Option C"')


def test_what_is_seldom_seen_turns_yellow(chillers: openpyxl.Workbook) -> None:
    """The range of the definition, in the cell itself."""
    of = {
        str(each.sqref): rule
        for each in chillers[REPORT].conditional_formatting
        for rule in each.rules
    }

    assert set(of) == {f"E{row}" for row in range(10, 16)}
    (said,) = of["E13"].formula
    assert re.fullmatch(r"IF\(ISNUMBER\(E13\),OR\(E13<0,E13>\d+\),FALSE\)", said)
    assert of["E13"].dxf.fill.bgColor.rgb == f"FF{DOUBT_COLOUR[1:]}"


def test_names_point_at_the_cells_that_they_name(chillers: openpyxl.Workbook) -> None:
    """In the row of each stands its symbol, in its column the vintage."""
    found = {}
    for name, defined in chillers.defined_names.items():
        ((sheet, cells),) = defined.destinations
        block = chillers[sheet][cells.replace("$", "")]
        found[name] = block if isinstance(block, tuple) else ((block,),)
        symbol = name.removeprefix("MPS_") if name.startswith("MPS_") else name[9:]
        column = {REPORT: 3, PLAN: 2}.get(sheet, 1)
        for (cell,) in found[name]:
            assert chillers[sheet].cell(cell.row, column).value == symbol, name

    assert [cell.value for (cell,) in found["MRS_2018_EC_PJ"]] == [310, 150.25]
    assert [cell.value for (cell,) in found["MPS_COP_PJ"]] == [6.05, 5.9]
    ((er,),) = found["MRS_2019_ER"]
    assert chillers[CALCULATION].cell(8, er.column).value == "1/Jan/2019-31/Jul/2019"


def test_a_table_to_be_looked_up_has_a_name() -> None:
    """All its rows, from its first column to its last."""
    book = _book("OJ_chiller_ver1")

    ((sheet, cells),) = book.defined_names["MPS_COP_RE"].destinations
    block = book[sheet][cells.replace("$", "")]
    over = book[sheet][block[0][0].row - 1]

    assert [cell.value for cell in over[2:5]] == ["From [kW]", "To [kW]", "Value [1]"]
    assert (len(block), len(block[0])) == (6, 3)


def test_results_of_each_vintage_are_those_of_its_column(chillers: openpyxl.Workbook) -> None:
    """Table 2 of the report: the formulas of the second line look at the second column."""
    lines = [[cell.value for cell in line[3:5]] for line in chillers[REPORT]["A20:E23"]]

    assert lines == [
        *([f"='{CALCULATION}'!{at}11", f"='{CALCULATION}'!{at}12"] for at in "EFG"),
        [None, '=IF(COUNT(E20:E22)=3,SUM(E20:E22),"")'],
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("definition_id", ["BD_AM001_ver01.0", "OJ_chiller_ver1"])
def test_a_template_says_so_on_every_sheet(definition_id: str, language: str) -> None:
    """In red, under its title; and for which number it stands in."""
    book = _book(definition_id, language)

    own = chosen(definition_id).definition.id
    said = [sheet["A4"].value for sheet in book]
    heading = {"en": "Unofficial template", "ja": heading_words("ja", own)}[language]
    assert len(said) == 5
    assert all(each.startswith(heading) for each in said)
    assert all(("BD_AM001_ver01.0" in each) == (definition_id != own) for each in said)
    assert {sheet["A4"].font.color.rgb for sheet in book} == {"FFA30000"}


def test_headers_stay_in_sight_and_on_every_page() -> None:
    """A hundred chillers: the report and each calculation; the longer table of the plan."""
    book = _book("OJ_cop_ratio_ver1", members={"chiller": [str(at) for at in range(100)]})

    assert {each.title: each.freeze_panes for each in book} == {
        PLAN: None,
        "MPS(calc_process)": "C9",
        "MSS": None,
        REPORT: "A10",
        CALCULATION: "C9",
    }
    assert {each.title: each.print_title_rows for each in book} == {
        # Table 2, which has 201 rows.
        PLAN: "$113:$113",
        "MPS(calc_process)": "$8:$8",
        "MSS": None,
        REPORT: "$9:$9",
        CALCULATION: "$8:$8",
    }
    assert book[PLAN]["B113"].value == "Parameters"


def test_where_a_table_comes_from_is_said_once_and_whole() -> None:
    """Beside its rows, over the width of the other columns."""
    sheet = _book("OJ_fuel_efficiency_ipcc_ver1")[PLAN]

    (text,) = [
        cell
        for line in sheet.iter_rows()
        for cell in line
        if "2006 IPCC Guidelines for National" in str(cell.value)
    ]
    (block,) = [each for each in sheet.merged_cells.ranges if text.coordinate in each]
    assert (block.size["rows"], block.max_col) == (23, 11)


def test_whole_tonnes_say_whose_rounding_they_are(chillers: openpyxl.Workbook) -> None:
    """No key of ours, but the reading that it is."""
    sheet = chillers[CALCULATION]
    row = next(each for each in sheet.iter_rows() if each[0].value == "Whole tonnes")

    assert row[-1].value.startswith("a reading (our reading 0003, to be confirmed)")


def test_what_is_fixed_is_shown_before_anything_is_worked() -> None:
    """No estimate is made: the calculation of the plan shows what the plan fixes."""
    fixed: dict[str, Given] = {"COP_PJ": [Decimal(6)], "COP_RE": [Decimal(5)], "EF": Decimal(1)}
    order, worked = ordered(
        chosen("OJ_cop_ratio_ver1"),
        members={},
        periods=(PERIOD,),
        measured=[{"EC_PJ": [Decimal(1)], **fixed}],
    )
    written = io.BytesIO(write_workbook(order, worked=worked))
    sheet = openpyxl.load_workbook(written, data_only=True)["MPS(calc_process)"]

    shown = {line[0].value: line[4].value for line in sheet.iter_rows(min_row=16)}
    assert (shown["COP_PJ"], shown["EC_PJ"]) == (6, None)
