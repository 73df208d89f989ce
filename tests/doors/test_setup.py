"""The first minutes of a newcomer: every fault of the machine is one sentence."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT_SECONDS = 60
LOCK = f"absent-from-everywhere==1.0 \\\n    --hash=sha256:{'0' * 64}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Make a checkout with nothing but the set-up and a lock of one package."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.py", tmp_path / "tools")
    (tmp_path / "requirements.lock").write_text(LOCK)
    (tmp_path / "requirements-test.lock").write_text(LOCK)
    return tmp_path


@pytest.fixture
def setup(checkout: Path) -> ModuleType:
    """Load the set-up of that checkout as a module."""
    spec = importlib.util.spec_from_file_location("setup_of_test", checkout / "tools" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def taken_port() -> Iterator[int]:
    """Listen on a port, as another program would."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def set_up(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the set-up as make does."""
    return subprocess.run(
        [sys.executable, str(checkout / "tools" / "setup.py")],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **variables},
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )


def test_a_python_without_ensurepip_names_the_package(checkout: Path) -> None:
    """Debian's Python without python3-venv is told apart before anything is made."""
    hidden = checkout / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")

    done = set_up(checkout, PYTHONPATH=str(hidden))

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "install the package python3-venv" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.slow
def test_no_network_is_one_sentence_and_nothing_counts_as_set_up(checkout: Path) -> None:
    """Without a network the set-up says so, and is not taken for done (makes a whole .venv)."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        closed = nobody.getsockname()[1]
    index = f"http://127.0.0.1:{closed}/simple"

    done = set_up(checkout, PIP_INDEX_URL=index, PIP_CONFIG_FILE=os.devnull, PIP_FIND_LINKS="")

    assert done.returncode == 2
    assert "needs a network" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert (checkout / ".venv" / "set-up-incomplete").exists()


def test_an_old_python_is_told_its_number(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Python 3.9 is refused with what is needed instead."""
    monkeypatch.setattr(setup.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(setup.sys, "argv", ["setup.py"])

    assert setup.main() == 2
    assert "Python 3.9 is too old; OpenJCM needs Python 3.11" in capsys.readouterr().err


def test_a_finished_set_up_is_for_one_lock_only(setup: ModuleType) -> None:
    """The stamp holds until the lock changes or a later set-up is interrupted."""
    setup.VENV.mkdir()
    assert not setup.is_set_up("run")

    setup.stamp("run").write_text(setup.fingerprint("run"))
    assert setup.is_set_up("run")
    setup.INCOMPLETE.touch()
    assert not setup.is_set_up("run")
    setup.INCOMPLETE.unlink()
    setup.LOCKS["run"].write_text(LOCK + "# changed\n")
    assert not setup.is_set_up("run")


def test_spark_is_set_up_only_where_it_is_asked_for(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second engine is larger than all else, so each purpose installs no more than it needs."""
    asked: list[str] = []
    monkeypatch.setattr(setup, "set_up", asked.append)
    monkeypatch.setattr(setup, "install_programs", lambda: asked.append("programs"))

    for words in ([], ["--for-tests"], ["--for-spark"]):
        monkeypatch.setattr(setup.sys, "argv", ["setup.py", *words])
        assert setup.main() == 0

    assert asked == ["run", "tests", "programs", "tests", "spark", "programs"]


def test_a_missing_program_names_its_package(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is not root is told which Debian packages the tests need, and only those."""
    setup.VENV.mkdir()
    setup.stamp("tests").write_text(setup.fingerprint("tests"))
    programs = {"chromium": "/no/browser", "default-jre-headless": "/no/java", "dash": "sh"}
    monkeypatch.setattr(setup, "PROGRAMS", programs)
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup.sys, "argv", ["setup.py", "--for-tests"])

    assert setup.main() == 2
    assert "install Debian's chromium and default-jre-headless\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "is not the one that was locked"),
        ("[Errno 13] Permission denied: '/x'", "cannot be written here"),
        ("Something else", "all it said is in"),
    ],
)
def test_what_pip_says_becomes_one_sentence(setup: ModuleType, said: str, sentence: str) -> None:
    """A failure of pip is told in our words, and its own words are kept in a named log."""
    assert sentence in setup.why(["pip", "install"], said)
    assert "\n" not in setup.why(["pip", "install"], said)


def test_a_port_in_use_is_said_before_any_work(taken_port: int, tmp_path: Path) -> None:
    """``openjcm run`` names the port and the way out, and has touched nothing."""
    done = openjcm("run", "--port", str(taken_port), data=tmp_path / "data")

    assert done.returncode == 2
    assert done.stderr == (
        f"openjcm: port {taken_port} is in use; choose another with make run PORT=8123\n"
    )
    assert not (tmp_path / "data").exists()


def test_a_file_in_place_of_the_data_directory_is_one_sentence(tmp_path: Path) -> None:
    """``openjcm run`` names the file that is in the way."""
    (tmp_path / "data").write_text("in the way")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])

    done = openjcm("run", "--port", port, data=tmp_path / "data")

    assert done.returncode == 2
    assert f"{tmp_path / 'data'} is in the way" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_database_command_finds_the_ledgers_tables_by_name(tmp_path: Path) -> None:
    """``openjcm database --sql`` needs no schema before a name; it takes a server's start."""
    done = openjcm("database", "--sql", "SELECT count(*) FROM journal", data=tmp_path / "data")

    assert (done.returncode, done.stdout) == (0, "0\n")


def openjcm(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line as a shell does."""
    main = "import sys; from openjcm.app.entry import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", main, *words],
        env={**os.environ, "OPENJCM_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
