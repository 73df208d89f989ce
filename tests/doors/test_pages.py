"""Pages: HTML as the standard has it, and words where a figure alone would leave a question."""

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import LANGUAGES
from openjcm.store.database import reader
from openjcm.views.record.state import record_state
from openjcm.web.rendering import SITE
from told.asking import Shell
from told.pages import PAGES

if TYPE_CHECKING:
    from django.test import Client

REST = {"en": "Who holds them is not published.", "ja": "その保有者は公表されていません。"}
LEFT = {"en": "holders not published", "ja": "公表された受領者"}
OTHERS = {"en": "others", "ja": "その他"}
TEXT = {"en": "Its text:", "ja": "本文："}  # noqa: RUF001 - as it is written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("decision", "lines"),
    [
        ("BD-2022-03-28", 2),  # 144 − 73 and 355 − 178
        ("MN-2026-01-24", 0),  # what the Government of Japan acquires is not published
        ("MN-2022-02-08", 0),  # both sides are published
        ("KE-2021-02-07", 1),
        ("VN-issued-2017-10-10", 0),  # the government of Viet Nam is named
    ],
)
def test_a_decision_says_that_holders_of_the_rest_are_not_published(
    client: "Client", decision: str, lines: int, language: str
) -> None:
    """Once a line, where the government's part is known and no side and holder is."""
    shown = client.get(f"/{language}/decisions/{decision}").content.decode()

    assert shown.count(REST[language]) == lines


def test_named_holders_of_the_only_line_are_shown(client: "Client") -> None:
    """Indonesia 2016: Mayekawa 4, the Government of Indonesia 5, PT Adib 4 (Carbon Pulse)."""
    page = unescape(client.get("/en/decisions/ID-announced-2016-05-13").content.decode())

    for holder, amount in (("Mayekawa", 4), ("Government of Indonesia", 5), ("PT Adib", 4)):
        assert re.search(rf"{holder}</.{{0,200}}<span class=\"number\">{amount}<", page, re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_holders_without_a_name_are_shown_and_nothing_is_left_over(
    client: "Client", shell: Shell, language: str
) -> None:
    """Viet Nam 2017: 117, 58 and 59 of others make up 439, 288 and 151 (practice.md, section 4)."""
    key = "VN-issued-2017-10-10"
    page = unescape(client.get(f"/{language}/decisions/{key}").content.decode())
    text = shell("decision", key, "--language", language)[1]
    # Indonesia 2016: 27, 4, 5 and 4 are the 40, so nothing is left there either.
    whole = client.get(f"/{language}/decisions/ID-announced-2016-05-13").content.decode()

    for others in ("117", "58", "59"):
        assert re.search(rf"{OTHERS[language]}.{{0,400}}{others}", page, re.DOTALL), others
        assert re.search(rf"{OTHERS[language]}.{{0,40}}{others}", text), others
    assert LEFT[language] not in page
    assert LEFT[language] not in unescape(whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_amount_of_a_figure_stands_without_its_source(client: "Client", language: str) -> None:
    """A link to it, or to the decision that names several."""
    for measure in ("notified", "goj", "issued-japan", "issued-host"):
        page = client.get(f"/{language}/figures/{measure}").content.decode()
        cells = page.split(f'data-label="{SITE.say(language, "source-heading")}">')[1:]

        assert cells
        assert all("<a href=" in cell.partition("</td>")[0] for cell in cells)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("project", "address", "is_its_text"),
    [
        ("BD002", "https://www.jcm.go.jp/jc/methodologies/bd-am001-ver1-0/", True),
        ("KE002", "https://www.jcm.go.jp/ke-jp/methodologies/52", True),
        ("LA001", "https://www.nedo.go.jp/english/news/AA5en_100142.html", False),
    ],
)
def test_a_project_leads_to_the_text_of_its_methodology(
    client: "Client", project: str, address: str, language: str, *, is_its_text: bool
) -> None:
    """To the scheme's page of the methodology; another source is not called its text."""
    shown = client.get(f"/{language}/projects/{project}").content.decode()

    assert f'href="{address}"' in shown
    assert (TEXT[language] in shown) is is_its_text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_of_which_day_and_state_it_is(client: "Client", path: str) -> None:
    """Whoever cites a figure can say what record it was read in."""
    state = record_state(reader()).head[:12]

    for language, said in (("en", "State of the record: "), ("ja", "記録の状態：")):  # noqa: RUF001 - as it is written
        shown = client.get(f"/{language}/{path}").content.decode()
        assert f"{said}<code>{state}</code>" in shown


@pytest.mark.parametrize(
    "path",
    [
        "projects?partner=ZZ",
        "projects?status=finished",
        "projects?order=nonsense",
        "decisions?partner=ZZ",
        "methodologies?partner=ZZ",
    ],
)
def test_a_filter_that_nothing_can_meet_is_refused(client: "Client", path: str) -> None:
    """As the other doors refuse it: a mistyped filter is never shown as the whole list."""
    response = client.get(f"/en/{path}")

    assert response.status_code == 422
    assert "is not one of" in response.content.decode()


def test_credits_issued_on_several_days_are_not_called_open(client: "Client") -> None:
    """Mongolia's decision of November 2018: Japan has issued 7,364, each project on its day."""
    for language, said, wrong in (
        ("en", "on several days", "not yet issued"),
        ("ja", "複数の日", "未発行"),
    ):
        page = client.get(f"/{language}/notices/MN-2018-11-06").content.decode()
        paper = client.get(f"/{language}/notices/MN-2018-11-06/notice.txt").content.decode()
        for shown in (page, paper):
            assert said in shown
            assert wrong not in shown


def test_the_interface_is_found_without_its_last_slash(client: "Client") -> None:
    """Whoever leaves it out is led to it."""
    assert client.get("/api/v1")["Location"] == "/api/v1/"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Mongolia", "MN-2026-01-24"),
        ("モンゴル", "MN-2026-01-24"),
        ("日本・モンゴル", "MN-2026-01-24"),
        ("28 March 2022", "BD-2022-03-28"),
        ("2022年3月28日", "BD-2022-03-28"),
        ("Bangladesh chiller", "BD001"),
    ],
)
def test_a_search_finds_countries_and_days_in_both_languages(
    client: "Client", asked: str, found: str
) -> None:
    """A decision is found by the country and the day that its line shows."""
    shown = client.get("/en/search", {"q": asked}).content.decode()

    assert f"/{found}" in shown
