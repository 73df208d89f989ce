"""A formula that gathers what it gave the year before: LibreOffice, the engine and a hand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from openjcm.measure.period import Period
from openjcm.methodology import read_definition
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.asking import Chosen, ordered
from openjcm.papers.workbooks.filled.comparing import outcome_of
from openjcm.papers.workbooks.filled.reading import read_workbook
from openjcm.papers.workbooks.sheets.writing import write_workbook
from told.libreoffice import converted
from unit.methodology.conftest import SOUND

_KNOWN = 'says = "x"\nevidence = "illustrative"\nsource = "made up"\n'
BACK = (
    SOUND.replace('per = "pump"', 'per = ["pump", "year"]')
    .replace('is = "sum(EC * GAIN) * EF"', 'is = "sum(sum(LEFT over pump)) * EF * GAIN"')
    .replace('is = "sum(EC) * EF"', 'is = "0 * sum(sum(EC over pump)) * EF"')
    .replace(
        "[[formula]]\n",
        '[[formula]]\ngives = "LEFT"\nunit = "MWh"\n'
        f'is = "EC + mean(previous(LEFT, EC - EC) over pump)"\n{_KNOWN}[[formula]]\n',
        1,
    )
    + '\n[index.year]\nordered = true\nsays = "Years"\n'
)
VALUES: dict[str, Given] = {
    "EC": [[Decimal(10), Decimal(20)], [Decimal(30), Decimal(40)]],
    "EF": Decimal("0.5"),
}


def test_what_is_gathered_from_the_year_before_is_the_same_in_a_sheet(tmp_path: Path) -> None:
    """Year 1: 10 and 30, mean 20. Year 2: 20 + 20 and 40 + 20. Sum 140, times 0.5 and 1.5: 105."""
    definition = read_definition(BACK, place="made up")
    order, worked = ordered(
        Chosen(definition, "Draft"),
        members={},
        periods=(Period(date(2020, 1, 1), date(2020, 12, 31)),),
        estimated=VALUES,
        measured=[VALUES],
    )
    path = tmp_path / "back.xlsx"
    path.write_bytes(write_workbook(order, shown=-1))

    (saved,) = converted([path], tmp_path / "out")
    outcome = outcome_of(read_workbook(saved, definition))

    assert worked[0] is not None
    assert worked[0].value("ER") == Decimal(105)
    assert not outcome.differences
    assert [each.credits for each in outcome.vintages] == [105]
