"""One story in a real browser: home, the notice, one block back to its readings, Japanese."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.e2e

CHECKOUT = Path(__file__).parents[2]
BUILT = CHECKOUT / "build" / "pictures" / "walk.png"
SHOWN = CHECKOUT / "docs" / "pictures" / "walk.png"


@dataclass(frozen=True)
class Site:
    """The site as a reader has it open; each click returns the page it leads to."""

    page: Page
    address: str

    def home(self) -> "Site":
        """Open the front door, which leads to a language."""
        self.page.goto(f"{self.address}/")
        return self

    def follow(self, name: str) -> "Site":
        """Follow the first link of that name."""
        self.page.get_by_role("link", name=name, exact=False).first.click()
        return self

    def says(self, *texts: str) -> "Site":
        """Expect the page to say each of these."""
        for text in texts:
            expect(self.page.get_by_role("main")).to_contain_text(text)
        return self

    def in_japanese(self) -> "Site":
        """Turn to the same page in Japanese."""
        self.page.get_by_role("link", name="日本語").first.click()
        expect(self.page.locator("html")).to_have_attribute("lang", "ja")
        return self


@pytest.fixture
def reader(browser: Browser, site: str) -> Iterator[Site]:
    """A reader with an English browser on a desk."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1200, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield Site(page, site)
    assert faults == []
    context.close()


def test_a_block_is_walked_back_from_the_front_door_to_its_readings(reader: Site) -> None:
    """Home, the notice, the rehearsal, one block, its readings, and the same in Japanese.

    1. Home shows the five measures and leads to all notices; 499 of Bangladesh are published.
    2. The notice has both projects and what the Government of Japan will acquire.
    3. The published walk ends at the monitoring report, which is not public.
    4. The rehearsal sets published and rehearsed figures side by side: they agree.
    5. A block leads back to the rows of its reading file.
    6. The same page in Japanese.
    """
    reader.home().says("165,967", "Notified", "not published")

    reader.follow("All notices").says("499")
    reader.follow("28 March 2022").says("144", "73", "355", "178", "251")
    reader.follow("Walk back").says("monitoring report is not public")

    reader.home()
    reader.page.locator(".rehearsal-box a").first.click()
    reader.says("The rehearsal gives every published figure")
    expect(reader.page.get_by_text("REHEARSAL").first).to_be_visible()

    reader.follow("REHEARSAL-JP-BD-BD002-2017-1-25")
    reader.says("49.71999986", "561019700", "2017-03-01T00:00:00+06:00", "18406357", "BD002.csv")
    keep_picture(reader.page)

    reader.in_japanese().says("衣料品タグ工場における省エネ型ターボ冷凍機", "18406357")


def test_a_phone_shows_the_notice_without_scrolling_sideways(browser: Browser, site: str) -> None:
    """At 390 pixels nothing sticks out of the page."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP")
    page = context.new_page()

    for path in ("/", "/ja/notices/BD-2022-03-28", "/ja/rehearsals/BD-R"):
        page.goto(f"{site}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path

    context.close()


def keep_picture(page: Page) -> None:
    """Save the README's picture; it replaces the one that is committed only when asked to."""
    BUILT.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(
        path=BUILT, clip={"x": 0, "y": 0, "width": 1200, "height": 1180}, full_page=True
    )
    if os.environ.get("OPENJCM_REWRITE_GOLDEN") == "1" or not SHOWN.exists():
        SHOWN.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(BUILT, SHOWN)
