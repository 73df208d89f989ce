"""A day to come: every door says what is known today, and states nothing of that day as past."""

import json
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import say_day
from openjcm.web.days import today
from told.asking import Answers, Shell

if TYPE_CHECKING:
    from django.test import Client

TO_COME = {"en": "1 January 2060", "ja": "2060年1月1日"}
SAID = {
    "en": "1 January 2060 has not come yet: what is shown is what is known today.",
    "ja": "2060年1月1日は本日より後の日付のため、本日時点の内容を示しています。",
}
ASKED = "2060-01-01"


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("page", ["partners", "goals", "maps/partners.svg"])
def test_a_page_shows_today_and_says_that_the_day_has_not_come(
    client: "Client", page: str, language: str
) -> None:
    """The heading, the map and the citation are of today; the remark names the day asked for."""
    said = unescape(client.get(f"/{language}/{page}?on={ASKED}").content.decode())

    if page.endswith("svg"):
        assert TO_COME[language] not in said
    else:
        assert said.count(TO_COME[language]) == said.count(SAID[language]) == 1
        assert f"on={today()}&cited=" in said
    assert say_day(language, today()) in said


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("question", ["partners", "goals"])
def test_the_shell_says_it_too(shell: Shell, question: str, language: str) -> None:
    """The first line; of a day that has come nothing is said."""
    code, said, _ = shell(question, "--on", ASKED, "--language", language)
    past = shell(question, "--on", "2022-03-31", "--language", language)[1]

    assert code == 0
    assert said.startswith(SAID[language])
    assert said.count(TO_COME[language]) == 1
    assert SAID[language][-12:] not in past


def test_the_answer_in_json_is_that_of_today(api: Answers, cli: Answers) -> None:
    """What an answer calls its day is the day that it is about."""
    asked = json.dumps(api("goals", on=ASKED))

    assert asked == json.dumps(api("goals")) == json.dumps(cli("goals", "--on", ASKED))
    assert api("partners", on=ASKED) == api("partners") == cli("partners", "--on", ASKED)
