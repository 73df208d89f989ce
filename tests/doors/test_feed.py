"""The feed of decisions against RFC 4287: what a feed and an entry must have, and no more of it.

Read with the standard library alone.
"""

import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from openjcm.papers.words import LANGUAGES
from openjcm.store.database import reader
from openjcm.views.record.decisions import find_decision

if TYPE_CHECKING:
    from django.test import Client

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 4287 4.1.1 and 4.1.2: exactly one of each; at most one of each; only these.
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
ALLOWED = {
    "feed": {*ONCE, *AT_MOST_ONCE["feed"], "author", "category", "contributor", "link", "entry"},
    "entry": {*ONCE, *AT_MOST_ONCE["entry"], "author", "category", "contributor", "link"},
}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def _feed(client: "Client", language: str) -> ET.Element:
    response = client.get(f"/{language}/feeds/decisions.atom")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own answer


def _text(of: ET.Element, name: str) -> str:
    return of.findtext(f"{ATOM}{name}") or ""


def _links(of: ET.Element, rel: str) -> list[tuple[str, str, str]]:
    links = (link for link in of.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel)
    return [
        (link.get("type", ""), link.get("hreflang", ""), link.get("href", "")) for link in links
    ]


def _check(of: ET.Element, kind: str) -> None:
    """Refuse what RFC 4287 does not allow of a feed or an entry."""
    names = [child.tag.removeprefix(ATOM) for child in of]
    assert set(names) <= ALLOWED[kind]
    for name in ONCE:
        assert names.count(name) == 1, name
    for name in AT_MOST_ONCE[kind]:
        assert names.count(name) <= 1, name
    assert urlsplit(_text(of, "id")).scheme == "urn", "an id is an IRI that never changes"
    assert INSTANT.fullmatch(_text(of, "updated"))
    assert _text(of, "title")
    alternates = [(type_, language) for type_, language, _ in _links(of, "alternate")]
    assert len(alternates) == len(set(alternates)), "one alternate a type and language"
    assert all(href.startswith("http://localhost/") for _, _, href in _links(of, "alternate"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_as_rfc_4287_has_it(client: "Client", language: str) -> None:
    """Root, required elements, an author for all entries, and a link to itself."""
    feed = _feed(client, language)
    entries = feed.findall(f"{ATOM}entry")

    assert feed.tag == f"{ATOM}feed"
    assert feed.get(LANG) == language
    _check(feed, "feed")
    for entry in entries:
        _check(entry, "entry")
        assert _links(entry, "alternate"), "an entry without content has an alternate"
    assert [_text(each, "name") for each in feed.findall(f"{ATOM}author")] == ["OpenJCM"]
    own = f"http://localhost/{language}/feeds/decisions.atom"
    assert _links(feed, "self") == [("application/atom+xml", language, own)]
    ids = [_text(feed, "id"), *(_text(entry, "id") for entry in entries)]
    assert len(ids) == len(set(ids)) == 31


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_leads_to_its_twin(client: "Client", language: str) -> None:
    """In the other language, and so does every entry; its id is the same in both."""
    (other,) = set(LANGUAGES) - {language}
    feed, twin = _feed(client, language), _feed(client, other)

    address = f"http://localhost/{other}/feeds/decisions.atom"
    assert ("application/atom+xml", other, address) in _links(feed, "alternate")
    for entry in feed.findall(f"{ATOM}entry"):
        assert {each[1] for each in _links(entry, "alternate")} == set(LANGUAGES)
    entries = [
        [(_text(entry, "id"), _text(entry, "updated")) for entry in each.findall(f"{ATOM}entry")]
        for each in (feed, twin)
    ]
    assert entries[0] == entries[1]
    assert _text(feed, "id") != _text(twin, "id")


def test_an_entry_changes_when_its_record_does(client: "Client") -> None:
    """``updated`` is the instant of the record; the feed's is that of its newest entry."""
    feed = _feed(client, "en")
    entries = feed.findall(f"{ATOM}entry")
    updated = [_text(entry, "updated") for entry in entries]

    assert _text(feed, "updated") == max(updated)
    entry = next(each for each in entries if "BD-2022-03-28" in _text(each, "title"))
    recorded_at = find_decision(reader(), "BD-2022-03-28").recorded_at
    assert datetime.fromisoformat(_text(entry, "updated")) == recorded_at


@pytest.mark.parametrize(
    ("language", "key", "words"),
    [
        ("en", "BD-2022-03-28", ["28 March 2022", "BD002, BD004", "499 tCO2e (published)", "251"]),
        ("ja", "BD-2022-03-28", ["2022年3月28日", "BD002, BD004", "499 tCO2e", "公表値", "251"]),
        ("en", "KH-2023-12-22", ["KH005", "Notified: not published"]),
        ("en", "VN-undated-VN008", ["Day not published", "VN008 · ", "2,477 tCO2e (published)"]),
        ("ja", "VN-undated-VN008", ["日付は公表されていません", "2,477"]),
        ("en", "MV-2025-12-16", ["Projects: 1 project without a published number"]),
        ("ja", "MV-2025-12-16", ["：番号非公表のプロジェクト1件"]),  # noqa: RUF001 - as it is written
        ("en", "ID-2020-01-10", ["Projects: ID015, 2 projects without published numbers"]),
        ("en", "KH-announced-2020-02-28", ["Announced on 28 February 2020"]),
    ],
)
def test_an_entry_says_what_was_published(
    client: "Client", language: str, key: str, words: list[str]
) -> None:
    """Day, projects and amounts with their basis; a blank is said in words."""
    entries = _feed(client, language).findall(f"{ATOM}entry")
    summary = next(_text(each, "summary") for each in entries if key in _text(each, "title"))

    for each in words:
        assert each in summary
    assert "http" in summary, "the sources"


def test_the_latest_decision_stands_first(client: "Client") -> None:
    """Of what was entered on one day; those without a published day come last, and have no date."""
    entries = _feed(client, "en").findall(f"{ATOM}entry")
    days = [_text(entry, "published") for entry in entries]

    assert days == sorted(days, reverse=True)
    assert days[0].endswith("T00:00:00+09:00")
    assert all(INSTANT.fullmatch(day) for day in days if day)
    undated = [_text(entry, "title") for entry in entries if not _text(entry, "published")]
    assert undated
    assert all("undated" in title for title in undated)


@pytest.mark.parametrize(("language", "mark"), [("en", "secondary source"), ("ja", "二次資料")])
def test_a_secondary_source_is_said_to_be_one(client: "Client", language: str, mark: str) -> None:
    """Behind its address, and behind no other."""
    entries = _feed(client, language).findall(f"{ATOM}entry")
    said = next(
        _text(each, "summary") for each in entries if "SA-2020-03-05" in _text(each, "title")
    )

    sources = find_decision(reader(), "SA-2020-03-05").sources
    assert {source.kind for source in sources} == {"official", "secondary"}
    for source in sources:
        behind = said.partition(source.url)[2].lstrip(" (（")  # noqa: RUF001 - wide brackets
        assert behind.startswith(mark) is (source.kind == "secondary")


def test_every_page_names_the_feed_of_its_language(client: "Client") -> None:
    """So that a reader of feeds finds it from any page."""
    for language in LANGUAGES:
        shown = client.get(f"/{language}/about").content.decode()
        assert 'type="application/atom+xml" title="' in shown
        assert f'href="/{language}/feeds/decisions.atom"' in shown


def test_who_has_the_feed_is_told_so(client: "Client") -> None:
    """Readers of feeds ask again and again: nothing is sent that they have."""
    etag = client.get("/en/feeds/decisions.atom")["ETag"]

    again = client.get("/en/feeds/decisions.atom", headers={"if-none-match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_a_feed_without_decisions_is_one_too(
    client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything was recorded it is empty, and still a feed."""
    monkeypatch.setattr("openjcm.web.pages.feeds.all_decisions", lambda _: ())

    feed = _feed(client, "en")

    _check(feed, "feed")
    assert feed.findall(f"{ATOM}entry") == []
