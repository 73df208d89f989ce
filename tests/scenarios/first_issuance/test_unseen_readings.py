"""Readings nobody has seen: random registers and parameters against plain decimals.

Slow, because each test plays the whole story on PostgreSQL.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, localcontext
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from openjcm.store.database import Database, reader
from openjcm.stories.outcome import outcome
from openjcm.stories.thread import desk, play_story

pytestmark = pytest.mark.slow

FOLDER = Path(str(files("openjcm.stories"))) / "first_issuance"
PARAMETERS = (FOLDER / "parameters.toml").read_text(encoding="utf-8")
Fixed = dict[str, Decimal]


def expected(folder: Path, fixed: Fixed) -> dict[str, dict[int, int]]:
    """Work out the credits of each project and year without openjcm."""
    credits_: dict[str, dict[int, int]] = {}
    for project in ("BD002", "BD004"):
        wh = defaultdict[int, int](int)
        rows = list(csv.DictReader((folder / f"{project}.csv").read_text("utf-8").splitlines()))
        readings = sorted(
            (datetime.fromisoformat(r["read_at"]), int(r["register_wh"])) for r in rows
        )
        for (since, low), (_, high) in pairwise(readings):
            wh[since.year] += max(high - low, 0)
        with localcontext(prec=60):
            for year, amount in wh.items():
                mwh = Decimal(amount) / 10**6
                if project == "BD002":
                    gain = fixed["COP_PJ"] / fixed["COP_RE"] - 1
                    tonnes = mwh * gain * fixed["EF"]
                else:
                    tonnes = mwh * fixed["EF_RE"]
                credits_.setdefault(project, {})[year] = max(int(tonnes), 0)
    return credits_


def months(project: str) -> Iterator[str]:
    """Yield the instants of the story's readings."""
    text = (FOLDER / f"months/{project}.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield row["read_at"]


def write_registers(folder: Path, chance: random.Random, *, most: int = 10**8) -> None:
    """Write random registers in random order; one of the meters is replaced once."""
    for project, meter in (("BD002", "BD002-EC-1"), ("BD004", "BD004-EG-1")):
        instants = list(months(project))
        replaced = chance.randrange(5, len(instants)) if project == "BD004" else len(instants)
        register, rows = chance.randrange(10**10, 10**11), []
        for number, instant in enumerate(instants):
            if number == replaced:
                register = chance.randrange(10**6)
            rows.append(f"{meter},{instant},{register}")
            register += chance.randrange(most)
        chance.shuffle(rows)
        text = "\n".join(["meter,read_at,register_wh", *rows, ""])
        (folder / f"{project}.csv").write_text(text, encoding="utf-8")


def write_parameters(folder: Path, fixed: Fixed) -> None:
    """Write the story's parameters with other values."""
    text = PARAMETERS
    for symbol, value in fixed.items():
        listed = symbol != "EF"
        given = f"value = [{value}]" if listed else f"value = {value}"
        text, count = re.subn(rf"(fixed\.{symbol}\]\n)value = .*", rf"\g<1>{given}", text)
        assert count == 1, symbol
    (folder / "parameters.toml").write_text(text, encoding="utf-8")


def bundled_values() -> Fixed:
    """Return the story's own parameters."""
    return {
        "COP_PJ": Decimal("6.42"),
        "COP_RE": Decimal("5.67"),
        "EF": Decimal("0.67"),
        "EF_RE": Decimal("0.533"),
    }


def played(database: Database, folder: Path) -> dict[str, Any]:
    """Play the story on a folder and return its outcome."""
    return outcome(reader(), play_story("first-issuance", desk(database), readings=folder))


def check(said: dict[str, Any], wanted: dict[str, dict[int, int]]) -> None:
    """Compare every year, project and total, and what each side was notified of and issued."""
    told = {
        project["id"]: {each["year"]: each["credits"] for each in project["vintages"]}
        for project in said["projects"]
    }
    assert told == wanted
    total = goj = 0
    for project in said["projects"]:
        years = wanted[project["id"]]
        shares = {year: (amount + 1) // 2 for year, amount in years.items()}
        assert {each["year"]: each["goj"] for each in project["vintages"]} == shares
        assert project["notified"] == sum(years.values())
        assert project["goj"] == sum(shares.values())
        total, goj = total + sum(years.values()), goj + sum(shares.values())
    assert (said["total_notified"], said["goj_total"]) == (total, goj)
    letters = {each["side"]: each for each in said["notifications"]}
    assert {side: each["notified"] for side, each in letters.items()} == {
        side: amount for side, amount in (("JP", goj), ("BD", total - goj)) if amount
    }
    assert all(each["issued"] == each["notified"] for each in letters.values())


@pytest.mark.parametrize("seed", range(4))
def test_random_registers_give_what_plain_decimals_give(
    database: Database, tmp_path: Path, seed: int
) -> None:
    """Whole tonnes, Japan's half and all totals, from registers nobody has seen."""
    write_registers(tmp_path, random.Random(seed))  # noqa: S311 - the same readings on every machine

    said = played(database, tmp_path)

    check(said, expected(tmp_path, bundled_values()))
    assert said["partnership"].startswith("BD-R-")
    kinds = [fault["kind"] for fault in said["projects"][1]["faults"]]
    assert kinds.count("reset") == 1


@pytest.mark.parametrize("seed", range(100, 103))
def test_random_parameters_give_what_plain_decimals_give(
    database: Database, tmp_path: Path, seed: int
) -> None:
    """Other efficiencies and factors, read as exact decimals."""
    chance = random.Random(seed)  # noqa: S311 - the same readings on every machine
    fixed = {
        "COP_PJ": Decimal(chance.randrange(500, 900)) / 100,
        "COP_RE": Decimal(chance.randrange(400, 700)) / 100,
        "EF": Decimal(chance.randrange(3000, 9000)) / 10**4,
        "EF_RE": Decimal(chance.randrange(300, 900)) / 1000,
    }
    write_registers(tmp_path, chance)
    write_parameters(tmp_path, fixed)

    check(played(database, tmp_path), expected(tmp_path, fixed))


def test_a_chiller_worse_than_its_reference_gets_nothing(
    database: Database, tmp_path: Path
) -> None:
    """NEGATIVE_REDUCTIONS: 0 in every year of one project; the other is issued as ever."""
    fixed = {**bundled_values(), "COP_PJ": Decimal("4.5")}
    write_registers(tmp_path, random.Random(7))  # noqa: S311 - as above
    write_parameters(tmp_path, fixed)

    said = played(database, tmp_path)

    check(said, expected(tmp_path, fixed))
    assert said["projects"][0]["notified"] == 0
    assert said["projects"][1]["notified"] > 0
    assert said["projects"][0]["published"]["notified"] == 144
    assert not said["agrees"]
    assert not said["projects"][0]["agrees"]


def test_registers_that_stand_still_give_nothing(database: Database, tmp_path: Path) -> None:
    """No energy, no tonne: every figure is 0 and nothing is issued."""
    write_registers(tmp_path, random.Random(8), most=1)  # noqa: S311 - as above

    said = played(database, tmp_path)

    check(said, expected(tmp_path, bundled_values()))
    assert (said["total_notified"], said["goj_total"], said["blocks"]) == (0, 0, [])


def test_the_same_readings_with_other_parameters_are_another_rehearsal(
    database: Database, tmp_path: Path
) -> None:
    """Each input has its own partnership; the same input has the same one."""
    write_registers(tmp_path, random.Random(9))  # noqa: S311 - as above
    write_parameters(tmp_path, bundled_values())
    first = played(database, tmp_path)
    write_parameters(tmp_path, {**bundled_values(), "EF": Decimal("0.68")})
    second = played(database, tmp_path)
    write_parameters(tmp_path, bundled_values())
    third = played(database, tmp_path)

    assert len({first["partnership"], second["partnership"]}) == 2
    assert third["partnership"] == first["partnership"]
    assert third == first


def test_readings_of_ones_own_are_illustrative_unless_they_are_called_reconstructed(
    database: Database, tmp_path: Path
) -> None:
    """Only who chose readings to fit may say so; what they are called belongs to the input."""
    write_registers(tmp_path, random.Random(9))  # noqa: S311 - as above
    first = played(database, tmp_path)
    (tmp_path / "parameters.toml").write_text(PARAMETERS, encoding="utf-8")

    second = played(database, tmp_path)

    assert (first["basis"], second["basis"]) == ("illustrative", "reconstructed")
    assert second["partnership"] != first["partnership"]


def test_what_is_not_called_anything_is_illustrative(database: Database, tmp_path: Path) -> None:
    """Neither readings nor values become firmer because nobody said what they are."""
    write_registers(tmp_path, random.Random(10))  # noqa: S311 - as above
    silent = re.sub(r"(?m)^(readings_)?basis = .*\n", "", PARAMETERS)
    (tmp_path / "parameters.toml").write_text(silent, encoding="utf-8")

    said = played(database, tmp_path)

    assert {project["basis"] for project in said["projects"]} == {"illustrative"}
    assert {each["basis"] for each in said["projects"][1]["conservation"]} == {"illustrative"}
    assert {each["basis"] for each in said["projects"][1]["faults"]} == {"illustrative"}


def test_the_share_is_that_of_the_projects_own_funding(database: Database, tmp_path: Path) -> None:
    """FINANCING_SHARE: seven tenths of each year of one project, one half of the other's."""
    write_registers(tmp_path, random.Random(11))  # noqa: S311 - as above
    funding = (
        "\n[project.BD002.funding]\nprogramme = 'Financing Programme for JCM Model Projects'\n"
        "minimum_share = '7/10'\nrounding_reading = '0001'\n"
    )
    (tmp_path / "parameters.toml").write_text(PARAMETERS + funding, encoding="utf-8")

    chiller, hybrid = played(database, tmp_path)["projects"]

    credits_ = expected(tmp_path, bundled_values())
    assert {each["year"]: each["goj"] for each in chiller["vintages"]} == {
        year: -(-amount * 7 // 10) for year, amount in credits_["BD002"].items()
    }
    assert {each["year"]: each["goj"] for each in hybrid["vintages"]} == {
        year: (amount + 1) // 2 for year, amount in credits_["BD004"].items()
    }
    assert (chiller["funding"]["minimum_share"], chiller["funding"]["basis"]) == (
        "7/10",
        "illustrative",
    )
    assert (hybrid["funding"]["minimum_share"], hybrid["funding"]["basis"]) == ("1/2", "published")


def test_a_factor_in_another_unit_gives_the_same_tonnes(database: Database, tmp_path: Path) -> None:
    """0.67 kg per kWh is 0.67 t per MWh."""
    write_registers(tmp_path, random.Random(12))  # noqa: S311 - as above
    text = PARAMETERS.replace(
        'value = 0.67\nunit = "tCO2e/MWh"', 'value = 0.67\nunit = "kgCO2e/kWh"'
    )
    assert text != PARAMETERS
    (tmp_path / "parameters.toml").write_text(text, encoding="utf-8")

    check(played(database, tmp_path), expected(tmp_path, bundled_values()))
