"""Readings that are not public are on no walk; of those that are, only the public rendition is."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

import pytest

from openjcm.actions.derivation import Filed
from openjcm.measure.errors import NotFound
from openjcm.store.files import FileStore
from openjcm.stories import play
from openjcm.stories.meters import FiledMeters
from openjcm.stories.story_file import Story
from openjcm.stories.walks import credit_walk
from openjcm.views.reader import Reader
from openjcm.views.walk import Walk, WalkStep
from told.canary import PARTNERSHIP, plant
from told.stage import Server, Told, told

FOLDER = files("openjcm.stories") / "first_issuance"
SERIAL = "REHEARSAL-JP-BD-BD002-2017-1-25"
FAULTY = "REHEARSAL-JP-BD-BD004-2018-16165-18751"
PLAN = {
    "zone": "Asia/Dhaka",
    "first": "2017-03-01",
    "last": "2019-07-31",
    "meter": [
        {
            "id": "BD002-EC-1",
            "parameter": "EC_PJ",
            "equipment": "chiller 1",
            "register_unit": "Wh",
            "expected_interval": "month",
        }
    ],
}


@pytest.fixture(scope="module")
def closed(cluster: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """Tell the story, and plant a rehearsal, with readings that only checkers may see."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(play, "_file", _private)
        with told(cluster, tmp_path_factory.mktemp("closed")) as made:
            with made.journal() as journal:
                plant(journal, made.files)
            yield made


def _private(kept: FileStore, story: Story, project: str) -> Filed:
    case = story.cases[project]
    return Filed(case.readings, "text/csv", len(case.content), kept.put(case.content))


def _step(walk: Walk, stem: str) -> WalkStep:
    (step,) = [each for each in walk.steps if each.stem == stem]
    return step


def test_a_walk_ends_before_readings_that_are_not_public(
    ask: Callable[[Told], Reader], closed: Told
) -> None:
    """The hash of the file is said, and that its rows are not public; no row is shown."""
    found = credit_walk(ask(closed), SERIAL, files=closed.files, partnership="BD-R")

    readings = _step(found, "readings")
    assert (readings.missing, readings.tables) == ("readings-not-public", ())
    assert [fact.label for fact in readings.facts] == ["sha256"]
    printed = gzip.decompress((FOLDER / "readings/BD002.csv.gz").read_bytes()).decode()
    registers = {line.split(",")[2] for line in printed.splitlines()[1:]}
    cells = {cell for step in found.steps for t in step.tables for row in t.rows for cell in row}
    assert not registers & cells


def test_a_fault_of_readings_that_are_not_public_is_told_without_its_reading(
    ask: Callable[[Told], Reader], closed: Told
) -> None:
    """Kind, meter, file and row; the sentence would quote a register."""
    found = credit_walk(ask(closed), FAULTY, files=closed.files, partnership=PARTNERSHIP)

    _quantities, faults = _step(found, "period-quantity").tables
    assert faults.headings == ("fault", "meter", "file", "row")
    assert {row[0] for row in faults.rows} == {"gap", "reset"}


def test_the_figures_are_still_worked_out_from_the_file_as_it_was_handed_in(
    ask: Callable[[Told], Reader], closed: Told
) -> None:
    """What is not public counts all the same: the checkers' computation reads it."""
    found = credit_walk(ask(closed), SERIAL, files=closed.files, partnership="BD-R")

    (quantity,) = _step(found, "period-quantity").tables[0].rows
    assert quantity[3] == "561019700"


@pytest.fixture(name="documents")
def a_file_in_two_renditions(tmp_path_factory: pytest.TempPathFactory) -> tuple[FileStore, Filed]:
    """Give a reading file of which the public may see all but the second reading."""
    kept = FileStore(tmp_path_factory.mktemp("renditions"))
    whole = (FOLDER / "months/BD002.csv").read_bytes()
    header, first, _second, *rest = whole.splitlines()
    public = b"\n".join([header, first, *rest, b""])
    filed = Filed("BD002.csv", "text/csv", len(whole), kept.put(whole), kept.put(public))
    return kept, filed


def test_only_the_public_rendition_is_read_for_a_walk(documents: tuple[FileStore, Filed]) -> None:
    """The second reading stands in the file as handed in, and on no walk."""
    kept, filed = documents

    rows = FiledMeters(kept).rows([filed], PLAN, "BD002-EC-1", 2017)

    assert rows.rows[1].read_at == "2017-05-01T00:00:00+06:00"


def test_readings_without_a_public_rendition_are_refused(
    documents: tuple[FileStore, Filed],
) -> None:
    """Whoever asks all the same is told which file, and no row of it."""
    kept, filed = documents

    with pytest.raises(NotFound, match="are not public") as refusal:
        FiledMeters(kept).rows([replace(filed, public_sha256=None)], PLAN, "BD002-EC-1", 2017)

    assert (refusal.value.code, refusal.value.about) == ("not-public", "BD002.csv")


def test_a_public_rendition_that_differs_has_a_hash_of_its_own(
    ask: Callable[[Told], Reader],
    cluster: Server,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both hashes are said, so that either file can be compared with what was filed."""
    whole = play._file

    def redacted(kept: FileStore, story: Story, project: str) -> Filed:
        filed = whole(kept, story, project)
        lines = gzip.decompress(story.cases[project].content).splitlines()
        header, first, _second, *rest = lines
        public = gzip.compress(b"\n".join([header, first, *rest, b""]), mtime=0)
        return replace(filed, public_sha256=kept.put(public))

    monkeypatch.setattr(play, "_file", redacted)
    with told(cluster, tmp_path_factory.mktemp("redacted")) as made:
        found = credit_walk(ask(made), SERIAL, files=made.files)

    readings = _step(found, "readings")
    assert [fact.label for fact in readings.facts] == ["sha256", "sha256-public"]
    assert len({fact.value for fact in readings.facts}) == 2
    assert readings.tables[0].rows[1][0] == "2017-03-01T00:30:00+06:00"
