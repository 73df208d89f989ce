"""Batches on disk and in the record: crashes between the steps, many parts, limits of a process."""

import gzip
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from openjcm.intake import (
    READERS,
    Sent,
    arriving,
    checking,
    deliver,
    parts,
    state_of,
    summarise_intake,
)
from openjcm.intake.parts import parts_of, parts_standing
from openjcm.measure.errors import Conflict, Malformed, NotFound, Stopped
from openjcm.metering.arrivals import child
from openjcm.store.database import Database, close, configure, configured, reader
from openjcm.store.embedded import Addresses
from openjcm.store.files import FileStore
from openjcm.store.intakes import Intake, add_intake, batches, find_intake
from told.metering.arriving import PLAN, batch

DAY = 96
_NUMBERS = count(1)


@pytest.fixture
def intake(database: Addresses, tmp_path: Path) -> Iterator[Intake]:
    """Open an intake in an empty record."""
    configure(Database(database.app_url, database.owner_url, tmp_path / "files"))
    add_intake(
        database.app_url,
        {
            "name": "roof",
            "partnership": "BD-R",
            "project": "BD002",
            "plan": PLAN,
            "basis": "illustrative",
        },
    )
    yield find_intake(reader(), "roof")
    READERS.end()
    close()


def _days(intake: Intake, days: int) -> None:
    for meter in ("PV1", "PV2"):
        for day in range(days):
            last = (day + 1) * DAY - (0 if day == days - 1 else 1)
            deliver(intake, Sent(batch(meter, day * DAY, last)))


def _amounts(intake: Intake) -> list[int]:
    return [each.amount for each in summarise_intake(intake).summary.quantities]


def test_parts_that_a_crash_took_are_made_again(intake: Intake) -> None:
    """A part follows from the kept file: gone, it comes back to the same sums."""
    _days(intake, 2)
    whole = _amounts(intake)
    (parts_of("roof") / "2.parquet").unlink()
    (parts_of("roof") / "4.parquet").unlink()

    assert _amounts(intake) == whole == [5 * 2 * DAY] * 2
    assert len(parts_standing(parts_of("roof"))) == 4


