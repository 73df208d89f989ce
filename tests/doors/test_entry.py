"""The command line answers at once, and refuses in one sentence with the exit code of the kind."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from openjcm.app import entry, environment
from openjcm.app.secret import secret_key
from openjcm.cli import frame
from openjcm.measure.errors import Finding, Malformed, RuleBroken, SchemeError, Stopped

MAIN = "import sys; from openjcm.app.entry import main; sys.argv = ['openjcm', '--help']; main()"
HEAVY = {"pint", "django", "duckdb", "psycopg", "granian", "typst"}


def test_help_loads_nothing_heavy() -> None:
    """Neither pint nor Django nor a database driver is imported to print the help."""
    look = f"{MAIN}; print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"

    done = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)

    assert done.stderr == "[]\n"
    assert all(name in done.stdout for name in frame.COMMANDS)


@pytest.mark.parametrize("name", sorted(frame.COMMANDS))
def test_every_command_loads_and_has_help(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each listed command has its module, and its help says what the list says."""
    monkeypatch.setattr(sys, "argv", ["openjcm", name, "--help"])

    assert entry.main() == 0
    said = " ".join(capsys.readouterr().out.split())
    assert frame.COMMANDS[name].rstrip(".") in said


def raising(error: BaseException) -> Callable[..., int]:
    """Return a command line that ends in an error."""

    def run(*_: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (Malformed("no such file"), 2, "no such file"),
        (RuleBroken("twice (JCM_BD_PCP para 1)"), 5, "twice (JCM_BD_PCP para 1)"),
        (Stopped("the disk is full"), 7, "the disk is full"),
        (NotADirectoryError(20, "Not a directory", "/x/data"), 2, "/x/data is in the way"),
        (OSError(28, "No space left on device", "/x"), 7, "is full"),
        (KeyboardInterrupt(), 130, "stopped"),
        (ZeroDivisionError(), 70, "openjcm made a mistake (ZeroDivisionError)"),
    ],
)
def test_every_fault_is_one_sentence_and_one_code(
    error: BaseException,
    code: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The kind of a refusal decides the exit code, and nobody sees a traceback."""
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path))
    monkeypatch.setattr(entry, "run_command", raising(error))
    monkeypatch.setattr(sys, "argv", ["openjcm", "x"])

    assert entry.main() == code
    said = capsys.readouterr()
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_our_own_mistake_is_written_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log that the sentence names holds the whole story."""
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path))
    monkeypatch.setattr(entry, "run_command", raising(ZeroDivisionError("planted")))

    assert entry.main() == 70

    log = tmp_path / "logs" / "openjcm.log"
    assert str(log) in capsys.readouterr().err
    assert "ZeroDivisionError: planted" in log.read_text()


def test_with_json_a_refusal_is_one_object(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--json`` gives code, message and findings on one line."""
    finding = Finding("whole-tonnes", "row 3", "half a tonne")
    refusal: SchemeError = Malformed("two faults", code="bad-file", findings=(finding,))
    monkeypatch.setattr(entry, "run_command", raising(refusal))
    monkeypatch.setattr(sys, "argv", ["openjcm", "x", "--json"])

    assert entry.main() == 2

    said = json.loads(capsys.readouterr().err)
    assert said["error"]["code"] == "bad-file"
    assert said["error"]["findings"][0]["place"] == "row 3"


def test_the_environment_is_read_once_and_whole() -> None:
    """Each variable has its place, and nonsense is refused."""
    said = environment.read({
        "OPENJCM_DATA": "/somewhere",
        "OPENJCM_PORT": "8123",
        "DATABASE_URL": "postgresql://app@/x",
        "OPENJCM_DB_USER": "jcm",
    })  # fmt: skip

    assert (said.data, said.port) == (Path("/somewhere"), 8123)
    assert (said.app_url, said.owner_url) == ("postgresql://app@/x", None)
    assert said.database_user == "jcm"
    with pytest.raises(Malformed, match="is not a port"):
        environment.read({"OPENJCM_PORT": "70000"})


def test_the_secret_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    """Two askers get one key, and others cannot read it."""
    first = secret_key(tmp_path / "data")

    assert secret_key(tmp_path / "data") == first
    assert len(first) >= 64
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o777 == 0o600
