"""Pages in front of a browser, with the day, the record's state and its instants held still."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, Route

from openjcm.web.days import today
from told.pictures import HIGHEST, Picture

DAY = date(2026, 11, 24)
# The site's own policy refuses a style element; a sheet that a script adopts is none.
_PLANT = """style => { const sheet = new CSSStyleSheet(); sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet]; }"""
_STEADY = """Promise.all([document.fonts.ready,
  ...[...document.images].map(image => image.decode().catch(() => null))])"""
# A new record is made for each run: its heads, checksums, instants and file sizes are its own.
_OWN = (
    (re.compile(r"http://localhost:\d+"), "http://localhost:8000"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "0" * 64),
    (re.compile(r"(?<![0-9A-Za-z-])(?=\d*[a-f])[0-9a-f]{12}(?![0-9A-Za-z-])"), "0" * 12),
    (re.compile(r"\b\d\d:\d\d:\d\d\b"), "12:00:00"),
    (re.compile(r"(?<=\.zip</a> <span>)[\d,]+"), "250,000"),
)


@dataclass(frozen=True)
class Camera:
    """A browser at one width and in one language that takes pictures of the site."""

    page: Page
    address: str
    language: str

    def take(self, path: str, style: str = "") -> Picture:
        """Open a page and take its picture, under a style that is planted in it."""
        self.page.goto(f"{self.address}/{self.language}/{path}")
        if style:
            self.page.evaluate(_PLANT, style)
        self.page.evaluate(_STEADY)
        height: int = self.page.evaluate("document.documentElement.scrollHeight")
        width: int = self.page.evaluate("document.documentElement.clientWidth")
        taken = self.page.screenshot(
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": min(height, HIGHEST)},
            animations="disabled",
            caret="hide",
        )
        return Picture(Image.open(BytesIO(taken)), height)


@contextmanager
def camera(browser: Browser, site: str, language: str, width: int) -> Iterator[Camera]:
    """Give a camera on the site, before which nothing depends on the day or the run."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        locale={"en": "en-GB", "ja": "ja-JP"}[language],
        color_scheme="light",
        reduced_motion="reduce",
    )
    context.route(re.compile(f"{re.escape(site)}/{language}/"), _hold_still)
    yield Camera(context.new_page(), site, language)
    context.close()


def _hold_still(route: Route) -> None:
    """Answer with the page as it would be on the fixed day, of a record made at noon."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    text = answer.text()
    for now, fixed in zip(_words(today()), _words(DAY), strict=True):
        text = text.replace(now, fixed)
    for own, fixed in _OWN:
        text = own.sub(fixed, text)
    route.fulfill(response=answer, body=text)


def _words(day: date) -> tuple[str, str, str]:
    """Return a day as pages write it: for machines, in English, in Japanese."""
    return (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    )
