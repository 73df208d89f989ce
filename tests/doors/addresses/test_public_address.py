"""Addresses that leave the site name the host they were asked under, or the one that is set."""

import os
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.app import environment
from openjcm.measure.errors import Malformed

if TYPE_CHECKING:
    from django.test import Client

HOSTS = ("localhost:8123", "127.0.0.1:9", "localhost:8123")
# Pages that are kept, and what is made each time.
PAGES = ("/en/decisions/BD-2022-03-28", "/ja/partners", "/en/")
MADE = ("/en/feeds/decisions.atom", "/sitemap.xml", "/robots.txt")
OURS = re.compile(r"(https?://(?:localhost|127\.0\.0\.1|jcm\.example)(?::\d+)?)")


def _origins(client: "Client", path: str, host: str, *, secure: bool = False) -> set[str]:
    said = client.get(path, headers={"host": host}, secure=secure).content.decode()
    found = set(OURS.findall(unescape(said)))
    assert found, path
    return found


@pytest.mark.parametrize("path", [*PAGES, *MADE])
def test_one_readers_host_is_not_told_to_the_next(client: "Client", path: str) -> None:
    """The canonical address and the citation are those under which this reader asked."""
    for host in HOSTS:
        assert _origins(client, path, host) == {f"http://{host}"}
    assert _origins(client, path, HOSTS[0], secure=True) == {f"https://{HOSTS[0]}"}


@pytest.mark.parametrize("path", [*PAGES, *MADE])
def test_a_public_address_that_is_set_is_told_to_all(
    client: "Client", path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind a proxy, neither host nor scheme of a request are those of the public."""
    from django.conf import settings  # noqa: PLC0415 - after the settings

    _origins(client, path, HOSTS[0])
    monkeypatch.setattr(settings, "OPENJCM_ADDRESS", "https://jcm.example")

    for host in HOSTS:
        assert _origins(client, path, host) == {"https://jcm.example"}


@pytest.mark.parametrize(
    ("said", "hosts", "served_at"),
    [
        ({}, ("localhost", "127.0.0.1", "[::1]"), "http://localhost:8000"),
        ({"OPENJCM_PORT": "8123"}, ("localhost", "127.0.0.1", "[::1]"), "http://localhost:8123"),
        ({"OPENJCM_HOSTS": ".jcm.example"}, (".jcm.example",), "http://jcm.example:8000"),
        ({"OPENJCM_HOSTS": "*", "OPENJCM_PORT": "80"}, ("*",), "http://localhost"),
        (
            {"OPENJCM_ADDRESS": "https://jcm.example/"},
            ("localhost", "127.0.0.1", "[::1]", "jcm.example"),
            "https://jcm.example",
        ),
        (
            {"OPENJCM_ADDRESS": "http://[fd00::1]:81", "OPENJCM_HOSTS": "[fd00::1]"},
            ("[fd00::1]",),
            "http://[fd00::1]:81",
        ),
    ],
)
def test_the_environment_says_where_the_site_is_served(
    said: dict[str, str], hosts: tuple[str, ...], served_at: str
) -> None:
    """The host of the public address is one that the site answers to."""
    found = environment.read(said)

    assert (found.hosts, found.served_at) == (hosts, served_at)


@pytest.mark.parametrize(
    "address",
    ["jcm.example", "ftp://jcm.example", "https://jcm.example/record", "https://", "https://[",
     "https://jcm.example?x", "https://me@jcm.example", "https://jcm.example:port"],
)  # fmt: skip
def test_what_is_no_public_address_is_refused(address: str) -> None:
    """With how it is written; a site below a path is none of ours."""
    with pytest.raises(Malformed, match=r"OPENJCM_ADDRESS: .* write it as https://"):
        environment.read({"OPENJCM_ADDRESS": address})


def test_those_who_serve_are_told_the_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """``run --port`` may name another than the environment does."""
    monkeypatch.setenv("OPENJCM_PORT", "8000")

    environment.hand_down_port(8123)

    assert os.environ["OPENJCM_PORT"] == "8123"
    assert environment.read().served_at == "http://localhost:8123"
