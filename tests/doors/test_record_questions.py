"""Questions to the public record: API and shell answer alike, in text for people too."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width
from urllib.parse import parse_qsl, quote

import pytest

from openjcm.cli.frame import RECORD
from openjcm.views.record.facts import KINDS
from told.asking import Answers, Shell
from told.canary import CANARY
from told.questions import QUESTIONS, Question

if TYPE_CHECKING:
    from django.test import Client

LINE = 100
PAGED = {"projects": 147, "decisions": 30, "facts": 310}
# practice.md, section 7: the order of the ministry's notice.
NOTICE = [
    *("Mongolia", "Bangladesh", "Ethiopia", "Kenya", "Maldives", "Viet Nam", "Lao PDR"),
    *("Indonesia", "Costa Rica", "Palau", "Cambodia", "Mexico", "Saudi Arabia", "Chile"),
    *("Myanmar", "Thailand", "Philippines"),
]
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.address)


def _asked(api: Answers, question: Question) -> Any:  # noqa: ANN401 - any answer
    address, _, query = question.address.partition("?")
    return api(*address.split("/"), **dict(parse_qsl(query)))


def _width(line: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


@each_question
def test_shell_and_api_give_the_same_answer(cli: Answers, api: Answers, question: Question) -> None:
    """Field by field, in the same order."""
    said = _asked(api, question)

    assert cli(*question.command) == said
    assert json.dumps(cli(*question.command)) == json.dumps(said)


@each_question
def test_a_text_says_it_in_both_languages(shell: Shell, question: Question) -> None:
    """Figures with their basis, blanks in words, and no line of more than a hundred columns."""
    for language, words in (("en", question.english), ("ja", question.japanese)):
        code, said, _ = shell(*question.command, "--language", language)

        assert code == 0
        assert words in said, said
        long = [line for line in said.splitlines() if _width(line) > LINE]
        assert not [line for line in long if "://" not in line]


def _said(value: object) -> Iterator[str]:
    """Walk what a page must show of an answer: amounts of tonnes, keys and numbers."""
    if isinstance(value, dict):
        if isinstance(value.get("amount"), int):
            yield f"{value['amount']:,}"
        yield from (value[name] for name in ("key", "id", "number") if value.get(name))
        for name, each in value.items():
            # A page writes a source by its title, and a version with its own words.
            if name not in {"sources", "versions"}:
                yield from _said(each)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_site_shows_what_the_others_answer(
    client: "Client", api: Answers, language: str
) -> None:
    """Each question that has a page: its amounts and its keys stand on it."""
    for question in (each for each in QUESTIONS if each.page):
        response = client.get(f"/{language}/{question.page}")
        shown = unescape(re.sub(r"<[^>]+>", " ", response.content.decode()))

        assert response.status_code == 200, question.page
        missing = {said for said in _said(_asked(api, question)) if said not in shown}
        assert not missing, f"{question.page} lacks {sorted(missing)}"


def test_nothing_of_a_planted_rehearsal_is_answered(client: "Client", shell: Shell) -> None:
    """REHEARSAL_IS_APART: no word of it in any answer about the public record."""
    for question in QUESTIONS:
        address = f"/api/v1/{quote(question.address, safe='/?=&')}"
        said = client.get(address).content.decode() + shell(*question.command)[1]
        assert not [word for word in (CANARY, "の題", "BD-R", "reconstructed") if word in said]
    for address in ("facts?limit=500", f"search?q={CANARY}", "search?q=rehearsal"):
        said = client.get(f"/api/v1/{address}").content.decode()
        assert CANARY not in said
        assert "BD-R" not in said


def test_no_amount_stands_in_a_table_without_its_basis(shell: Shell) -> None:
    """The basis stands under each number, or the number is said not to be published."""
    _, said, _ = shell("decisions", "--partner", "BD")

    assert re.search(r"499\s+251\n\s+\[published\]\s+\[published\]", said)


def test_every_command_of_the_record_is_asked_here() -> None:
    """What is listed in the shell has a question above."""
    assert set(RECORD) <= {question.command[0] for question in QUESTIONS}


def test_the_notice_of_2022_named_seventeen_in_signing_order(cli: Answers) -> None:
    """``openjcm partners --on 2022-03-31 --json``."""
    found = cli("partners", "--on", "2022-03-31")

    assert [each["name_en"] for each in found] == NOTICE


def test_countries_stand_in_kana_order_in_japanese(shell: Shell) -> None:
    """A Japanese list begins with インドネシア and ends with ラオス."""
    said = shell("partners", "--on", "2022-03-31", "--language", "ja")[1].splitlines()

    assert "インドネシア" in said[2]
    assert "ラオス" in said[18]


def test_without_a_day_it_is_today(cli: Answers, api: Answers) -> None:
    """All 31 have signed, and both goals are in force."""
    assert len(cli("partners")) == len(api("partners")) == 31
    assert [goal["fiscal_year"] for goal in api("goals")["goals"]] == [2030, 2040]
    assert cli("goals") == api("goals")


def test_the_rest_of_a_list_is_one_command_away(shell: Shell) -> None:
    """The text says with which cursor it goes on."""
    first = shell("decisions", "--limit", "20")[1]
    cursor = re.search(r"--cursor (\S+)", first)

    assert cursor
    rest = shell("decisions", "--cursor", cursor[1])[1]
    assert "BD-2022-03-28" in first
    assert "BD-2022-03-28" not in rest
    assert "MN-2016-09-29" in rest


@pytest.mark.parametrize("path", PAGED)
def test_the_link_of_a_page_leads_through_all(client: "Client", path: str) -> None:
    """Each item once, as many as the total says, and no link on the last page."""
    address, found = f"/api/v1/{path}?limit=40", []
    while address:
        response = client.get(address)
        page = response.json()
        found += page["items"]
        assert page["total"] == PAGED[path]
        link = response.headers.get("Link", "")
        assert bool(link) == (page["next"] is not None)
        address = link.partition(">")[0].strip("<")
        assert not link or link.endswith('; rel="next"')

    assert len(found) == len({json.dumps(each) for each in found}) == PAGED[path]


def test_a_link_keeps_what_was_asked(client: "Client") -> None:
    """The filter stays, in any letters."""
    first = client.get("/api/v1/projects?q=solar+power&partner=TH&limit=1&order=title")
    link = first.headers["Link"].partition(">")[0].strip("<")
    second = client.get(link)

    assert "q=solar+power&partner=TH&limit=1&order=title&cursor=" in link
    assert second.json()["total"] == first.json()["total"] > 1
    assert second.json()["items"] != first.json()["items"]


@each_question
def test_an_answer_is_not_sent_twice(client: "Client", question: Question) -> None:
    """With its ETag it is 304 and empty, for GET and for HEAD."""
    address = f"/api/v1/{quote(question.address, safe='/?=&')}"
    whole = client.get(address)
    tag = {"If-None-Match": whole["ETag"]}

    assert whole["Cache-Control"] == "no-cache"
    assert client.head(address)["ETag"] == whole["ETag"]
    for again in (client.get(address, headers=tag), client.head(address, headers=tag)):
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", whole["ETag"])
    other = client.get(address, headers={"If-None-Match": '"another"'})
    assert other.content == whole.content


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("partners?on=someday", ["on"]),
        ("partners?on=1648684800", ["on"]),
        ("projects?decided=yes", ["decided"]),
        ("partners?On=2022-03-31", ["On"]),
        ("projects?partner=mn", ["partner"]),
        ("projects?partner=FR&status=done&year=1&limit=0", ["partner", "status", "year", "limit"]),
        ("projects?methodology=chiller", ["methodology"]),
        ("projects?order=size&decided=perhaps", ["order", "decided"]),
        (f"projects?q={'x' * 201}", ["q"]),
        ("decisions?project=BD2&year=twenty", ["project", "year"]),
        ("decisions?cursor=a+b", ["cursor"]),
        ("decisions?partner=MN&partner=BD", ["partner"]),
        ("methodologies?partner=Mongolia", ["partner"]),
        ("totals?by=side", ["by"]),
        ("goals?on=2022-02-30", ["on"]),
        ("facts?kind=rumour&partnership=XX", ["kind", "partnership"]),
        ("facts/rumour/BD002", ["kind"]),
        ("search", ["q"]),
        ("search?q=a&limit=501", ["limit"]),
        ("measures?on=2022-03-31", ["on"]),
        ("?year=2022", ["year"]),
    ],
)
def test_what_cannot_be_read_is_named(client: "Client", address: str, fields: list[str]) -> None:
    """Every faulty parameter at once, and nothing of the inside."""
    response = client.get(f"/api/v1/{address}")

    said = response.json()
    assert (response.status_code, said["code"]) == (422, "request-unreadable")
    assert sorted(each["place"] for each in said["findings"]) == sorted(fields)
    assert all(f"{field}: " in said["message"] for field in fields)


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (("partners", "--on", "someday"), 2, "usage"),
        (("partner", "FR"), 3, "no-such-partner"),
        (("projects", "--partner", "FR"), 2, "usage"),
        (("projects", "--status", "done"), 2, "usage"),
        (("projects", "--limit", "0"), 2, "limit-out-of-range"),
        (("projects", "--cursor", "nonsense"), 2, "cursor-unreadable"),
        (("projects", "-q", "x" * 201), 2, "query-too-long"),
        (("project", "BD999"), 3, "no-project"),
        (("decisions", "--year", "1"), 2, "usage"),
        (("decision", "XX"), 3, "no-decision"),
        (("methodology", "published", "XX"), 3, "no-methodology"),
        (("totals", "--by", "side"), 2, "usage"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_the_shell_refuses_what_it_cannot_answer(
    shell: Shell, words: tuple[str, ...], exit_code: int, code: str
) -> None:
    """One sentence, with the exit code of its kind."""
    exited, said, told = shell(*words, "--json")

    assert (exited, said) == (exit_code, "")
    assert json.loads(told.splitlines()[-1])["error"]["code"] == code


def test_the_shell_says_how_a_day_is_written(shell: Shell) -> None:
    """As the site does, without the names of formats."""
    told = shell("partners", "--on", "31.3.2022")[2]

    assert "'31.3.2022' is not a day; write it as 2022-03-31" in told
    assert "%" not in told


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("partners/FR", "no-such-partner"),
        ("projects/BD999", "no-project"),
        ("decisions/XX", "no-decision"),
        ("methodologies/XX", "no-methodology"),
        ("facts/project/XX", "no-fact"),
    ],
)
def test_what_is_not_there_is_said_so(client: "Client", address: str, code: str) -> None:
    """404 with its code."""
    response = client.get(f"/api/v1/{address}")

    assert (response.status_code, response.json()["code"]) == (404, code)


def test_the_start_lists_every_address(client: "Client") -> None:
    """In the order of the document, each with a sentence."""
    said = client.get("/api/v1/").json()
    document = client.get(said["document"]).json()

    # An address that takes something in and gives something out stands once for each.
    listed = dict.fromkeys(each["address"] for each in said["addresses"])
    assert list(listed) == list(document["paths"])
    assert all(each["says"].endswith(".") for each in said["addresses"])


def test_a_fact_shows_what_was_printed_and_where(api: Answers) -> None:
    """With its version, its record and its sources."""
    said = api("facts", "issuance-decision", "BD-2022-03-28")

    (version,) = said["versions"]
    assert version["says"]["lines"][0]["notified"] == 144
    assert version["sources"][0]["url"] == "https://www.env.go.jp/en/headline/2596.html"
    assert version["superseded_at"] is None
    assert version["recorded_at"].endswith("Z")


def test_the_kinds_of_facts_are_those_of_the_record(client: "Client") -> None:
    """What may be asked for is what there can be."""
    document = client.get("/api/v1/openapi.json").json()

    assert document["components"]["schemas"]["FactKind"]["enum"] == list(KINDS)


@pytest.mark.parametrize("address", ["measures", "totals?by=country", "totals?by=year"])
def test_the_address_of_a_total_answers_at_the_api_and_on_the_site(
    client: "Client", api: Answers, address: str
) -> None:
    """What a total is made of is one step away from it."""
    path, _, query = address.partition("?")
    said = api(path, **dict(parse_qsl(query)))
    rows = said if isinstance(said, list) else [said]
    figures = {each for row in rows for made in row["made_of"] for each in made["figures"]}

    assert figures
    for each in sorted(figures)[::9]:
        for root in ("/api/v1/", "/en/"):
            assert client.get(root + each).status_code == 200, each
