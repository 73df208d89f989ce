"""A staging that was broken off goes on, and makes the folder of one in one go."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from openjcm.measure.errors import Malformed
from openjcm.metering import (
    Plan,
    TakenOver,
    files_kept,
    resumable,
    stage_files,
    summarise_staged,
    taking_over,
)
from told.metering.broken_off import REGISTERS, ROWS, TEXTS, broken, manifest, put

Resume = Callable[[], TakenOver]
# Told: the step, then for each group its files as they are opened and its end.
THREE_GROUPS = 13


@pytest.fixture
def unbroken(folder: Path, plan: Plan, tmp_path: Path) -> Path:
    """Stage the files in one go."""
    stage_files([folder], plan, tmp_path / "unbroken")
    return tmp_path / "unbroken"


def _half(into: Path) -> Path:
    return into.with_name(f".{into.name}.half")


def test_in_one_go_it_is_as_by_hand(unbroken: Path) -> None:
    """Rows and sums are those of the files, and of the hour that came twice both readings stand."""
    said = json.loads(manifest(unbroken))["readings"]

    assert (said["rows"], said["sums"]["register"]) == (ROWS, str(REGISTERS))
    with duckdb.connect() as bench:
        readings = bench.read_parquet(str(unbroken / "readings" / "*.parquet"))
        of_night = readings.filter("register IN (20, 30)").order("instant")
        rows = of_night.project(
            "strftime(make_timestamp(instant), '%d %H:%M'), register"
        ).fetchall()
    assert rows == [("13 02:00", 20), ("13 03:00", 30)]
    assert [each.name for each in unbroken.parent.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("seed", range(3))
def test_broken_off_anywhere_it_comes_to_the_same(
    folder: Path, plan: Plan, tmp_path: Path, unbroken: Path, seed: int
) -> None:
    """However often, and wherever: the manifest with all its sums is that of one in one go."""
    # No secret hangs on it: where the runs break off.
    chance, into, breaks = random.Random(seed), tmp_path / "staged", 0  # noqa: S311 - see above

    while broken(folder, plan, into, chance.randint(1, 40 if breaks else 12)):
        breaks += 1

    assert breaks
    assert manifest(into) == manifest(unbroken)
    assert summarise_staged(into, plan) == summarise_staged(unbroken, plan)
    assert not _half(into).exists()


def test_what_was_read_is_not_read_again(
    folder: Path, plan: Plan, tmp_path: Path, unbroken: Path, resumed: Resume
) -> None:
    """It is said how many files were read before, and the folder is the same."""
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    kept, where = files_kept(tmp_path / "staged")
    assert (kept, where) == (6, tmp_path / ".staged.half")
    assert not (tmp_path / "staged").exists()

    assert resumed() == TakenOver(6, len(TEXTS))
    assert manifest(tmp_path / "staged") == manifest(unbroken)
    assert files_kept(tmp_path / "staged")[0] == 0


def test_a_changed_file_is_read_again_and_named(
    folder: Path, plan: Plan, tmp_path: Path, resumed: Resume
) -> None:
    """With the file beside it; the rest is taken over, and the sums are those of the new file."""
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    put(folder, "a.csv", "M,2018-01-01 00:00,2", "M,2018-02-01 00:00,10")

    assert resumed() == TakenOver(4, len(TEXTS), changed=("a.csv",))
    said = json.loads(manifest(tmp_path / "staged"))["readings"]
    assert said["sums"]["register"] == str(REGISTERS + 1)


@pytest.mark.parametrize("name", ["0.zip", "A.csv", "c2.csv", "z.csv"])
def test_a_file_that_comes_between_moves_the_others(
    folder: Path, plan: Plan, tmp_path: Path, resumed: Resume, name: str
) -> None:
    """Before them, within a group or behind: numbers of files and rows are as in one go."""
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    put(folder, name, "N,2018-12-01 00:00,10")

    taken = resumed()

    stage_files([folder], plan, tmp_path / "unbroken")
    assert manifest(tmp_path / "staged") == manifest(tmp_path / "unbroken")
    assert taken.files == (4 if name == "c2.csv" else 6)


def test_a_file_that_went_is_named(
    folder: Path, plan: Plan, tmp_path: Path, resumed: Resume
) -> None:
    """What stood in it is in no sum."""
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    (folder / "c.csv").unlink()

    assert resumed() == TakenOver(4, len(TEXTS) - 1, changed=("c.csv",))
    stage_files([folder], plan, tmp_path / "unbroken")
    assert manifest(tmp_path / "staged") == manifest(tmp_path / "unbroken")


def test_another_plan_takes_nothing_over(
    folder: Path, plan: Plan, tmp_path: Path, unbroken: Path, resumed: Resume
) -> None:
    """What was read under a plan of other decimals is dropped, and that is said."""
    first, second = plan.meters
    other = replace(plan, meters=(first, replace(second, digits=1)))
    assert broken(folder, other, tmp_path / "staged", THREE_GROUPS)

    assert resumed() == TakenOver(0, len(TEXTS), has_other_basis=True)
    assert manifest(tmp_path / "staged") == manifest(unbroken)


def test_other_software_takes_nothing_over(
    folder: Path,
    plan: Plan,
    tmp_path: Path,
    resumed: Resume,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A version that reads otherwise does not go on with what another one read."""
    with monkeypatch.context() as patched:
        patched.setattr(taking_over, "_software", lambda: "another")
        assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)

    assert resumed() == TakenOver(0, len(TEXTS), has_other_basis=True)


