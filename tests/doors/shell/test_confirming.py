"""``openjcm methodology attach`` and ``confirm``: from a document to an executable version."""

import hashlib
import json
import os
import shutil
import tomllib
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from openjcm.app.environment import read
from openjcm.cli.commands.methodologies import confirming
from openjcm.measure import Stopped
from openjcm.papers.exports.whole_files import write_file
from told.asking import Shell

OURS = Path(str(files("openjcm")))
VERSION = "BD_AM002_ver01.0"
PDF = b"%PDF-1.7 an adopted document that was made up for the tests"
SOURCE = "https://example.org/bd-am002.pdf"
ON = date(2026, 11, 30)


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy a version with a definition and one without, on a day that is always the same."""
    monkeypatch.setattr(confirming, "_today", lambda: ON)
    for name in (VERSION, "BD_AM003_ver01.0"):
        shutil.copytree(OURS / "methodology" / "definitions" / name, tmp_path / "all" / name)
    (tmp_path / "paper.pdf").write_bytes(PDF)
    return tmp_path / "all"


class Confirming:
    """The two commands over one catalogue."""

    def __init__(self, shell: Shell, catalogue: Path) -> None:
        self.shell = shell
        self.catalogue = catalogue
        self.paper = catalogue.parent / "paper.pdf"

    def attach(self, *words: str, version: str = VERSION) -> tuple[int, str, str]:
        """Attach the document, with further options."""
        given = words if "--source" in words else (*words, "--source", SOURCE)
        return self._run("attach", version, str(self.paper), *given)

    def confirm(self, *words: str, version: str = VERSION) -> tuple[int, str, str]:
        """Confirm, or ask how far it is."""
        return self._run("confirm", version, *words)

    def refused(self, *words: str) -> tuple[int, str]:
        """Return exit code and code of a refusal."""
        code, _, said = self.confirm(*words, "--json")
        return code, json.loads(said.splitlines()[-1])["error"]["code"]

    def _run(self, *words: str) -> tuple[int, str, str]:
        return self.shell("methodology", *words, "--catalogue", str(self.catalogue))


@pytest.fixture
def said(shell: Shell, catalogue: Path) -> Confirming:
    """Give the commands."""
    return Confirming(shell, catalogue)


def test_a_document_is_kept_by_its_hash(said: Confirming) -> None:
    """With name, source, and its own day beside the day on which it was attached."""
    code, out, _ = said.attach("--dated", "2016-01-20", "--json")

    document = json.loads(out)["document"]
    sha256 = hashlib.sha256(PDF).hexdigest()
    assert code == 0
    assert document == {
        "name": "paper.pdf",
        "sha256": sha256,
        "source": SOURCE,
        "dated": "2016-01-20",
        "attached_on": "2026-11-30",
    }
    kept = read(os.environ).data / "files" / sha256[:2] / sha256
    assert kept.read_bytes() == PDF
    written = (said.catalogue / VERSION / "confirmation.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written)["document"]["sha256"] == sha256
    assert said.attach()[0] == 0
    assert (said.catalogue / VERSION / "confirmation.toml").read_text("utf-8") == written


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (("--source", "a book"), 2, "no-address-given"),
        (("--dated", "soon"), 2, "day-unreadable"),
    ],
)
def test_what_is_no_source_or_day_is_refused(
    said: Confirming, words: tuple[str, ...], exit_code: int, code: str
) -> None:
    """And nothing is written."""
    exited, _, told = said.attach(*words, "--json")

    assert (exited, json.loads(told)["error"]["code"]) == (exit_code, code)
    assert not (said.catalogue / VERSION / "confirmation.toml").exists()


def test_what_is_no_document_is_refused(said: Confirming) -> None:
    """A page of the web that was saved as PDF, a file that is not there, a name that hides."""
    said.paper.write_text("<html>", encoding="utf-8")
    assert said.attach()[0] == 2
    said.paper.unlink()
    assert said.attach()[0] == 3
    said.paper = said.paper.with_name("pa\u202eper.pdf")
    said.paper.write_bytes(PDF)
    assert said.attach()[0] == 2


def test_nothing_is_confirmed_without_a_document(said: Confirming) -> None:
    """The refusal says how to attach it; the status does, too."""
    assert said.refused("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2") == (3, "no-document")
    assert "attach BD_AM002_ver01.0 DOCUMENT.pdf" in said.confirm()[1].replace("\n", " ")


def test_a_definition_has_to_be_there(said: Confirming) -> None:
    """An entry alone can have its document, and says that the definition comes next."""
    version = "BD_AM003_ver01.0"
    code, out, _ = said.attach(version=version)

    assert code == 0
    assert "write the definition" in out
    words = ("--all", "--by", "Aiko Tanaka", "--paragraph", "F")
    assert said.confirm(*words, version=version)[0] == 3


def test_two_persons_part_by_part(said: Confirming) -> None:
    """What is left is told after each; at the end it is executable and in the manifest."""
    said.attach()
    _, first, _ = said.confirm("--formula", "RE", "--by", "Aiko Tanaka", "--paragraph", "F.2")
    assert "5 comparisons are left." in first
    said.confirm("--all", "--by", "Aiko Tanaka", "--paragraph", "F.3")
    _, second, _ = said.confirm("--formula", "RE", "--formula", "PE", "--by", "Bat Erdene")
    assert "One comparison is left." in second
    code, out, _ = said.confirm("--all", "--by", "Bat Erdene", "--json")

    status = json.loads(out)
    assert (code, status["step"], status["executable"], status["left"]) == (0, "confirmed", True, 0)
    paras = [(each["part"]["name"], each["first"], each["second"]) for each in status["parts"]]
    assert paras == [("RE", "F.2", "F.2"), ("PE", "F.3", "F.3"), ("ER", "F.3", "F.3")]
    manifest = tomllib.loads((said.catalogue / "confirmed.toml").read_text(encoding="utf-8"))
    assert manifest["sha256"] == {VERSION: status["definition"]}
    assert said.shell("methodology", "check", str(said.catalogue))[0] == 0
    assert said.refused("--undo", "--by", "Bat Erdene") == (6, "confirmed-already")
    assert "二人が照合し" in said.confirm("--language", "ja")[1]


def test_a_machine_that_stops_between_two_files_leaves_nothing_executable(
    said: Confirming, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest is there, the confirmation is not; the same command goes on from there."""
    said.attach()
    said.confirm("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")

    def full(path: Path, content: bytes) -> None:
        if path.name == "confirmation.toml":
            raise Stopped("there is no room", code="disk-full")
        write_file(path, content)

    monkeypatch.setattr(confirming, "write_file", full)
    assert said.refused("--all", "--by", "Bat Erdene") == (7, "disk-full")
    monkeypatch.setattr(confirming, "write_file", write_file)

    assert json.loads(said.confirm("--json")[1])["executable"] is False
    assert "not confirmed as" in said.shell("methodology", "check", str(said.catalogue))[1]
    said.confirm("--all", "--by", "Bat Erdene")
    assert json.loads(said.confirm("--json")[1])["executable"] is True
    assert said.shell("methodology", "check", str(said.catalogue))[0] == 0


