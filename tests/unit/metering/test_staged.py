"""Readings in their normal form: written once, and the same quantities from them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed, NotFound, SchemeError, Stopped
from openjcm.metering import Plan, is_staged, stage_files, summarise, summarise_staged
from openjcm.metering.working import cluster
from told.metering.fleet import fleet

Write = Callable[..., Path]
MONTHS = ("M 2017-11 10", "M 2017-12 25", "M 2018-01 37", "M 2018-02 37", "M 2018-03 50")


@pytest.fixture
def staged(write: Write, plan: Plan, tmp_path: Path) -> Path:
    """Stage five readings of one meter."""
    stage_files([write(*MONTHS)], plan, tmp_path / "staged")
    return tmp_path / "staged"


def _refused(folder: Path, plan: Plan, readings: str = "") -> SchemeError:
    with pytest.raises((Malformed, NotFound)) as refusal:
        summarise_staged(folder, plan, readings=readings)
    return refusal.value


def test_the_manifest_says_of_which_files_and_what_they_add_up_to(staged: Path) -> None:
    """The files are told by SHA-256, and the columns by sums worked out by hand."""
    said = json.loads((staged / "manifest.json").read_text(encoding="utf-8"))

    assert said["format"] == "openjcm-readings/1"
    assert [(each["name"], each["rows"]) for each in said["files"]] == [("readings.csv", 5)]
    assert len(said["files"][0]["sha256"]) == 64
    assert said["readings"]["rows"] == 5
    assert said["readings"]["sums"]["register"] == "159"
    assert said["readings"]["sums"]["row"] == "20"
    assert is_staged(staged)


def test_what_was_staged_comes_to_the_same(staged: Path, write: Write, plan: Plan) -> None:
    """Quantities, faults, conservation and files are those of the files themselves."""
    assert summarise_staged(staged, plan) == summarise([write(*MONTHS)], plan)


def test_a_fleet_of_every_fault_comes_to_the_same_and_as_planted(tmp_path: Path) -> None:
    """What was planted is found, every kind of it, from files and from what was staged."""
    said = fleet(7)
    files = said.write(tmp_path)
    stage_files(files, said.plan, tmp_path / "staged")

    here = summarise(files, said.plan, now=said.now)
    there = summarise_staged(tmp_path / "staged", said.plan, now=said.now)

    found = {(each.meter, each.kind): each.count for each in here.fault_counts}
    assert found == {key: number for key, number in said.planted.items() if number}
    assert len({kind for _, kind in found}) == 14
    assert all(each.holds for each in here.conservation)
    assert there.quantities == here.quantities
    assert there.fault_counts == here.fault_counts
    assert there.conservation == here.conservation


def test_another_rule_needs_no_other_staging(staged: Path, plan: Plan) -> None:
    """What a plan says about capacities and stuck registers is applied to what was staged."""
    (meter,) = plan.meters
    stands = replace(plan, meters=(replace(meter, stuck_after=timedelta(days=9)),))

    assert [each.kind for each in summarise_staged(staged, plan).fault_counts] == []
    assert [each.kind for each in summarise_staged(staged, stands).fault_counts] == ["stuck"]


def test_another_meter_needs_another_staging(staged: Path, plan: Plan) -> None:
    """A plan with other decimals cannot be taken by mistake."""
    (meter,) = plan.meters
    other = replace(plan, meters=(replace(meter, digits=1),))

    assert _refused(staged, other).code == "another-plan"


def test_a_part_that_was_lost_is_noticed(staged: Path, plan: Plan, tmp_path: Path) -> None:
    """Readings that do not add up to the manifest are not worked."""
    path = staged / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"159"', '"160"'), encoding="utf-8")
    assert [each.rule for each in _refused(staged, plan).findings] == ["readings-changed"]

    (staged / "readings" / "part-0.parquet").rename(tmp_path / "part-0.parquet")
    assert _refused(staged, plan).code == "no-readings"


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"format": "another/9"}', '{"format": 3}'])
def test_a_manifest_of_another_form_is_refused(staged: Path, plan: Plan, text: str) -> None:
    """Nothing is guessed of a manifest that cannot be read."""
    (staged / "manifest.json").write_text(text, encoding="utf-8")

    assert _refused(staged, plan).code == "no-manifest"


def test_a_folder_without_a_manifest_is_refused(plan: Plan, tmp_path: Path) -> None:
    """The command that makes one is named."""
    refusal = _refused(tmp_path, plan)

    assert isinstance(refusal, NotFound)
    assert "openjcm meter stage" in str(refusal)


def test_duckdb_reads_no_other_machine(staged: Path, plan: Plan) -> None:
    """Readings in object storage are for a cluster, and the option is named."""
    refusal = _refused(staged, plan, "s3a://fleet/readings")

    assert refusal.code == "not-here"
    assert "--engine spark" in str(refusal)


def test_nothing_is_staged_of_faulty_files(write: Write, plan: Plan, tmp_path: Path) -> None:
    """Neither the folder nor a half of it appears."""
    with pytest.raises(Malformed):
        stage_files([write(*MONTHS, "M,yesterday,60")], plan, tmp_path / "staged")

    assert [each.name for each in tmp_path.iterdir()] == ["readings.csv"]


def test_a_folder_that_is_there_stays_as_it_is(staged: Path, write: Write, plan: Plan) -> None:
    """What was staged before is not written over."""
    with pytest.raises(Malformed) as refusal:
        stage_files([write(*MONTHS)], plan, staged)

    assert refusal.value.code == "folder-taken"


def test_without_the_extra_both_commands_are_named(
    staged: Path, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who asks for Spark without it is told how to install it, and Java."""
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)

    with pytest.raises(Stopped) as refusal:
        summarise_staged(staged, plan, master="spark://127.0.0.1:7077")

    assert refusal.value.code == "no-spark"
    assert "-r requirements-spark.lock" in str(refusal.value)
    assert "apt-get install openjdk-17-jre-headless" in str(refusal.value)
