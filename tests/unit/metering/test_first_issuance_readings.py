"""The reconstructed readings of the rehearsal: their form, their label and what they come to."""

import gzip
import runpy
import shutil
import tomllib
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from rehearsal_readings import readings

from openjcm.measure.basis import Basis
from openjcm.metering import Plan, Summary, plan_from, summarise

FOLDER = Path(str(files("openjcm") / "stories" / "first_issuance"))
ORACLE = Path(__file__).with_name("independent_first_issuance.py")
WH_PER_MWH = 10**6


def _parameters() -> dict[str, Any]:
    text = (FOLDER / "parameters.toml").read_text(encoding="utf-8")
    projects: dict[str, Any] = tomllib.loads(text, parse_float=Decimal)["project"]
    return projects


def _plan(project: str) -> Plan:
    return plan_from(_parameters()[project]["plan"], place=project)


def _summary(project: str) -> Summary:
    return summarise([FOLDER / "readings" / f"{project}.csv.gz"], _plan(project))


@pytest.fixture
def independent(tmp_path: Path) -> list[dict[str, Any]]:
    """What the script that does not know openjcm makes of the same files."""
    for path in (FOLDER / "parameters.toml", *(FOLDER / "readings").glob("*.csv.gz")):
        shutil.copy(path, tmp_path)
    rows: list[dict[str, Any]] = runpy.run_path(str(ORACLE))["results"](tmp_path)
    return rows


def test_quantities_are_those_of_an_independent_script(independent: list[dict[str, Any]]) -> None:
    """Two ways from the same registers come to the same Wh."""
    ours = {
        (project, quantity.year): Decimal(quantity.amount) / WH_PER_MWH
        for project in ("BD002", "BD004")
        for quantity in _summary(project).quantities
    }

    assert ours == {(row["project"], row["year"]): row["EC"] for row in independent}


def test_tonnes_and_shares_are_those_the_readings_were_chosen_for(
    independent: list[dict[str, Any]],
) -> None:
    """Chosen so, and not found: see the README beside the readings."""
    told = [(row["project"], row["year"], row["credits"], row["goj"]) for row in independent]

    assert told == [
        ("BD002", 2017, 49, 25),
        ("BD002", 2018, 60, 30),
        ("BD002", 2019, 35, 18),
        ("BD004", 2016, 65, 33),
        ("BD004", 2017, 112, 56),
        ("BD004", 2018, 112, 56),
        ("BD004", 2019, 66, 33),
    ]


def test_no_result_hangs_on_a_last_digit(independent: list[dict[str, Any]]) -> None:
    """Each fraction of a tonne that is cut off lies between 0.2 and 0.8."""
    fractions = [Fraction(row["ER"]) % 1 for row in independent]

    assert all(Fraction(1, 5) < fraction < Fraction(4, 5) for fraction in fractions)


@pytest.mark.parametrize(("project", "days", "months"), [("BD002", 883, 29), ("BD004", 1156, 38)])
def test_the_readings_are_of_every_quarter_hour_and_without_fault(
    project: str, days: int, months: int
) -> None:
    """Ninety-six a day, and one at the end of the period."""
    summary = _summary(project)

    assert summary.fault_counts == ()
    assert summary.files[0].rows == days * 96 + 1
    assert _plan(project).period.months == months


@pytest.mark.parametrize("project", ["BD002", "BD004"])
def test_the_documented_generator_makes_the_same_readings(project: str) -> None:
    """From the monthly registers, which they stand at to the last Wh."""
    months = FOLDER / "months" / f"{project}.csv"
    made = readings(months)

    kept = gzip.decompress((FOLDER / "readings" / f"{project}.csv.gz").read_bytes()).decode()
    assert made == kept
    assert set(months.read_text(encoding="utf-8").splitlines()) <= set(kept.splitlines())


def test_every_value_says_that_it_is_reconstructed() -> None:
    """Nothing in the folder may pass for project data."""
    for case in _parameters().values():
        assert case["readings_basis"] == Basis.RECONSTRUCTED
        assert all(entry["basis"] == Basis.RECONSTRUCTED for entry in case["fixed"].values())
        assert all(entry["note"] for entry in case["fixed"].values())
    for name in ("parameters.toml", "README.md"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        assert "RECONSTRUCTED \N{EN DASH} NOT PROJECT DATA" in text
