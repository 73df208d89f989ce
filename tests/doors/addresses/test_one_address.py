"""One address for one page: identifiers in any letters, and no slash at the end."""

import json
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.store import database
from openjcm.web.rendering import SITE
from told.asking import Answers, Shell

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

# As lists give it, then as somebody may write it, and the command of the shell that asks for it.
WRITTEN = [
    ("projects/BD002", "projects/bd002", ("project", "bd002")),
    ("decisions/MN-2025-03-27", "decisions/mn-2025-03-27", ("decision", "mn-2025-03-27")),
    ("decisions/KH-announced-2020-02-28", "decisions/KH-ANNOUNCED-2020-02-28",
     ("decision", "KH-ANNOUNCED-2020-02-28")),
    ("notices/BD-2022-03-28", "notices/bd-2022-03-28", ("notice", "bd-2022-03-28")),
    ("notices/BD-R-2022-03-28", "notices/bd-r-2022-03-28", ("notice", "bd-r-2022-03-28")),
    ("notices/BD-2022-03-28/BD002/walk", "notices/Bd-2022-03-28/bD002/walk",
     ("walk", "Bd-2022-03-28", "bD002")),
    ("partners/MN", "partners/mn", ("partner", "mn")),
    ("methodologies/BD_AM001", "methodologies/bd_am001", ("methodology", "published", "bd_am001")),
    ("facts/project/BD002", "facts/project/bd002", ("facts", "show", "project", "bd002")),
    ("rehearsals/BD-R", "rehearsals/bd-r", ("rehearsal", "bd-r")),
]  # fmt: skip
each_written = pytest.mark.parametrize(
    ("canonical", "written", "command"), WRITTEN, ids=[row[1] for row in WRITTEN]
)


def _ends_at(client: "Client", address: str) -> tuple[str, list[int], int]:
    """Follow redirects: where they end, with which statuses, and how it is answered there."""
    response = client.get(address, follow=True)
    chain = response.redirect_chain
    statuses = [status for _, status in chain]
    return (chain[-1][0] if chain else address), statuses, response.status_code


@each_written
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_site_leads_to_the_one_identifier(
    client: "Client", canonical: str, written: str, command: tuple[str, ...], language: str
) -> None:
    """By permanent redirects; the canonical address answers by itself."""
    assert command
    end, statuses, answered = _ends_at(client, f"/{language}/{written}")

    assert (end, answered) == (f"/{language}/{canonical}", 200)
    assert set(statuses) == {301}
    assert client.get(f"/{language}/{canonical}").status_code == 200


@each_written
def test_the_other_doors_answer_under_the_one_identifier(
    api: Answers, cli: Answers, canonical: str, written: str, command: tuple[str, ...]
) -> None:
    """Whatever was written, the answer is that of the canonical one."""
    said = api(*canonical.split("/"))

    assert api(*written.split("/")) == said
    assert cli(*command) == said


def test_filters_take_any_letters_where_a_person_types_them(client: "Client", shell: Shell) -> None:
    """The site's form and the shell; a list that is wrongly empty would mislead."""
    page = client.get("/en/decisions?project=mn006&partner=mn").content.decode()
    said = json.loads(shell("decisions", "--project", "mn006", "--json")[1])

    assert "/en/decisions/MN-2026-01-24" in page
    assert "MN-2026-01-24" in [each["key"] for each in said["items"]]


@pytest.mark.parametrize(
    "address",
    ["/en/projects/bd999", "/en/decisions/mn-2025-03-28", "/en/credits/x", "/en/partners/%00",
     "/api/v1/projects/bd999", "/api/v1/nowhere/", "/en/nowhere/", "/%2Fexample.org/",
     "/en/projects/bd999/"],
)  # fmt: skip
def test_what_is_known_in_no_letters_stays_unknown(client: "Client", address: str) -> None:
    """Refused, and nobody is led to an address that is none of ours."""
    end, statuses, answered = _ends_at(client, address)

    assert answered in {404, 422}
    assert end == address.rstrip("/") or not statuses


def test_the_shell_refuses_what_is_known_in_no_letters(shell: Shell) -> None:
    """As before: not found, with the words of the question."""
    code, _, said = shell("project", "bd999")

    assert code != 0
    assert "bd999" in said


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("/en/projects/", "/en/projects"),
        ("/ja/projects/BD002/", "/ja/projects/BD002"),
        ("/en/projects/?q=chiller&order=title", "/en/projects?q=chiller&order=title"),
        ("/en/notices/BD-2022-03-28/notice.pdf/", "/en/notices/BD-2022-03-28/notice.pdf"),
        ("/en/figures/goj//", "/en/figures/goj"),
        ("/api/v1/projects/", "/api/v1/projects"),
        ("/api/v1/projects/BD002/?", "/api/v1/projects/BD002"),
        ("/open-data/decisions.csv/", "/open-data/decisions.csv"),
    ],
)
def test_a_slash_at_the_end_leads_to_the_address_without(
    client: "Client", address: str, plain: str
) -> None:
    """One rule for the site and the API."""
    response = client.get(address)

    assert (response.status_code, response.headers["Location"]) == (301, plain)
    assert client.get(plain).status_code == 200


@pytest.mark.parametrize("address", ["/en/", "/ja/", "/api/v1/"])
def test_the_first_pages_keep_their_slash(client: "Client", address: str) -> None:
    """They are no page of something, but the place itself; without the slash they lead here."""
    assert client.get(address).status_code == 200
    assert _ends_at(client, address.rstrip("/"))[0] == address


@pytest.mark.parametrize(
    ("address", "whole"), [("/en?x=1", "/en/?x=1"), ("/ja", "/ja/"), ("/api/v1?", "/api/v1/")]
)
def test_a_first_page_without_its_slash_leads_to_it_for_good(
    client: "Client", address: str, whole: str
) -> None:
    """What was asked is kept; only the bare host leads by the reader's language, each time anew."""
    response = client.get(address)

    assert (response.status_code, response.headers["Location"]) == (301, whole)
    assert client.get("/").status_code == 302


def test_only_a_question_is_led_on(client: "Client") -> None:
    """What is sent to another spelling is refused where it was sent."""
    assert client.post("/api/v1/projects/").status_code == 404
    assert client.post("/en/projects/").status_code in {403, 404, 405}


def test_a_record_that_is_away_knows_no_other_letters(
    client: "Client", monkeypatch: pytest.MonkeyPatch, tmp_path: "Path"
) -> None:
    """A country that is not known is not known, whether or not the record can be asked."""
    away = database.Database("postgresql://nobody@/none?host=/nowhere", "", tmp_path)
    database.close()
    monkeypatch.setattr(database, "_configured", [away])

    assert client.get("/en/partners/xx").status_code == 404


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_decision_without_its_day_leads_to_no_notice(client: "Client", language: str) -> None:
    """Its page and the list of notices say so; no link leads to a notice that is not there."""
    key = "KH-announced-2020-02-28"
    said = unescape(client.get(f"/{language}/decisions/{key}").content.decode())
    listed = unescape(client.get(f"/{language}/notices").content.decode())
    decided = unescape(client.get(f"/{language}/decisions/BD-2022-03-28").content.decode())

    assert f"notices/{key}" not in said + listed
    assert SITE.say(language, "no-notice-without-decided-day") in said
    assert SITE.say(language, "no-notice-without-decided-day") not in decided
    assert SITE.say(language, "notices-only-decided") in listed
    refused = client.get(f"/{language}/notices/{key}")
    assert refused.status_code == 404
    assert f"decisions/{key}" in refused.content.decode()
