"""What the page of search finds beside the record: the pages of the site, in either language."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def _pages(shown: str) -> list[str]:
    """Return where the pages of the site lead that were found."""
    said = re.search(
        r'<p class="under-title">(?:Pages of this site|このサイトのページ)(.*?)</p>', shown
    )
    return re.findall(r'href="([^"]+)"', said.group(1)) if said else []


@pytest.mark.parametrize(
    ("language", "asked", "found"),
    [
        ("en", "goals", ["/en/goals"]),
        ("ja", "目標", ["/ja/goals"]),
        ("ja", "goal", ["/ja/goals"]),
        ("en", "statistic", ["/en/statistics"]),
        ("en", "workbench", ["/en/allocation-workbench"]),
        ("en", "OpenAPI", ["/en/open-data"]),
        ("en", "zzz", []),
        ("en", "", []),
        ("en", "--", []),
    ],
)
def test_a_page_is_found_by_its_name(
    client: "Client", language: str, asked: str, found: list[str]
) -> None:
    """By every word of it, whole or begun; each address has a page."""
    shown = client.get(f"/{language}/search", {"q": asked}).content.decode()

    assert _pages(shown) == found
    for address in found:
        assert client.get(address).status_code == 200
    assert ("Nothing in the public record" in shown) is (asked in {"zzz", "--"})


def test_japanese_readers_are_told_that_titles_are_in_english(client: "Client") -> None:
    """And what they can ask for in Japanese."""
    assert "英語のみで公表" in client.get("/ja/search?q=太陽光").content.decode()
    assert "英語のみで公表" in client.get("/ja/search").content.decode()
    assert "English only" not in client.get("/en/search").content.decode()


def test_the_number_of_the_five_questions_leads_to_its_decision(client: "Client") -> None:
    """251 is what the Government of Japan was to acquire in March 2022."""
    shown = client.get("/en/search?q=251").content.decode()

    assert re.findall(r'<li><a href="(/en/[^"]+)"', shown.partition('class="hits"')[2]) == [
        "/en/decisions/BD-2022-03-28"
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("NDC", "/en/"),
        ("無効化", "/en/"),
        ("165,967", "/en/"),
        ("165967 tCO2e", "/en/statistics"),
        ("100 million", "/en/goals"),
        ("100 million t-CO2", "/en/goals"),
        ("1億", "/en/goals"),
        ("17,000,000 tonnes", "/en/goals"),
    ],
)
def test_a_page_is_found_by_what_it_says(client: "Client", asked: str, found: str) -> None:
    """By its words in either language, and by the figures of the record that stand on it."""
    shown = client.get("/en/search", {"q": asked}).content.decode()

    assert found in _pages(shown)
    assert "Nothing in the public record" not in shown


def test_every_page_that_can_be_found_is_read_whole(client: "Client") -> None:
    """A page that is found by a sentence says it."""
    for asked in ("Mitigation", "pseudonymous zzz"):
        for address in _pages(client.get("/en/search", {"q": asked}).content.decode()):
            assert asked.casefold() in client.get(address).content.decode().casefold()
