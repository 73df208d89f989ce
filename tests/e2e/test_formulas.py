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
    page.goto(f"{site}/en/methodologies/diff?a=ID_AM002_ver01.0&b=ID_AM002_ver02.0")
    room, columns = page.evaluate(_ROOM), page.evaluate(_COLUMNS)
    page.close()

    assert room
    assert min(room) >= 8
    assert len(columns) > 1
    assert all(each == columns[0] for each in columns)
