"""Five questions of a stranger, each answered two clicks from the front page at most."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.e2e

MOST = 2


@dataclass
class Stranger:
    """Someone who knows no address of the site, and counts clicks."""

    page: Page
    clicks: int = 0

    def search(self, words: str) -> None:
        """Type words into the box and submit them: one click."""
        self.page.get_by_role("searchbox").first.fill(words)
        self._click(self.page.get_by_role("search").first.get_by_role("button"))

    def follow(self, name: str, within: Locator | None = None) -> None:
        """Follow the first link of that name: one click."""
        self._click((within or self._main).get_by_role("link", name=name).first)

    def reads(self, *texts: str, within: Locator | None = None) -> None:
        """Expect each of these to stand where it can be seen."""
        place = within or self._main
        for text in texts:
            expect(place.get_by_text(text).filter(visible=True).first).to_be_visible()

    def part(self, css: str, text: str) -> Locator:
        """Return the first part of the page of that kind in which the text stands."""
        return self._main.locator(css).filter(has_text=text).first

    @property
    def _main(self) -> Locator:
        return self.page.get_by_role("main")

    def _click(self, target: Locator) -> None:
        self.clicks += 1
        assert self.clicks <= MOST, "a third click"
        target.click()


@pytest.fixture
def stranger(browser: Browser, site: str) -> Iterator[Stranger]:
    """A stranger on the English front page."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1200, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/en/")
    yield Stranger(page)
    context.close()


def test_who_got_the_other_half_of_the_144(stranger: Stranger) -> None:
    """Of 144 the Government of Japan acquires 73; who holds the other 71 is not published."""
    stranger.search("BD002")
    stranger.follow("decision of 28 March 2022")

    line = stranger.part("article.line", "BD002")
    stranger.reads("144", "73", "does not acquire 71 of the 144", within=line)
    stranger.reads("Who holds them is not published", within=line)


def test_what_counts_towards_the_ndc(stranger: Stranger) -> None:
    """Nothing so far, and the reason stands beside it, on the front page already."""
    pair = stranger.part("dl.pairs > div", "towards Japan’s NDC")

    expect(pair.locator("dd")).to_contain_text("0 tCO2e")
    stranger.reads("Vintages before 2021: not an ITMO", "as 0 towards the nationally determined")
    stranger.reads("2/CMA.3, annex, paragraph 1(e)")


def test_when_each_side_issued_its_share(stranger: Stranger) -> None:
    """Japan's share in January 2026; Mongolia's was still open at the day of the source."""
    stranger.search("MN006")
    stranger.follow("decision of 24 January 2026")

    line = stranger.part("article.line", "MN006")
    stranger.reads("24,249", "30 January 2026", within=line.get_by_role("row", name="Japan"))
    stranger.reads(
        "6,063", "not issued by 7 June 2026", within=line.get_by_role("row", name="Mongolia")
    )


def test_which_methodology_and_where_its_text_is(stranger: Stranger) -> None:
    """Number and version on the project's page, and a link to the text at the scheme's site."""
    stranger.search("BD002")
    stranger.follow("Centrifugal Chiller")

    named = stranger.part("dl.facts > div", "Methodology")
    stranger.reads("BD_AM001 Ver1.0", "Its text:", within=named)
    expect(named.get_by_role("link", name="www.jcm.go.jp")).to_have_attribute(
        "href", "https://www.jcm.go.jp/jc/methodologies/bd-am001-ver1-0/"
    )


def test_where_the_251_is_printed(stranger: Stranger) -> None:
    """What is in the Government of Japan's total: 251 of Bangladesh, with its source."""
    stranger.follow("what is in it", within=stranger.part("dl.pairs > div", "GoJ will acquire"))

    row = stranger.part("tr", "28 March 2022")
    stranger.reads("251", "published", within=row)
    expect(row.get_by_role("link", name="www.env.go.jp")).to_have_attribute(
        "href", "https://www.env.go.jp/en/headline/2596.html"
    )
