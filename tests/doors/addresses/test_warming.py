"""A worker makes the pages that take longest before its first reader asks."""

import logging
from typing import TYPE_CHECKING, Any
from wsgiref.util import setup_testing_defaults

import pytest

from openjcm.app.warming import PAGES, warm

if TYPE_CHECKING:
    from django.test import Client


def test_every_page_that_is_made_beforehand_is_one_of_the_site(client: "Client") -> None:
    """Asked as a reader asks, each is answered; nobody waits for it."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - after the settings

    site, answered = get_wsgi_application(), []

    def noted(asked: dict[str, Any], start: Any) -> Any:  # noqa: ANN401 - any WSGI application
        response = site(asked, start)
        answered.append((asked["PATH_INFO"], response.status_code))
        return response

    warm(noted, "http://localhost:8123").join()

    assert client
    assert answered == [(path, 200) for path in PAGES]


@pytest.mark.parametrize("address", ["http://localhost:8123", "https://localhost"])
def test_a_page_is_made_beforehand_for_the_address_of_its_readers(
    client: "Client", monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """Whoever comes to the site where it is served is given it as it was kept."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - after the settings

    site: Any = get_wsgi_application()
    made: list[int] = []
    warm(site, address).join()
    monkeypatch.setattr("openjcm.web.pages.home.page", lambda *_, **__: made.append(1))

    asked: dict[str, Any] = {"PATH_INFO": "/en/", "HTTP_HOST": address.partition("://")[2]}
    asked["wsgi.url_scheme"] = address.partition(":")[0]
    setup_testing_defaults(asked)
    said = b"".join(site(asked, lambda *_: None)).decode()

    assert client
    assert not made
    assert f'<link rel="canonical" href="{address}/en/">' in said


def test_a_site_that_cannot_be_warmed_serves_all_the_same(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What went wrong is in the log, and the worker lives."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(logging.getLogger("django.request"), "propagate", True)
    with caplog.at_level(logging.ERROR, "django.request"):
        warm(broken, "http://localhost").join()

    assert "could not be made beforehand" in caplog.text
