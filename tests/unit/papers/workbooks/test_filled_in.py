"""A workbook filled in by hand: LibreOffice opens it, values are typed, it is saved and read."""

from pathlib import Path

import openpyxl

from openjcm.papers.workbooks.asking import chosen, ordered
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.libreoffice import typed_into
from unit.papers.workbooks.conftest import WHOLE, cell_of

REPORT, PLAN, CALCULATION = "MRS(input)", "MPS(input)", "MRS(calc_process)"
MEASURED = ["300.1", "150.25", "310", "150.25", "200.5", "150.25"]
FIXED = ["6.05", "5.9", "4.92", "4.92", "0.67"]
# Worked by hand: (300.1 x 6.05/4.92 + 150.25 x 5.9/4.92 - 450.35) x 0.67 = 66.23…, and so on.
CREDITS = [66, 67, 50]


def test_what_a_person_types_gives_the_credits_of_the_engine(tmp_path: Path) -> None:
    """An empty workbook, eleven numbers typed, saved; its own results and ours are the same."""
    blank = tmp_path / "blank.xlsx"
    order, _ = ordered(
        chosen("OJ_cop_ratio_ver1"),
        members={"chiller": ["No. 1", "No. 2"]},
        periods=tuple(part for _, part in WHOLE.by_year()),
    )
    blank.write_bytes(write_workbook(order))
    sheets = openpyxl.load_workbook(blank)
    measured = [cell_of(sheets[REPORT], "Monitored Values", row=1 + at) for at in range(6)]
    # The headers of Table 2 are those under which COP_PJ stands first.
    first = next(
        cell.row for line in sheets[PLAN].iter_rows() for cell in line if cell.value == "COP_PJ"
    )
    column = cell_of(sheets[PLAN], "Estimated Values")[0]
    fixed = [f"{column}{first + at}" for at in range(5)]

    refused = typed_into(
        blank,
        tmp_path / "filled.xlsx",
        {
            REPORT: dict(zip(measured, MEASURED, strict=True)),
            PLAN: dict(zip(fixed, FIXED, strict=True)),
            CALCULATION: {"E12": "1000"},
        },
    )
    outcome = outcome_of(read_workbook(tmp_path / "filled.xlsx"))

    # Nobody types credits: the calculation is protected.
    assert refused == [f"{CALCULATION}!E12"]
    assert [each.credits for each in outcome.vintages] == CREDITS
    assert not outcome.differences
