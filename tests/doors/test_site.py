"""The site: each page whole, in both languages, with every link leading somewhere."""

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import LANGUAGES, PAPERS
from openjcm.store import database
from openjcm.web.headers import HEADERS
from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

BLOCK = "credits/REHEARSAL-JP-BD-BD002-2017-1-25"
PAGES = (
    *("", "notices", "notices/BD-2022-03-28", "notices/BD-R-2022-03-28", "statistics"),
    *(
        "notices/BD-2022-03-28/BD002/walk",
        BLOCK,
        "rehearsals/BD-R",
        "open-data",
        "about",
        "sources",
    ),
    *("search", "search?q=BD002", "search?q=nothing-of-the-kind", "readings/0001"),
    "notices/BD-R-2022-03-28/BD002/walk",
)
REHEARSED = {
    *("notices/BD-R-2022-03-28", "notices/BD-R-2022-03-28/BD002/walk"),
    *(BLOCK, "rehearsals/BD-R"),
}
_VOID = {"meta", "link", "img", "input", "br", "hr", "path", "circle", "source"}


class _Reading(HTMLParser):
    """Collects what a page has, and refuses an element that is not closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.unlabelled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links, anchors and headings."""
        said = dict(attrs)
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "a" and said.get("href"):
            self.links.append(str(said["href"]))
        if said.get("id"):
            self.ids.append(str(said["id"]))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        if tag == "img" and "alt" not in said:
            self.unlabelled.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Expect the element that was opened last."""
        if tag not in _VOID:
            assert self.open.pop() == tag, f"</{tag}> closes something else"


def _read(content: bytes) -> _Reading:
    reading = _Reading()
    reading.feed(content.decode())
    assert reading.open == []
    return reading


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole(client: "Client", path: str, language: str) -> None:
    """Language, one first heading, unique anchors, every picture named, headers set."""
    response = client.get(f"/{language}/{path}")

    assert response.status_code == 200
    text = response.content.decode()
    assert text.startswith("<!doctype html>")
    assert f'<html lang="{language}"' in text
    assert response["Content-Language"] == language
    assert {name: response[name] for name in HEADERS} == HEADERS
    reading = _read(response.content)
    assert reading.headings.count("h1") == 1
    assert len(set(reading.ids)) == len(reading.ids)
    assert reading.unlabelled == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: "Client", path: str, language: str) -> None:
    """Pages, files and anchors of our own; the twin is among them."""
    reading = _read(client.get(f"/{language}/{path}").content)
    ours = {link for link in reading.links if not link.startswith(("http://", "https://"))}
    other = {"en": "ja", "ja": "en"}[language]

    assert any(link.startswith(f"/{other}/") for link in ours)
    for link in sorted(ours):
        address, _, anchor = link.partition("#")
        there = client.get(address) if address else None
        assert there is None or there.status_code in {200, 302}, link
        if anchor:
            assert anchor in (_read(there.content) if there else reading).ids, link


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_rehearsal_is_marked_on_each_of_its_pages(
    client: "Client", path: str, language: str
) -> None:
    """REHEARSAL_IS_APART: banner and ``noindex`` on its pages, and on no other."""
    response = client.get(f"/{language}/{path}")
    banner = SITE.say(language, "banner-words")

    marked = banner in response.content.decode()

    assert marked is (path in REHEARSED)
    assert (response.get("X-Robots-Tag") == "noindex") is (path in REHEARSED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing-here", 404),
        ("notices/XX", 404),
        ("notices/BD-2022-03-28/BD009/walk", 404),
        ("credits/XX", 422),
        ("rehearsals/BD", 404),
        ("readings/9999", 404),
        ("search?q=" + "x" * 201, 422),
        ("search?q=%00", 422),
    ],
)
def test_a_refusal_is_a_page_in_words(
    client: "Client", path: str, status: int, language: str
) -> None:
    """In the reader's language, with a way back, and not for search engines."""
    response = client.get(f"/{language}/{path}")

    assert response.status_code == status
    assert response["X-Robots-Tag"] == "noindex"
    assert SITE.say(language, f"refusal-{status}") in response.content.decode()
    assert f"/{language}/" in _read(response.content).links


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_only_be_read(client: "Client", path: str) -> None:
    """Any other method is refused in words, and no cookie is set."""
    response = client.post(f"/en/{path}")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    assert SITE.say("en", "refusal-405") in response.content.decode()
    assert response.cookies == {}