def test_who_is_slower_is_told(said: Confirming, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody else recorded in the meantime is not written over."""
    said.attach()
    place = said.catalogue / VERSION / "confirmation.toml"
    before = place.read_text(encoding="utf-8")

    def meanwhile(_version: object) -> None:
        place.write_text(before.replace("paper.pdf", "another.pdf"), encoding="utf-8")

    monkeypatch.setattr(confirming, "check_sound", meanwhile)

    words = ("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")
    assert said.refused(*words) == (6, "recorded-meanwhile")
    assert "another.pdf" in place.read_text(encoding="utf-8")


def test_the_same_person_twice_and_a_third_are_refused(said: Confirming) -> None:
    """Exit 4: this person may not."""
    said.attach()
    said.confirm("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")

    assert said.refused("--all", "--by", "TANAKA Aiko") == (4, "same-person")
    said.confirm("--formula", "RE", "--by", "Bat Erdene")
    assert said.refused("--all", "--by", "Chea Sok") == (4, "two-persons-already")


def test_a_changed_definition_is_compared_anew(said: Confirming) -> None:
    """The second person is refused, the check tells it, and the first takes it back."""
    said.attach()
    said.confirm("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")
    definition = said.catalogue / VERSION / "definition.toml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace("Project emissions are", "These are"), encoding="utf-8")

    assert said.refused("--all", "--by", "Bat Erdene") == (6, "definition-changed")
    assert (
        "changed since Aiko Tanaka"
        in said.shell("methodology", "check", str(said.catalogue / VERSION))[1]
    )
    assert "a definition that changed since" in said.confirm()[1]
    assert said.confirm("--undo", "--by", "Aiko Tanaka")[0] == 0
    assert said.confirm("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")[0] == 0


def test_a_version_with_a_fault_or_without_a_case_is_not_confirmed(said: Confirming) -> None:
    """All that is wrong is told."""
    said.attach()
    words = ("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")
    shutil.move(said.catalogue / VERSION / "cases", said.catalogue / "kept")
    assert said.refused(*words) == (2, "version-not-sound")
    shutil.move(said.catalogue / "kept", said.catalogue / VERSION / "cases")
    case = said.catalogue / VERSION / "cases" / "mongolian_rooftop.toml"
    case.write_text(case.read_text(encoding="utf-8").replace('ER = "', 'ER = "9'), "utf-8")
    assert said.refused(*words) == (2, "version-not-sound")


def test_who_compares_has_the_document(said: Confirming) -> None:
    """On a machine without a copy it is attached again first."""
    said.attach()
    sha256 = hashlib.sha256(PDF).hexdigest()
    (read(os.environ).data / "files" / sha256[:2] / sha256).unlink()
    words = ("--all", "--by", "Aiko Tanaka", "--paragraph", "F.2")

    assert said.refused(*words) == (3, "document-not-here")
    said.attach()
    assert said.confirm(*words)[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("--all",),
        ("--by", "Aiko Tanaka"),
        ("--all", "--undo", "--by", "Aiko Tanaka"),
        ("--all", "--by", "Aiko\x07", "--paragraph", "F"),
    ],
)
def test_half_a_command_is_refused(said: Confirming, words: tuple[str, ...]) -> None:
    """One person and one of the three things to do."""
    said.attach()

    assert said.refused(*words) == (2, "usage")


@pytest.mark.parametrize(
    ("version", "exit_code"),
    [("KE_PM003_ver01.0", 2), ("OJ_chiller_ver1", 2), ("MN_AM009_ver01.0", 3)],
)
def test_only_a_version_that_was_approved_has_a_document(
    said: Confirming, version: str, exit_code: int
) -> None:
    """No proposal, no template, nothing that is not there."""
    assert said.confirm(version=version)[0] == exit_code


def test_files_that_cannot_be_read_are_refused(said: Confirming) -> None:
    """A definition of another version, and what is no text."""
    definition = said.catalogue / VERSION / "definition.toml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace(f'"{VERSION}"', '"BD_AM009_ver01.0"'), encoding="utf-8")
    assert said.refused() == (2, "folder-as-named")
    (said.catalogue / VERSION / "confirmation.toml").write_bytes(b"\xff")
    assert said.refused() == (2, "file-unreadable")


def test_in_a_checkout_its_own_catalogue_is_found(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From any folder of it; asking writes nothing."""
    monkeypatch.chdir(OURS / "methodology")

    code, said, _ = shell("methodology", "confirm", VERSION)

    assert code == 0
    assert "6 comparisons are left." in said


def test_the_day_is_that_of_the_person(
    shell: Shell, tmp_path: Path, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read where the person sits, and is a day of today's."""
    monkeypatch.undo()
    monkeypatch.setenv("OPENJCM_DATA", str(tmp_path))
    Confirming(shell, catalogue).attach()

    written = catalogue / VERSION / "confirmation.toml"
    day = tomllib.loads(written.read_text(encoding="utf-8"))["document"]["attached_on"]
    on_the_disk = datetime.fromtimestamp(written.stat().st_mtime, UTC).date()
    assert abs(day - on_the_disk) <= timedelta(days=1)


def test_outside_of_a_checkout_a_catalogue_is_named(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is recorded where nobody would look for it."""
    monkeypatch.chdir(tmp_path)

    assert shell("methodology", "confirm", VERSION)[0] == 3
