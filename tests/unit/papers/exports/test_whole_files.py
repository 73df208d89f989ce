"""Files are written whole or not at all, also when the disk is full."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from openjcm.measure.errors import Malformed, SchemeError, Stopped
from openjcm.papers.exports.data_file import data_file
from openjcm.papers.exports.whole_files import write_file, write_folder

FILES = (
    data_file("a.csv", "text/csv", b"a" * 100),
    data_file("b.csv", "text/csv", b"b" * 5000),
    data_file("SHA256SUMS", "text/plain", b"sums"),
)


@contextmanager
def _little_room(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as a full disk would."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def test_a_folder_is_made_and_filled(tmp_path: Path) -> None:
    """Every file with its content, and nothing of the making left behind."""
    write_folder(tmp_path / "new" / "data", FILES)

    made = tmp_path / "new" / "data"
    assert sorted(path.name for path in made.iterdir()) == ["SHA256SUMS", "a.csv", "b.csv"]
    assert (made / "b.csv").read_bytes() == b"b" * 5000


def test_a_folder_is_filled_anew(tmp_path: Path) -> None:
    """Older files give way; what else lies there stays."""
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "mine.txt").write_bytes(b"mine")

    write_folder(tmp_path, FILES)

    assert (tmp_path / "a.csv").read_bytes() == b"a" * 100
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    """The second file has no room, so the first did not take its place either."""
    (tmp_path / "a.csv").write_bytes(b"old")

    with pytest.raises(Stopped, match="nothing was half-written") as refusal, _little_room(1000):
        write_folder(tmp_path, FILES)

    assert refusal.value.code == "disk-full"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"


def test_one_file_is_written_whole(tmp_path: Path) -> None:
    """It takes the place of the older one, or that one stays."""
    path = tmp_path / "decisions.csv"

    write_file(path, b"first")
    with pytest.raises(Stopped), _little_room(3):
        write_file(path, b"second")

    assert path.read_bytes() == b"first"
    assert [each.name for each in tmp_path.iterdir()] == ["decisions.csv"]


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    """The link itself stays one."""
    (tmp_path / "target.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "target.csv")

    write_file(tmp_path / "link.csv", b"new")

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "target.csv").read_bytes() == b"new"


def test_a_device_is_written_to_and_never_replaced() -> None:
    """One that takes everything, and one that is always full."""
    write_file(Path(os.devnull), b"rows")
    with pytest.raises(Stopped):
        write_file(Path("/dev/full"), b"rows")

    assert Path(os.devnull).is_char_device()
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(("name", "code"), [("", "not-a-file"), ("nowhere/x.csv", "not-writable")])
def test_a_place_that_is_no_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    """A folder, and a file in a folder that is not there."""
    with pytest.raises(Malformed) as refusal:
        write_file(tmp_path / name, b"rows")

    assert refusal.value.code == code


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    """The sentence names the place and the way out."""
    (tmp_path / "taken").write_bytes(b"mine")

    with pytest.raises(SchemeError, match="name another place with -o") as refusal:
        write_folder(tmp_path / "taken", FILES)

    assert refusal.value.code == "not-writable"
    assert (tmp_path / "taken").read_bytes() == b"mine"
