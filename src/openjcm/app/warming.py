"""Pages made before anybody asks: the first reader of a worker waits for no module or template.

Not in: what a page is worth keeping for, which ``web.page_cache`` decides.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from threading import Thread
from typing import Any
from wsgiref.util import setup_testing_defaults

from openjcm.store import database

Application = Callable[..., Any]
# What takes longest the first time: all modules and templates, files of open data, the workbench,
# and the definitions whose case is long to be worked for each of its inputs.
_LONG = ("waste_combustion", "landfill_decay_ipcc", "landfill_decay", "biogas_fuel")
PAGES = (
    *("/en/", "/ja/", "/en/open-data", "/ja/open-data", "/en/allocation-workbench"),
    "/api/v1/openapi.json",
    *(f"/en/methodology-templates/OJ_{each}_ver1" for each in _LONG),
)


def warm(application: Application, address: str) -> Thread:
    """Ask a site for the pages that take longest the first time, while it answers others.

    Args:
        application: The site, as a WSGI application.
        address: Where its readers find it, so that what is kept is kept for them.
    """
    asking = Thread(target=_ask, args=(application, address), name="warming", daemon=True)
    asking.start()
    return asking


def _ask(application: Application, address: str) -> None:
    scheme, _, host = address.partition("://")
    try:
        for path in PAGES:
            asked: dict[str, object] = {"PATH_INFO": path, "HTTP_HOST": host}
            asked["wsgi.url_scheme"] = scheme
            setup_testing_defaults(asked)
            with closing(application(asked, _no_one)):
                pass
    except Exception:
        # A worker serves cold rather than not at all; the next reader is told what is wrong.
        logging.getLogger("django.request").exception("the pages could not be made beforehand")
    finally:
        database.close()


def _no_one(_status: str, _headers: list[tuple[str, str]]) -> None:
    """Take an answer that nobody waits for."""
