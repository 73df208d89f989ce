"""The doors answer alike; and of a planted rehearsal nothing is seen in public."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.store.database import reader
from openjcm.views.measures import measures
from openjcm.views.notices import find_notice, list_notices
from openjcm.views.record.finding import find
from openjcm.views.record.tables import TABLES
from told.asking import Answers, Shell
from told.canary import CANARY, PARTNERSHIP

if TYPE_CHECKING:
    from django.test import Client


SERIAL = "REHEARSAL-JP-BD-BD002-2017-1-25"
# The question in the words of the shell, of the API, and where the site answers it.
QUESTIONS = {
    "measures": (("measures",), "measures", "statistics"),
    "notices": (("notice",), "notices", "notices"),
    "notice": (("notice", "BD-2022-03-28"), "notices/BD-2022-03-28", "notices/BD-2022-03-28"),
    "rehearsed notice": (
        ("notice", "BD-R-2022-03-28"),
        "notices/BD-R-2022-03-28",
        "notices/BD-R-2022-03-28",
    ),
    "walk": (
        ("walk", "BD-2022-03-28", "BD004"),
        "notices/BD-2022-03-28/BD004/walk",
        "notices/BD-2022-03-28/BD004/walk",
    ),
    "credit": (("credit", SERIAL), f"credits/{SERIAL}", f"credits/{SERIAL}"),
    "rehearsals": (("rehearsal",), "rehearsals", ""),
    "rehearsal": (("rehearsal", "BD-R"), "rehearsals/BD-R", "rehearsals/BD-R"),
    "search": (("search", "diesel"), "search?q=diesel", "search?q=diesel"),
}
PUBLIC_PAGES = (
    *("", "notices", "notices/BD-2022-03-28", "statistics", "open-data", "about"),
    *("search?q=BD002", "search?q=rehearsal", f"search?q={CANARY}", "search?q=14531"),
    "notices/BD-2022-03-28/BD002/walk",
)
# The home page and the list of rehearsals may lead to one by its title: that is no statistic.
MAY_NAME_REHEARSALS = {""}


def _page(client: "Client", path: str, language: str = "en") -> str:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200, path
    return unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))


def _of_the_page(question: str, answer: Any) -> Any:  # noqa: ANN401 - any answer
    """Return the part of an answer that its page is about: a list has totals, not lines."""
    if question == "notices":
        return [[each["total_notified"], each["goj_total"]] for each in answer["items"]]
    if question == "rehearsal":
        sides = ("published", "rehearsed")
        return [{"amount": pair[side]} for pair in answer["pairs"] for side in sides]
    return answer


def _figures(value: object) -> Iterator[int]:
    """Walk every amount of tonnes in an answer."""
    if isinstance(value, dict):
        if isinstance(value.get("amount"), int):
            yield value["amount"]
        for each in value.values():
            yield from _figures(each)
    elif isinstance(value, list):
        for each in value:
            yield from _figures(each)


@pytest.mark.parametrize(("words", "path", "_page_of_it"), QUESTIONS.values(), ids=QUESTIONS)
def test_shell_and_api_give_the_same_answer(
    cli: Answers, api: Answers, words: tuple[str, ...], path: str, _page_of_it: str
) -> None:
    """Field by field."""
    address, _, asked = path.partition("?q=")

    assert cli(*words) == api(address, **({"q": asked} if asked else {}))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_site_shows_the_same_figures(
    client: "Client", api: Answers, question: str, language: str
) -> None:
    """Every amount that the page is about stands on it, in both languages."""
    _, path, page = QUESTIONS[question]
    address, _, asked = path.partition("?q=")
    answer = api(address, **({"q": asked} if asked else {}))

    shown = _page(client, page, language)

    numbers = set(re.findall(r"\d[\d,]*", shown))
    wanted = {f"{amount:,}" for amount in _figures(_of_the_page(question, answer))}
    assert wanted <= numbers
    assert wanted or question in {"walk", "credit", "rehearsals", "search"}


@pytest.mark.parametrize("path", ["walk", "credit"])
def test_the_site_shows_every_station_of_a_walk(client: "Client", api: Answers, path: str) -> None:
    """Each value and each row of the reading file stands on the page."""
    _, address, page = QUESTIONS[path]
    answer = api(address)

    shown = " ".join(_page(client, page).split())

    values = [fact["value"] for step in answer["steps"] for fact in step["facts"]]
    cells = [
        cell
        for step in answer["steps"]
        for table in step["tables"]
        for row in table["rows"]
        for cell in row
    ]
    assert values
    digits = re.sub(r"(?<=\d),(?=\d{3})", "", shown)
    missing = [each for each in values + cells if each not in shown and each not in digits]
    assert not [each for each in missing if each.isdigit()]


def test_a_notice_as_a_file_is_the_notice(client: "Client", api: Answers) -> None:
    """The site's data file of a notice says what the API says."""
    as_file = client.get("/en/notices/BD-2022-03-28/notice.json").json()

    assert as_file == api("notices/BD-2022-03-28")


