"""What may come between a staging and its end: another run, a full disk, a file that changes."""

import errno
import fcntl
from pathlib import Path

import pytest

from openjcm.measure.errors import Conflict, Malformed, Stopped
from openjcm.metering import Plan, begun, files_kept, stage_files
from openjcm.metering.begun import Begun
from told.metering.broken_off import broken, put

AFTER_TWO_GROUPS = 10


def _stage(folder: Path, plan: Plan, into: Path) -> None:
    stage_files([folder], plan, into)


def test_two_runs_never_mix(folder: Path, plan: Plan, tmp_path: Path) -> None:
    """While one runs another into the same folder is refused, and takes nothing away."""
    seen = list[str]()

    def tell(_done: float, _total: int, step: str) -> None:
        if step == "reading" and not seen:
            with pytest.raises(Conflict) as refusal:
                _stage(folder, plan, tmp_path / "staged")
            seen.append(refusal.value.code)

    stage_files([folder], plan, tmp_path / "staged", tell=tell)

    assert seen == ["staging-runs"]
    assert (tmp_path / "staged" / "manifest.json").is_file()


def test_a_lock_that_was_removed_meanwhile_holds_nothing(
    folder: Path, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another run had finished between the opening of the lock and the taking of it."""
    take = fcntl.flock

    def taken_late(lock: int, kind: int) -> None:
        (tmp_path / ".staged.half" / "lock").unlink()
        take(lock, kind)

    monkeypatch.setattr(fcntl, "flock", taken_late)

    with pytest.raises(Conflict):
        _stage(folder, plan, tmp_path / "staged")


@pytest.mark.parametrize(
    ("fault", "raised"), [(errno.ENOSPC, Stopped), (errno.EDQUOT, Stopped), (errno.EIO, OSError)]
)
def test_a_full_disk_stops_it_and_what_was_read_stays(
    folder: Path,
    plan: Plan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: int,
    raised: type[Exception],
) -> None:
    """Of the group that found no room nothing is noted; another fault of a disk is said as one."""
    kept = Begun.keep

    def full(half: Begun, folder: Path, group: begun.Group) -> begun.Kept:
        if group.first:
            raise OSError(fault, "as a test has it")
        return kept(half, folder, group)

    with monkeypatch.context() as patched:
        patched.setattr(Begun, "keep", full)
        with pytest.raises(raised):
            _stage(folder, plan, tmp_path / "staged")

    assert files_kept(tmp_path / "staged")[0] == 2
    _stage(folder, plan, tmp_path / "staged")
    assert not (tmp_path / ".staged.half").exists()


def test_a_file_written_while_it_is_read_is_refused(
    folder: Path, plan: Plan, tmp_path: Path
) -> None:
    """One that changes before it is read, and one that changes when it was read."""

    def tell(done: float, _total: int, step: str) -> None:
        if step == "reading" and done == 1:
            put(folder, "i.csv", "M,2018-11-01 00:00,700")
        if step == "reading" and done > 1.9:
            (folder / "a.csv").unlink(missing_ok=True)

    with pytest.raises(Malformed) as refusal:
        stage_files([folder], plan, tmp_path / "staged", tell=tell)

    found = [(each.rule, each.place) for each in refusal.value.findings]
    assert found == [("file-changed", "a.csv"), ("file-changed", "i.csv")]


def test_a_file_that_is_not_there_is_said_before_any_is_read(
    folder: Path, plan: Plan, tmp_path: Path
) -> None:
    """Nobody waits hours to hear of a mistyped name."""
    steps = list[str]()

    with pytest.raises(Malformed) as refusal:
        stage_files(
            [folder, tmp_path / "no.csv"],
            plan,
            tmp_path / "staged",
            tell=lambda _done, _total, step: steps.append(step),
        )

    assert [(each.rule, each.place) for each in refusal.value.findings] == [("no-file", "no.csv")]
    assert steps == []


def test_what_a_run_left_beside_its_whole_folder_is_removed(
    folder: Path, plan: Plan, tmp_path: Path
) -> None:
    """It was broken off when the folder had just appeared."""
    assert broken(folder, plan, tmp_path / "staged", AFTER_TWO_GROUPS)
    _stage(folder, plan, tmp_path / "other")
    (tmp_path / "other").rename(tmp_path / "staged")

    for _ in range(2):
        with pytest.raises(Malformed) as refusal:
            _stage(folder, plan, tmp_path / "staged")
        assert refusal.value.code == "folder-taken"

    assert not (tmp_path / ".staged.half").exists()