@pytest.mark.parametrize("step", ["put", "add_batch", "part"])
def test_a_crash_between_file_entry_and_part_is_healed_by_the_next_try(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever it breaks off: the sender has no receipt, sends again, and it counts once."""

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    content = batch("PV1", 0, DAY)
    with monkeypatch.context() as broken:
        if step == "put":
            broken.setattr(FileStore, "put", crash)
        elif step == "add_batch":
            broken.setattr(arriving, "add_batch", crash)
        else:
            broken.setattr(Path, "replace", crash)
            broken.setattr(FileStore, "put", lambda *_: None)
        with pytest.raises(KeyboardInterrupt):
            deliver(intake, Sent(content))
    if step == "part":
        FileStore(configured().files).put(content)

    arrived, is_new = deliver(intake, Sent(content))

    assert (arrived.number, is_new) == (1, step != "part")
    deliver(intake, Sent(batch("PV2", 0, DAY)))
    assert _amounts(intake) == [5 * DAY] * 2


def test_a_kept_file_that_was_changed_is_not_believed(intake: Intake) -> None:
    """A part is made again of what arrived, or not at all."""
    _days(intake, 1)
    first = batches(reader(), "roof")[0]
    (configured().files / first.sha256[:2] / first.sha256).write_bytes(b"x")
    (parts_of("roof") / "1.parquet").unlink()

    with pytest.raises(Conflict, match="is not what was filed"):
        summarise_intake(intake)


def test_many_parts_are_put_together(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """To one file without a gap; sums stay, also with a correction of what is in it."""
    monkeypatch.setattr(parts, "LOOSE_MAX", 3)
    _days(intake, 2)
    folder = parts_of("roof")
    whole = _amounts(intake)
    assert [each.name for each in parts_standing(folder)] == ["pack-1-4.parquet"]
    (folder / "2.parquet").write_bytes(b"left by a crash")
    left = folder / ".arriving-x"
    left.mkdir()
    monkeypatch.setattr(parts, "_LEFT_AFTER", -1)

    wrong = batches(reader(), "roof")[0]
    deliver(intake, Sent(batch("PV1", 0, DAY - 1, step=5) + b"\n", replaces=wrong.sha256))

    assert _amounts(intake) == whole
    assert not (folder / "2.parquet").exists()
    assert not left.exists()
    assert {each.name for each in parts_standing(folder)} == {"pack-1-4.parquet", "5.parquet"}


def test_parts_stay_while_somebody_reads_them(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are put together another time."""
    monkeypatch.setattr(parts, "LOOSE_MAX", 1)
    _days(intake, 1)
    folder = parts_of("roof")

    with parts.kept_still(folder):
        parts.put_together(folder)
        assert len(parts_standing(folder)) == 2
    parts.put_together(folder)
    assert len(parts_standing(folder)) == 1


def test_a_period_is_summed_up_as_far_as_every_meter_reaches(intake: Intake) -> None:
    """Nothing yet, then not a whole day, then what was asked for or what is there."""
    with pytest.raises(NotFound, match="nothing arrived"):
        summarise_intake(intake)
    deliver(intake, Sent(batch("PV1", 0, DAY)))
    deliver(intake, Sent(batch("PV2", 0, DAY - 1)))
    with pytest.raises(NotFound, match="no whole day"):
        summarise_intake(intake)

    deliver(intake, Sent(batch("PV2", DAY, DAY + 3)))

    assert _amounts(intake) == [5 * DAY] * 2
    assert [each.readings for each in state_of(intake).meters] == [DAY + 1, DAY + 4]


def test_a_batch_that_was_corrected_counts_no_more(intake: Intake) -> None:
    """A day that was sent with twice its steps comes again with the right ones."""
    deliver(intake, Sent(batch("PV2", 0, DAY)))
    false, _ = deliver(intake, Sent(batch("PV1", 0, DAY, step=10)))
    assert _amounts(intake) == [10 * DAY, 5 * DAY]

    deliver(intake, Sent(batch("PV1", 0, DAY), replaces=false.sha256))

    assert _amounts(intake) == [5 * DAY] * 2


def _doing(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    inside = f"from openjcm.metering.arrivals import child\n{said}\nchild.main()"
    monkeypatch.setattr(checking, "_WORDS", (*checking._WORDS[:-2], "-c", inside))
    READERS.end()


@pytest.mark.parametrize(
    ("hurt", "code"),
    [
        ("while True: pass", "batch-too-large"),
        ("x = bytearray(2 << 30)", "batch-too-large"),
        ("import tempfile; tempfile.TemporaryFile().write(bytes(20000))", "batch-too-large"),
    ],
    ids=["seconds", "memory", "file"],
)
def test_a_batch_cannot_go_beyond_its_limits(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, hurt: str, code: str
) -> None:
    """It is refused with what to do, and the next batch is read as ever."""
    limits = "child.SECONDS_MAX = 1\nchild.UNPACKED_MAX = 1000"
    with monkeypatch.context() as hurting:
        _doing(hurting, f"{limits}\ndef hurt(*_):\n    {hurt}\nchild.answered = hurt")
        with pytest.raises(Malformed) as refusal:
            deliver(intake, Sent(batch("PV1", 0, 4)))
        READERS.end()

    assert refusal.value.code == code
    assert deliver(intake, Sent(batch("PV1", 0, 4)))[1]


def test_our_own_mistake_is_no_fault_of_the_batch(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told in full where our mistakes are told."""
    _doing(monkeypatch, "def hurt(*_):\n    raise OSError(5, 'ours')\nchild.answered = hurt")

    with pytest.raises(RuntimeError, match="ours"):
        deliver(intake, Sent(batch("PV1", 0, 4)))


def test_a_process_that_gets_no_time_is_given_up(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is wrong with the batch: it is to be sent again."""
    _doing(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(checking, "SECONDS_MAX", 0.2)

    with pytest.raises(Stopped) as refusal:
        deliver(intake, Sent(batch("PV1", 0, 4)))

    assert refusal.value.code == "machine-busy"


def test_a_process_that_ended_is_replaced(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was asked nothing for long, one after its last batch, one that another gave back."""
    READERS.ready()
    READERS.ready()
    process = READERS.take()
    process.end()
    READERS.give_back(process)
    assert deliver(intake, Sent(batch("PV1", 0, 4)))[1]
    READERS.give_back(checking._Process())
    _doing(monkeypatch, "child.IDLE_SECONDS = 0\nchild.main(); child.IDLE_SECONDS = 1")
    # It ended by itself and is asked all the same.
    gone = READERS.take()
    gone._process.wait()
    monkeypatch.setattr(checking._Process, "is_there", True)
    monkeypatch.setattr(READERS, "take", lambda: gone)
    monkeypatch.setattr(checking, "_WORDS", (*checking._WORDS[:-2], "-m", child.__name__))

    assert deliver(intake, Sent(batch("PV1", 4, 9)))[1]
    monkeypatch.undo()
    gone.end()


def test_a_full_disk_is_said_and_nothing_half_kept(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 and not a fault of ours; another failure of the disk is ours."""

    def full(number: int) -> None:
        def put(*_: object) -> None:
            raise OSError(number, "x")

        monkeypatch.setattr(FileStore, "put", put)

    full(28)
    with pytest.raises(Stopped, match="the disk is full"):
        deliver(intake, Sent(batch("PV1", 0, 4)))
    full(5)
    with pytest.raises(OSError, match="x"):
        deliver(intake, Sent(batch("PV1", 0, 4)))
    assert batches(reader(), "roof") == []


def test_a_batch_that_unpacks_to_much_is_refused(intake: Intake) -> None:
    """Beyond what one may unpack to, in little memory."""
    content = gzip.compress(b"meter,read_at,kwh\n" + b" " * (401 << 20), 1)

    with pytest.raises(Malformed):
        deliver(intake, Sent(content))


def test_two_who_file_the_same_at_one_moment_write_one_whole_file(tmp_path: Path) -> None:
    """Neither into the other's draft."""
    store, content = FileStore(tmp_path), b"x" * 3_000_000
    together = threading.Barrier(4)
    faults: list[Exception] = []

    def put() -> None:
        together.wait()
        try:
            store.put(content)
        except OSError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=put) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert faults == []
    assert [path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()] == [3_000_000]


def test_what_cannot_be_written_is_said_by_name(intake: Intake) -> None:
    """A name of any characters becomes one that can be shown."""
    arrived, _ = deliver(intake, Sent(batch("PV1", 0, 4), name="../.\\x\n" + "y" * 200))

    assert arrived.name == "../.\\x?" + "y" * 93
    with pytest.raises(Malformed, match="64 digits"):
        deliver(intake, Sent(batch("PV1", 0, 5), replaces="abc"))
    with pytest.raises(Malformed, match="larger than 16 MiB"):
        deliver(intake, Sent(b"x" * (arriving.BATCH_MAX + 1)))