def test_the_story_in_the_shell_is_its_rehearsal_elsewhere(cli: Answers, api: Answers) -> None:
    """What ``openjcm story`` prints is what the API shows of the rehearsal."""
    story, compared = cli("story", "first-issuance"), api("rehearsals/BD-R")

    assert story["total_notified"] == compared["rehearsed"]["total_notified"]["amount"]
    assert story["blocks"] == compared["first_serials"]
    assert [each["notified"] for each in story["projects"]] == [
        line["notified"]["amount"] for line in compared["rehearsed"]["lines"]
    ]


def _public_answers(client: "Client", api: Answers, shell: Shell) -> Iterator[tuple[str, str]]:
    record = reader()
    yield "view measures", repr(measures(record))
    yield "view notices", repr(list_notices(record))
    for text in ("BD002", "rehearsal", CANARY, PARTNERSHIP):
        yield f"view search {text}", repr(find(record, text))
        yield f"api search {text}", json.dumps(api("search", q=text), ensure_ascii=False)
        yield f"shell search {text}", shell("search", text)[1].replace(f"“{text}”", "")
    for path in ("measures", "notices", "notices/BD-2022-03-28"):
        yield f"api {path}", json.dumps(api(path), ensure_ascii=False)
    for words in (("measures",), ("notice",), ("notice", "BD-2022-03-28")):
        yield f"shell {words}", shell(*words)[1] + shell(*words, "--json")[1]
    for table in TABLES:
        for ending in ("csv", "json"):
            path = f"open-data/{table.name}.{ending}"
            yield path, client.get(f"/{path}").content.decode()
    for language in ("en", "ja"):
        for page in PUBLIC_PAGES:
            if page not in MAY_NAME_REHEARSALS:
                content = client.get(f"/{language}/{page}").content.decode()
                yield f"{language}/{page}", content.replace(page.partition("=")[2] or "\n", "")


def test_nothing_of_a_planted_rehearsal_is_seen_in_public(
    client: "Client", api: Answers, shell: Shell
) -> None:
    """REHEARSAL_IS_APART: no word and no amount of it in statistics, search or open data."""
    planted = find_notice(reader(), f"{PARTNERSHIP}-2022-03-28")
    figures = [planted.total_notified, planted.goj_total]
    figures += [each for line in planted.lines for each in (line.notified, line.goj)]
    figures += [each.credits for line in planted.lines for each in line.vintages]
    figures += [side.notified for side in planted.sides]
    amounts = {figure.amount for figure in figures}

    assert len(amounts) > 10
    assert None not in amounts
    words = {CANARY, "の題", "BD-R-"}
    numbers = {text for amount in amounts for text in (f"{amount}", f"{amount:,}")}
    for where, said in _public_answers(client, api, shell):
        seen = {word for word in words if word in said}
        # A digest has digits too, and says nothing.
        figures_said = re.sub(r"\b[0-9a-f]{12,}\b", "", said)
        seen |= set(re.findall(r"\d[\d,]*\d", figures_said)) & numbers
        assert not seen, f"{where}: {sorted(seen)}"


def test_the_planted_rehearsal_is_there_to_be_found(api: Answers) -> None:
    """By its own key it is found, so the test above looks for something that exists."""
    compared: dict[str, Any] = api(f"rehearsals/{PARTNERSHIP}")

    assert compared["rehearsed"]["total_notified"]["amount"] == 40830
    assert compared["rehearsed"]["lines"][0]["title_en"].startswith(CANARY)
