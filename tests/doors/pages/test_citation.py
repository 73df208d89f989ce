"""A citation: day and state in one address, and what is said once the record has changed."""

import re
from datetime import UTC, date, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.measure.errors import Malformed
from openjcm.papers.words import LANGUAGES
from openjcm.store.database import reader
from openjcm.views.record.state import State, record_state
from openjcm.web import citation
from openjcm.web.citation import address_of, citation_of, plain_query
from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.test import Client

HEAD = "59eb4cb3de1c8a6f00000000deadbeef"
UNCHANGED = {"en": "The record stands as it was cited", "ja": "記録は引用時から変わっていません"}
CITED = ("decisions/BD-2022-03-28", "projects/BD002", "notices/BD-2022-03-28", "figures/goj")
# Every other kind of page of the record: lists as they were asked for, and what is about them all.
ALSO = (
    *("", "decisions", "notices", "projects", "methodologies", "allocation-workbench", "open-data"),
    *("statistics", "partners/MN", "methodologies/BD_AM001", "notices/BD-2022-03-28/BD002/walk"),
)
ASKED = ("decisions?partner=BD", "projects?q=solar&partner=BD", "partners?on=2022-03-31")
TODAY = date(2026, 11, 27)
# The newest record is of 10 November 2026, nine in the morning in Japan.
STATE = State(HEAD, 300, datetime(2026, 11, 10, tzinfo=UTC))


@pytest.fixture
def _today(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site is None, "requests are made after the settings"
    monkeypatch.setattr(citation, "today", lambda: TODAY)


def _asked(address: str) -> "HttpRequest":
    from django.test import RequestFactory  # noqa: PLC0415 - after the settings

    return RequestFactory(headers={"host": "localhost"}).get(address)


@pytest.mark.usefixtures("_today")
def test_an_address_carries_day_and_state_behind_what_it_asked_for() -> None:
    """Filters stay where they are."""
    plain = citation_of(_asked("/en/decisions/BD-2022-03-28"), STATE)
    filtered = citation_of(_asked("/ja/figures/goj?partner=MN"), STATE)

    tail = "cited=2026-11-27.59eb4cb3de1c"
    assert plain.address == f"http://localhost/en/decisions/BD-2022-03-28?{tail}"
    assert filtered.address == f"http://localhost/ja/figures/goj?partner=MN&{tail}"
    assert plain.cited is None
    assert not plain.has_changed


@pytest.mark.usefixtures("_today")
def test_a_cited_address_is_the_same_page_and_is_cited_anew() -> None:
    """What it was cited with is left out of the permanent address."""
    request = _asked("/en/figures/goj?cited=2026-11-10.000000000001&partner=MN")

    assert address_of(request) == "http://localhost/en/figures/goj?partner=MN"
    assert plain_query(request) == "partner=MN"
    again = citation_of(request, STATE)
    assert again.address.endswith("?partner=MN&cited=2026-11-27.59eb4cb3de1c")


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize(
    ("cited", "changed"),
    [
        ("2026-11-27.59eb4cb3de1c", False),
        ("2026-11-12.59eb4cb3de1c", False),  # the same state since the last record
        ("2026-11-10.59eb4cb3de1c", False),  # the very day on which it came into it
        ("2026-11-10.000000000001", True),  # the day of the last record
        ("2025-01-01.000000000001", True),
    ],
)
def test_a_citation_knows_whether_the_record_has_changed(cited: str, *, changed: bool) -> None:
    """The state tells, not the day."""
    found = citation_of(_asked(f"/en/goals?cited={cited}"), STATE)

    assert found.has_changed is changed
    assert str(found.cited) == cited


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize(
    ("cited", "said"),
    [
        ("", "write it as 2026-11-27.59eb4cb3de1c"),
        ("59eb4cb3de1c", "write it as"),
        ("2026-11-27.59EB4CB3DE1C", "write it as"),
        ("2026-02-30.59eb4cb3de1c", "write it as"),
        ("2026-11-28.59eb4cb3de1c", "up to today"),
        ("2026-11-11.000000000001", "has stood in the state 59eb4cb3de1c since before"),
        # The day of Japan's clock before the newest record: the state was another one then.
        ("2026-11-09.59eb4cb3de1c", "it came into it on 2026-11-10"),
        ("2025-11-27.59eb4cb3de1c", "it came into it on 2026-11-10"),
    ],
)
def test_a_citation_that_cannot_have_been_is_refused(cited: str, said: str) -> None:
    """Unreadable, of a day to come, or a state between two records that never was."""
    with pytest.raises(Malformed, match=said) as refused:
        citation_of(_asked(f"/en/goals?cited={cited}"), STATE)

    assert refused.value.about == "cited"


@pytest.mark.usefixtures("_today")
def test_an_empty_record_has_one_state_only() -> None:
    """Nothing was recorded, so no other state was ever there to be cited."""
    empty = State(HEAD, 0, None)

    assert not citation_of(_asked("/en/?cited=2026-11-01.59eb4cb3de1c"), empty).has_changed
    with pytest.raises(Malformed):
        citation_of(_asked("/en/?cited=2026-11-01.000000000001"), empty)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*CITED, *ALSO])
