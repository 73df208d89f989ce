"""A worker makes the pages that take longest before its first reader asks."""

import logging
from typing import TYPE_CHECKING, Any

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

    warm(noted, "localhost").join()

    assert client
    assert answered == [(path, 200) for path in PAGES]


def test_a_site_that_cannot_be_warmed_serves_all_the_same(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What went wrong is in the log, and the worker lives."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(logging.getLogger("django.request"), "propagate", True)
    with caplog.at_level(logging.ERROR, "django.request"):
        warm(broken, "localhost").join()

    assert "could not be made beforehand" in caplog.text
