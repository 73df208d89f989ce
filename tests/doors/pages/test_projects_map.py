"""The map above the list of projects: of what was asked for, on every page of it."""

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from openjcm.store.database import reader
from openjcm.views.record.pages import LARGEST_PAGE
from openjcm.views.record.projects import ProjectFilter, list_projects

if TYPE_CHECKING:
    from django.test import Client


def _counted(shown: str) -> dict[str, int]:
    """Return how many projects the map says of each country that has a circle."""
    said = re.findall(r'href="/en/partners/(..)" aria-label="[^"]*: (\d+) project', shown)
    return {country: int(count) for country, count in said}


@pytest.mark.parametrize(
    ("asked", "which"),
    [
        ("", ProjectFilter()),
        ("?q=chiller", ProjectFilter(words="chiller")),
        ("?partner=VN", ProjectFilter(partner="VN")),
        ("?status=validation&decided=no", ProjectFilter(status="validation", decided=False)),
    ],
)
def test_a_circle_counts_the_projects_of_the_list(
    client: "Client", asked: str, which: ProjectFilter
) -> None:
    """As many as the rows of the whole list say, and no circle for a country without one."""
    rows = list_projects(reader(), which, limit=LARGEST_PAGE).items
    shown = client.get(f"/en/projects{asked}").content.decode()

    assert _counted(shown) == Counter(row.host.iso2 for row in rows)
    assert shown.index("map-projects-title") < shown.index('<table class="stacks')
    assert ("number of projects in the list" in shown) is bool(asked)


def test_a_later_page_has_the_map_too(client: "Client") -> None:
    """Folded, of the whole list."""
    first = client.get("/en/projects").content.decode()
    (after,) = set(re.findall(r'href="(\?[^"]*cursor=[^"]+)"', first))

    shown = client.get(f"/en/projects{after.replace('&amp;', '&')}").content.decode()

    assert _counted(shown) == _counted(first)
    assert '<details class="table-box" open>' in first
    assert '<details class="table-box">' in shown


def test_a_list_of_nothing_has_no_map(client: "Client") -> None:
    """There is nothing to draw."""
    assert "map-projects-title" not in client.get("/en/projects?q=zzz").content.decode()
