"""A factory engineer types a value on a phone: photo, a lower register, a correction.

With ``OPENJCM_REWRITE_PICTURES=1`` the picture in the documents is taken anew.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from openjcm.app import environment
from openjcm.app.opening import opened as opened_record
from openjcm.store.database import close
from openjcm.web.rendering import SITE
from told.intakes.phones import opened
from told.intakes.photos import invoice, photo

pytestmark = pytest.mark.e2e

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "typed-on-a-phone.webp"
REWRITE = os.environ.get("OPENJCM_REWRITE_PICTURES") == "1"
THUMB = 44
_LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_SMALL = """thumb => [...document.querySelectorAll(
    'main button, main input:not([type=hidden], [type=radio], [type=checkbox]), main textarea, ' +
    'label:has([type=radio], [type=checkbox]), .typed-meters a, a.typed-go, a.typed-back')]
  .filter(each => each.getClientRects().length && each.getBoundingClientRect().height < thumb)
  .map(each => each.outerHTML.slice(0, 60))"""


@pytest.fixture
def link(site: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Open an intake on the site, and give its private link without a language."""
    monkeypatch.setenv("OPENJCM_DATA", str(data))
    with opened_record(environment.read(), lambda _: None):
        name, key = opened()
        close()
    return f"{site}/{{}}/intakes/{name}/{key}"


class Sight:
    """A phone whose every page is looked at: small targets, what axe finds, what scrolls."""

    def __init__(self, page: Page, width: int) -> None:
        self.page, self.width = page, width
        self.found: list[str] = []
        self.taken: list[bytes] = []

    def look(self, *, is_pictured: bool = False) -> None:
        """Look at the page as it stands."""
        options: Any = {"runOnly": {"type": "tag", "values": _LEVELS}}
        findings = Axe().run(self.page, options=options).response["violations"]
        self.found += [f"{self.page.title()}: {each['id']}" for each in findings]
        self.found += [f"small: {each}" for each in self.page.evaluate(_SMALL, THUMB)]
        if self.page.evaluate("document.documentElement.scrollWidth") > self.width:
            self.found.append(f"{self.page.title()} scrolls sideways")
        if is_pictured:
            self.taken.append(self.page.screenshot(animations="disabled", caret="hide"))

    def go(self) -> None:
        """Press the large button."""
        self.page.click("button.typed-go")


@contextmanager
def _phone(
    browser: Browser, language: str, scheme: Literal["light", "dark"], width: int
) -> Iterator[Sight]:
    context = browser.new_context(
        viewport={"width": width, "height": 740},
        color_scheme=scheme,
        locale={"en": "en-GB", "ja": "ja-JP"}[language],
        has_touch=True,
    )
    yield Sight(context.new_page(), width)
    context.close()


@pytest.mark.parametrize(
    ("language", "scheme", "width"),
    [("en", "light", 360), ("ja", "light", 360), ("en", "dark", 360), ("ja", "dark", 768)],
)
def test_a_value_is_typed_asked_about_and_corrected(
    browser: Browser, link: str, language: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """Its photo goes with it from the first form to the last, and nothing is typed twice."""
    with _phone(browser, language, scheme, width) as sight:
        page = sight.page
        page.goto(link.format(language))
        sight.look(is_pictured=True)
        page.click(".typed-meters a >> nth=0")
        page.fill("#value", "12,345.6")
        sight.go()
        sight.look()
        page.fill("#value", "2500.0")
        page.fill("#day", "2026-11-01")
        page.fill("#clock", "09:00")
        _choose(page, "#photo", photo(), "image/jpeg")
        page.locator("#value").scroll_into_view_if_needed()
        sight.look(is_pictured=True)
        sight.go()
        sight.look()
        sight.go()
        assert "2500.0" in page.inner_text("main")

        _type_lower(sight, f"{link.format(language)}/meters/1", language)
        _correct(sight, f"{link.format(language)}/typed", language)

    assert sight.found == []
    if REWRITE and (language, scheme) == ("en", "light"):
        _keep(sight.taken)


def _type_lower(sight: Sight, address: str, language: str) -> None:
    """Type a lower register: it is asked about; a renamed page for a photo is refused."""
    page = sight.page
    page.goto(address)
    page.fill("#value", "1400.0")
    page.fill("#clock", "00:10")
    _choose(page, "#file", b"<html></html>", "image/jpeg")
    sight.go()
    assert SITE.say(language, "typed-slip-evidence-not-known") in page.inner_text("main")
    assert page.input_value("#value") == "1400.0"
    _choose(page, "#file", invoice(), "application/pdf")
    sight.look()
    sight.go()
    page.locator("[name=sure]").first.scroll_into_view_if_needed()
    sight.look(is_pictured=True)
    sight.go()
    assert SITE.say(language, "typed-problem-not-sure") in page.inner_text("main")
    for box in page.locator("[name=sure]").all():
        box.check()
    sight.go()
    sight.look()


def _correct(sight: Sight, typed: str, language: str) -> None:
    """Correct it: the form begins from what was typed, and names what it replaces."""
    page = sight.page
    page.click("a.typed-back >> nth=-1")
    assert page.input_value("#value") == "1400.0"
    page.fill("#value", "2760.5")
    sight.look()
    sight.go()
    sight.go()
    sight.look(is_pictured=True)
    assert SITE.say(language, "typed-corrects", number=2) in page.inner_text("main")
    page.goto(typed)
    sight.look()
    assert page.locator("section.is-replaced").count() == 1


def test_two_taps_of_the_button_give_one_batch(browser: Browser, link: str) -> None:
    """Pressed twice before the answer comes; and of a bill only its own fields are shown."""
    with _phone(browser, "en", "light", 360) as sight:
        page = sight.page
        page.goto(f"{link.format('en')}/meters/1")
        page.fill("#value", "1000.0")
        page.fill("#reason", "no camera")
        sight.go()
        page.dblclick("button.typed-go", no_wait_after=True)
        # The second tap may find the first one under way: then the same button stands there again.
        receipt, again = page.locator("h1:has-text('Receipt')"), page.locator("[role=alert]")
        expect(receipt.or_(again)).to_be_visible(timeout=60_000)
        if again.is_visible():
            sight.go()
        expect(receipt).to_be_visible(timeout=60_000)
        page.goto(f"{link.format('en')}/typed")

        assert page.locator("section.typed-entry").count() == 1
        page.goto(f"{link.format('en')}/meters/2")
        assert page.locator("#invoice").is_hidden()
        page.check("#from-bill")
        assert page.locator("#invoice").is_visible()
        assert page.locator("#day").is_hidden()


def _choose(page: Page, field: str, content: bytes, media: str) -> None:
    page.set_input_files(field, {"name": "IMG 1.jpg", "mimeType": media, "buffer": content})


def _keep(taken: list[bytes]) -> None:
    """Set the screens of the way side by side, and keep them as one small picture."""
    screens = [Image.open(BytesIO(each)).convert("RGB") for each in taken]
    width, height = screens[0].size
    whole = Image.new("RGB", ((width + 12) * len(screens) - 12, height), "#999999")
    for place, screen in enumerate(screens):
        whole.paste(screen, (place * (width + 12), 0))
    whole.save(PICTURE, quality=60, method=6)
