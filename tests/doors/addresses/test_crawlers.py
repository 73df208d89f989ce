"""What is said to machines: which pages there are, which to leave, and the icon."""

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from openjcm.papers.words import LANGUAGES
from openjcm.stories.published_record.files import shipped_facts

if TYPE_CHECKING:
    from django.test import Client

SITE = "http://localhost"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# Of which facts of the files there are pages, and under which name.
PAGES = {
    "partner": "partners",
    "project": "projects",
    "methodology": "methodologies",
    "issuance-decision": "decisions",
}


def _listed(client: "Client") -> dict[str, dict[str, str]]:
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    root = ET.fromstring(response.content)  # noqa: S314 - our own answer
    return {
        str(url.findtext(f"{URL}loc")): {
            each.attrib["hreflang"]: each.attrib["href"] for each in url.findall(LINK)
        }
        for url in root.findall(f"{URL}url")
    }


def test_every_page_of_the_record_is_listed_in_both_languages(client: "Client") -> None:
    """Each fact, each list; both twins name both, and English for who prefers neither."""
    listed = _listed(client)

    facts = [each for each in shipped_facts() if each.fact in PAGES]
    pages = {f"{PAGES[each.fact]}/{each.key}" for each in facts}
    pages |= {f"notices/{each.key}" for each in facts if "decided_on" in each.says}
    found = {each.removeprefix(f"{SITE}/en/") for each in listed if re.search("/en/.+/", each)}
    assert {each for each in found if not each.startswith(("figures/", "documents/"))} == pages
    assert f"{SITE}/en/figures/goj" in listed
    assert listed[f"{SITE}/ja/projects/BD002"] == {
        "en": f"{SITE}/en/projects/BD002",
        "ja": f"{SITE}/ja/projects/BD002",
        "x-default": f"{SITE}/en/projects/BD002",
    }
    english = {each for each in listed if each.startswith(f"{SITE}/en/")}
    assert {each.replace("/en/", "/ja/") for each in english} == set(listed) - english


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_listed_is_the_one_address_of_its_page(client: "Client", language: str) -> None:
    """One page of each kind, and every list: it answers, and calls itself by that address."""
    kinds: dict[str, str] = {}
    for each in _listed(client):
        if each.startswith(f"{SITE}/{language}/"):
            kind, _, key = each.removeprefix(f"{SITE}/{language}/").partition("/")
            kinds.setdefault(f"{kind}/{bool(key)}", each)

    for address in kinds.values():
        shown = client.get(address.removeprefix(SITE))
        assert shown.status_code == 200, address
        assert f'<link rel="canonical" href="{address}">' in shown.content.decode()


def test_what_has_no_end_and_what_is_rehearsed_is_left_by_machines(client: "Client") -> None:
    """Cited pages, pages as of a day, searches; REHEARSAL_IS_APART: rehearsals are not listed."""
    said = client.get("/robots.txt").content.decode()

    lines = said.splitlines()
    for left in (
        *("/*?cited=", "/*&cited=", "/*?on=", "/*&on=", "/en/search", "/ja/search"),
        *("/en/rehearsals/BD-R", "/ja/rehearsals/BD-R", "/en/notices/BD-R-2022-03-28"),
        *("/ja/notices/BD-R-2022-03-28", "/en/credits/REHEARSAL-"),
    ):
        assert f"Disallow: {left}" in lines
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert not [each for each in _listed(client) if "BD-R" in each or "?" in each]


def test_the_icon_is_where_browsers_look_for_it(client: "Client") -> None:
    """An icon file begins with 0, 1 and the number of its pictures."""
    response = client.get("/favicon.ico")

    assert response["Content-Type"] == "image/x-icon"
    assert response.content[:6] == bytes([0, 0, 1, 0, 3, 0])
