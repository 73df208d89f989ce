"""Formulas in a real browser: an index stands below its symbol, and Japanese has its characters."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.e2e

_INDICES = """
[...document.querySelectorAll('.formula msub')].map(each => {
    const size = part => parseFloat(getComputedStyle(part).fontSize);
    const bottom = part => part.getBoundingClientRect().bottom;
    const [name, index] = each.children;
    return [size(index) / size(name), (bottom(index) - bottom(name)) / size(name)];
})
"""
_WORDS = "[...document.querySelectorAll('.formula mtext')].map(e => getComputedStyle(e).fontFamily)"
_ROOM = """
[...document.querySelectorAll('.compared td:last-child, .compared th:last-child')]
    .map(each => parseFloat(getComputedStyle(each).paddingRight))
"""
_PADDING = """
[...document.querySelectorAll('.compared .otherwise > *')]
    .map(each => parseFloat(getComputedStyle(each).paddingLeft))
"""
_UNITS = """
[...document.querySelectorAll('.parameters td:nth-child(3)')].map(each => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return [each.textContent, words.getClientRects().length];
})
"""
_ROLES = """
[...document.querySelectorAll('.parameters td:nth-child(4)')].map(each => each.offsetWidth)
"""
_COLUMNS = """
[...document.querySelectorAll('.compared')]
    .map(each => [...each.querySelectorAll('thead th')].map(one => Math.round(one.offsetWidth)))
"""


@pytest.mark.parametrize("width", [360, 1440])
def test_an_index_is_smaller_and_stands_lower(browser: Browser, site: str, width: int) -> None:
    """So that COP of PJ does not read as one word; by a fifth of the letters at least."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{site}/en/methodology-templates/OJ_chiller_ver1")
    indices = page.evaluate(_INDICES)
    page.close()

    assert indices
    assert all(size <= 0.75 for size, _ in indices)
    assert all(drop >= 0.2 for _, drop in indices)


def test_words_in_a_formula_are_set_in_a_font_that_has_them(browser: Browser, site: str) -> None:
    """Fonts for formulas have no Japanese characters."""
    page = browser.new_page()
    page.goto(f"{site}/ja/methodology-templates/OJ_landfill_decay_ver1")
    fonts = page.evaluate(_WORDS)
    page.close()

    assert fonts
    assert all("Noto Sans JP" in each for each in fonts)


def test_parts_of_a_comparison_have_the_same_columns(browser: Browser, site: str) -> None:
    """And what is marked has room at its right edge."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{site}/en/methodologies/diff?a=TH_AM005_ver03.0&b=OJ_chiller_ver1")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    room, columns = page.evaluate(_ROOM), page.evaluate(_COLUMNS)
    page.close()

    assert room
    assert min(room) >= 8
    assert len(columns) > 1
    assert all(each == columns[0] for each in columns)


def test_what_is_marked_on_a_phone_has_room_at_its_left_too(browser: Browser, site: str) -> None:
    """Headings and values alike."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site}/en/methodologies/diff?a=TH_AM005_ver03.0&b=OJ_chiller_ver1")
    padding, height = page.evaluate(_PADDING), page.evaluate("document.body.scrollHeight")
    page.close()

    assert padding
    assert min(padding) >= 8
    # It was 61,800 when equal rows stood between the others.
    assert height < 15_000


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_tablet_shows_each_unit_in_one_line(browser: Browser, site: str, language: str) -> None:
    """Eight columns broke kWh/t by letters, and a role to three characters a line."""
    page = browser.new_page(viewport={"width": 768, "height": 1024})
    page.goto(f"{site}/{language}/methodologies/SA_AM001/ver01.0")
    units, roles = page.evaluate(_UNITS), page.evaluate(_ROLES)
    page.close()

    assert "kWh/t" in dict(units)
    assert all(lines == 1 for _, lines in units)
    assert min(roles) > 400


def test_a_heading_keeps_away_from_the_listing_over_it(browser: Browser, site: str) -> None:
    """Of a draft with a fault, under which the form stands again."""
    page = browser.new_page()
    page.goto(f"{site}/en/methodology-draft")
    page.fill("#definition", "titel = 1")
    page.click("form.draft button")
    gaps = page.evaluate("""
        [...document.querySelectorAll('section:has(> .listing)')]
            .filter(each => each.nextElementSibling)
            .map(each => each.nextElementSibling.getBoundingClientRect().top
                - each.querySelector('.listing').getBoundingClientRect().bottom)
    """)
    page.close()

    assert gaps
    assert all(gap >= 24 for gap in gaps)