@pytest.mark.parametrize("harm", ["cut", "gone", "note"])
def test_what_is_not_whole_is_read_again(
    folder: Path, plan: Plan, tmp_path: Path, unbroken: Path, resumed: Resume, harm: str
) -> None:
    """A part cut short or gone, and a note that cannot be read, cost their group alone."""
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    group = _half(tmp_path / "staged") / "group-000002"
    match harm:
        case "cut":
            (group / "readings" / "part-0.parquet").write_bytes(b"PAR1")
        case "gone":
            (group / "readings" / "part-0.parquet").unlink()
        case _:
            (group / "note.json").write_text("{", encoding="utf-8")

    assert resumed() == TakenOver(4, len(TEXTS))
    assert manifest(tmp_path / "staged") == manifest(unbroken)


def test_large_parts_are_moved_and_not_written_again(
    folder: Path,
    plan: Plan,
    tmp_path: Path,
    unbroken: Path,
    resumed: Resume,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder has a part for each group then, and one for what was settled at the end."""
    monkeypatch.setattr(resumable, "SMALL_PART_BYTES", 1)
    assert broken(folder, plan, tmp_path / "staged", THREE_GROUPS)

    assert resumed().files == 6
    assert manifest(tmp_path / "staged") == manifest(unbroken)
    assert summarise_staged(tmp_path / "staged", plan) == summarise_staged(unbroken, plan)
    assert len(list((tmp_path / "staged" / "readings").iterdir())) == 6


def test_after_a_fault_is_corrected_only_its_group_is_read(
    folder: Path, plan: Plan, tmp_path: Path, unbroken: Path, resumed: Resume
) -> None:
    """All faults are named at once; sound groups stay read, the folder does not appear."""
    put(folder, "c.csv", "N,2018-01-01 00:00,five", "N,2018-03-01 00:00,6")
    put(folder, "h.csv", "N,yesterday,8")
    with pytest.raises(Malformed) as refusal:
        stage_files([folder], plan, tmp_path / "staged")
    found = [(each.rule, each.place) for each in refusal.value.findings]
    assert found == [
        ("not-an-instant", "h.csv row 1"),
        ("not-a-number", "c.csv row 2"),
    ]
    assert not (tmp_path / "staged").exists()

    for name in ("c.csv", "h.csv"):
        put(folder, name, *TEXTS[name])
    assert resumed() == TakenOver(5, len(TEXTS))
    assert manifest(tmp_path / "staged") == manifest(unbroken)


def test_one_reading_in_the_hour_that_comes_twice_is_refused_at_the_end(
    folder: Path, plan: Plan, tmp_path: Path, resumed: Resume
) -> None:
    """Whether it was read in this run or before; with its fellow it is a reading."""
    (folder / "e.csv").unlink()
    broken(folder, plan, tmp_path / "staged", THREE_GROUPS)
    for _ in range(2):
        with pytest.raises(Malformed) as refusal:
            stage_files([folder], plan, tmp_path / "staged")
        found = [(each.rule, each.place) for each in refusal.value.findings]
        assert found == [("ambiguous-instant", "b.csv row 2")]

    put(folder, "z.csv", *TEXTS["e.csv"])
    assert resumed().files == 8
    said = json.loads(manifest(tmp_path / "staged"))["readings"]
    assert (said["rows"], said["sums"]["register"]) == (ROWS, str(REGISTERS))