def test_a_record_that_is_away_is_said_on_a_page(
    client: "Client", monkeypatch: pytest.MonkeyPatch, tmp_path: "Path"
) -> None:
    """503 in words, and when to ask again."""
    away = database.Database("postgresql://nobody@/none?host=/nowhere", "", tmp_path)
    database.close()
    monkeypatch.setattr(database, "_configured", [away])

    response = client.get("/ja/notices")

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert SITE.say("ja", "refusal-503") in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(REHEARSED))
def test_no_page_of_a_rehearsal_says_that_something_is_missing(
    client: "Client", path: str, language: str
) -> None:
    """Its readings, report and serial numbers exist here, and each of them can be reached."""
    shown = client.get(f"/{language}/{path}").content.decode()

    missing = [key for key in PAPERS.keys(language) if key.startswith("missing-")]
    assert missing
    assert [key for key in missing if PAPERS.say(language, key) in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_walk_of_a_rehearsed_line_leads_to_each_of_its_blocks(
    client: "Client", language: str
) -> None:
    """Links to ``/credits/…`` of this rehearsal, Japan's and the host's, for every vintage."""
    response = client.get(f"/{language}/notices/BD-R-2022-03-28/BD002/walk")

    links = [link for link in _read(response.content).links if "/credits/" in link]
    assert len(links) == 6
    for link in links:
        assert link.startswith(f"/{language}/credits/REHEARSAL-")
        assert link.endswith("?of=BD-R")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_digit_of_a_long_decimal_stands_on_the_page(client: "Client", language: str) -> None:
    """No digit needs a mouse: they are text, on a phone and by keyboard too."""
    shown = client.get(f"/{language}/{BLOCK}").content.decode()

    assert "49.71999986772486772486772486772486772486772486773" in re.sub(r"<[^>]+>", "", shown)


def test_the_japanese_page_of_a_block_is_in_japanese(client: "Client") -> None:
    """Status, standing, basis, sides, roles, holders and notes are words of that language."""
    shown = re.sub(r"<[^>]+>", " ", client.get(f"/ja/{BLOCK}").content.decode())

    for english in (
        *("holding", "counted", "reconstructed", "co-chair", "registry-manager", "joint record"),
        *("chiller 1", "Government of Japan", "Rehearsal participant", "Chosen by us"),
        *("part of", "2017-03-01 –"),
    ):
        assert english not in shown, english
    for japanese in (
        "保有",
        "採用",
        "再構成値",
        "共同議長",
        "登録簿管理者",
        "合同 第16号",
        "冷凍機1",
    ):
        assert japanese in shown, japanese


@pytest.mark.parametrize("kind", ["notice.pdf", "notice.txt", "notice.json"])
def test_a_file_of_a_rehearsal_is_kept_from_search_engines(client: "Client", kind: str) -> None:
    """REHEARSAL_IS_APART: ``noindex`` on each of its files, and its name says what it is."""
    rehearsed = client.get(f"/en/notices/BD-R-2022-03-28/{kind}")
    published = client.get(f"/en/notices/BD-2022-03-28/{kind}")

    assert rehearsed["X-Robots-Tag"] == "noindex"
    assert 'filename="rehearsal-BD-R' in rehearsed["Content-Disposition"]
    assert "X-Robots-Tag" not in published


def test_a_page_loads_nothing_but_our_own_style_fonts_and_pictures(client: "Client") -> None:
    """The policy in full: no script, no frame, nothing of another host."""
    response = client.get("/en/")

    assert response["Content-Security-Policy"].split("; ") == [
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cache-Control"] == "no-cache"
    assert "geolocation=()" in response["Permissions-Policy"]


def test_an_address_in_japanese_text_is_a_link(client: "Client") -> None:
    """Japanese sets no blank before an address."""
    links = _read(client.get("/ja/notices/BD-2022-03-28").content).links

    assert "https://www.jcm.go.jp/" in links
    assert "/ja/readings/0001" in links


def test_a_search_names_the_day_of_a_decision_in_words(client: "Client") -> None:
    """A date is written as the language writes it."""
    english = client.get("/en/search?q=BD002").content.decode()
    assert "Bangladesh–Japan: decision of 28 March 2022" in english
    japanese = client.get("/ja/search?q=BD002").content.decode()
    assert "日本・バングラデシュ：2022年3月28日の決定" in japanese  # noqa: RUF001 - as it is written


def test_several_rehearsals_are_told_apart_on_the_first_page(client: "Client") -> None:
    """The second names its key; both are of the same decision."""
    shown = client.get("/en/").content.decode()

    assert "Rehearsal of the decision of 28 March 2022" in shown
    assert "Rehearsal BD-R-CANARYWORD of the decision of 28 March 2022" in shown


def test_the_front_door_leads_to_the_language_that_the_browser_wants(client: "Client") -> None:
    """And from the bare loopback address to the name that passkeys belong to."""
    japanese = client.get("/", headers={"accept-language": "ja,en;q=0.5"})
    bare = client.get("/", headers={"host": "127.0.0.1:8123"})

    assert (japanese.status_code, japanese["Location"]) == (302, "/ja/")
    assert japanese["Vary"] == "Accept-Language"
    assert bare["Location"] == "http://localhost:8123/en/"
    assert client.get("/ja")["Location"] == "/ja/"


@pytest.mark.parametrize("path", ["/", "/en/", "/api/v1/measures", "/open-data/decisions.json"])
def test_the_site_answers_under_its_own_name_only(client: "Client", path: str) -> None:
    """A request for another host is no request for this site."""
    response = client.get(path, headers={"host": "evil.example"})

    assert response.status_code == 400


def test_both_languages_say_the_same_things() -> None:
    """Every key of one catalogue stands in the other, and none in both rooms."""
    assert SITE.keys("en") == SITE.keys("ja")
    assert PAPERS.keys("en") == PAPERS.keys("ja")
    assert not SITE.keys("en") & PAPERS.keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_says_as_its_decision_does_that_there_is_nothing_to_issue(
    client: "Client", language: str
) -> None:
    """Japan was notified of 0: no day of issue is awaited, on neither page."""
    nothing = PAPERS.say(language, "standing-nothing")

    for address in ("notices", "decisions"):
        shown = client.get(f"/{language}/{address}/MN-2019-05-17").content.decode()
        assert nothing in shown
        assert PAPERS.say(language, "not-yet-issued") not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_names_further_projects_and_remarks_as_its_decision_does(
    client: "Client", language: str
) -> None:
    """Page, text and decision agree that two projects have no number and the day is inferred."""
    shown = [
        client.get(f"/{language}/{address}").content.decode()
        for address in ("notices/ID-2020-01-10", "decisions/ID-2020-01-10")
    ]
    text = client.get(f"/{language}/notices/ID-2020-01-10/notice.txt").content.decode()
    further = PAPERS.say(language, "unnamed-projects", count=2)

    assert further in shown[0]
    assert further.split(" without")[0] in text
    assert further in client.get(f"/{language}/notices").content.decode()
    for each in (*shown, text):
        assert PAPERS.say(language, "remark-decision-day-inferred") in each