def test_a_page_says_how_it_is_cited(client: "Client", path: str, language: str) -> None:
    """Address, day and state; the address leads to the page, which says that nothing changed."""
    state = record_state(reader()).head[:12]
    address = f"http://localhost/{language}/{path}"

    shown = client.get(f"/{language}/{path}").content.decode()

    cited = re.findall(rf'href="({re.escape(address)}\?cited=[^"]*)"', shown)
    assert len(cited) == 1
    assert cited[0].endswith(f".{state}")
    assert f'<link rel="canonical" href="{address}">' in shown
    again = client.get(cited[0]).content.decode()
    assert SITE.say(language, "cited-changed-title") not in again
    assert UNCHANGED[language] in again


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ASKED)
def test_what_a_list_was_asked_for_stays_in_its_citation(
    client: "Client", path: str, language: str
) -> None:
    """The query is part of the address; the citation leads to the same list."""
    address = f"http://localhost/{language}/{path}"

    shown = unescape(client.get(f"/{language}/{path}").content.decode())

    assert f'href="{address}&cited=' in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["goals", "partners"])
def test_a_page_about_today_is_cited_with_its_day(
    client: "Client", path: str, language: str
) -> None:
    """Opened later it is about the same day, not about that later one."""
    shown = unescape(client.get(f"/{language}/{path}").content.decode())

    address = rf"http://localhost/{language}/{path}\?on=(\d{{4}}-\d\d-\d\d)&cited=(\S{{10}})\."
    (days,) = re.findall(rf'href="{address}', shown)
    assert days[0] == days[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", CITED)
def test_a_page_says_that_the_record_has_changed_since_it_was_cited(
    client: "Client", path: str, language: str
) -> None:
    """Both states with their days, above the page of today; the twin says it too."""
    state = record_state(reader()).head[:12]
    days = {"en": "14 February 2020", "ja": "2020年2月14日"}

    response = client.get(f"/{language}/{path}?cited=2020-02-14.0123456789ab")

    shown = response.content.decode()
    other = {"en": "ja", "ja": "en"}[language]
    assert response.status_code == 200
    assert SITE.say(language, "cited-changed-title") in shown
    for each in ("0123456789ab", days[language], state):
        assert each in shown
    assert f'<link rel="canonical" href="http://localhost/{language}/{path}">' in shown
    assert f'<link rel="alternate" hreflang="{other}" href="/{other}/{path}">' in shown
    assert f'<a href="/{other}/{path}?cited=2020-02-14.0123456789ab"' in shown


@pytest.mark.parametrize("cited", ["", "nonsense", "0123456789ab", "9999-12-31.0123456789ab"])
def test_a_citation_that_cannot_be_read_is_refused(client: "Client", cited: str) -> None:
    """As any other filter that cannot be met, and the refusal says how it is written."""
    response = client.get(f"/en/decisions/BD-2022-03-28?cited={cited}")

    assert response.status_code == 422
    assert "is not a day up to today and a state; write it as" in response.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rehearsal_is_not_offered_to_be_cited(client: "Client", language: str) -> None:
    """REHEARSAL_IS_APART: nothing of it is a figure of the record."""
    shown = client.get(f"/{language}/notices/BD-R-2022-03-28").content.decode()

    assert SITE.say(language, "cite-title") not in shown
