"""The calculation of a rehearsed monitoring report, on its page and in the files beside it."""

import json
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from told.asking import Shell
from told.pages import CREDIT, REPORT

if TYPE_CHECKING:
    from django.test import Client

REFERENCE = "BD002-MR-1"


def _page(client: "Client", path: str, language: str = "en") -> str:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200, path
    assert response.headers["X-Robots-Tag"] == "noindex"
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Unofficial template: OJ_cop_ratio_ver1"), ("ja", "OJ_cop_ratio_ver1は当システム独自")],
)
def test_a_report_lays_every_value_open(client: "Client", language: str, says: str) -> None:
    """Year by year, headed as worked by a template, with the reason of each fixed value."""
    page = _page(client, REPORT, language)

    assert says in page
    for year, reduction in ((2017, "49.71999986"), (2018, "60.28999989"), (2019, "35.32999998")):
        assert f'id="year-{year}"' in page
        assert reduction in page
    assert "<code>sum(EC_PJ * COP_PJ / COP_RE) * EF</code>" in page
    assert f"/{language}/{REPORT}/calculation.pdf" in page


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("calculation.pdf", "application/pdf"),
        ("calculation.txt", "text/plain; charset=utf-8"),
        ("calculation.json", "application/json; charset=utf-8"),
    ],
)
def test_its_files_say_in_their_names_that_it_is_a_rehearsal(
    client: "Client", name: str, kind: str
) -> None:
    """And no search engine keeps them."""
    response = client.get(f"/en/{REPORT}/{name}")

    assert response.status_code == 200
    assert response.headers["Content-Type"] == kind
    assert "rehearsal-BD-R-BD002-MR-1-calculation." in response.headers["Content-Disposition"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_the_file_of_the_site_is_that_of_the_shell(
    client: "Client", shell: Shell, tmp_path: Path
) -> None:
    """PDF, text and data, byte by byte."""
    out = tmp_path / "calculation.pdf"
    words = ("report", "BD-R", REFERENCE)
    shell(*words, "-o", str(out))

    assert client.get(f"/en/{REPORT}/calculation.pdf").content == out.read_bytes()
    assert client.get(f"/en/{REPORT}/calculation.txt").content.decode() == shell(*words)[1]
    data = json.loads(client.get(f"/en/{REPORT}/calculation.json").content)
    assert data == json.loads(shell(*words, "--json")[1])


def test_the_rehearsal_and_the_walk_lead_to_the_calculation(client: "Client") -> None:
    """From the decision rehearsed, and from one block of its credits."""
    assert f'href="/en/{REPORT}"' in _page(client, "rehearsals/BD-R")
    assert f'href="/en/{REPORT}"' in _page(client, CREDIT)


@pytest.mark.parametrize("path", ["rehearsals/BD-R/reports/X", "rehearsals/X/reports/BD002-MR-1"])
def test_what_there_is_not_is_not_found(client: "Client", path: str) -> None:
    """A report, a rehearsal."""
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (("BD-R", "-o", "report.pdf"), 2, "no-report-named"),
        (("BD-R", REFERENCE, "-o", "report.doc"), 2, "not-a-pdf"),
        (("BD-R", "BD009-MR-1"), 3, "no-report"),
        (("BD", REFERENCE), 3, "no-rehearsal"),
        (("BD",), 3, "no-rehearsal"),
    ],
)
def test_the_shell_says_what_is_wrong(
    shell: Shell, words: tuple[str, ...], exit_code: int, code: str
) -> None:
    """With the exit code of its kind, and the code in the JSON."""
    exited, _, said = shell("report", *words, "--json")

    assert exited == exit_code
    assert json.loads(said.splitlines()[-1])["error"]["code"] == code


@pytest.mark.parametrize("words", [("bd-r", REFERENCE), ("bd-r",)])
def test_a_rehearsal_is_found_in_any_case_of_letters(shell: Shell, words: tuple[str, ...]) -> None:
    """As in every command."""
    assert REFERENCE in shell("report", *words)[1]
