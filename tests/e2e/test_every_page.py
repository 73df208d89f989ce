"""Every kind of page: nothing serious for axe, and nothing that scrolls sideways."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from told.pages import PAGES

pytestmark = pytest.mark.e2e

WIDTHS = (360, 768, 1440)
# Level A and AA of WCAG 2.2, which includes 2.0 and 2.1. In the dark only colours change.
_LEVELS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_ASKED = {
    "light": {"runOnly": {"type": "tag", "values": _LEVELS}, "resultTypes": ["violations"]},
    "dark": {"runOnly": ["color-contrast"], "resultTypes": ["violations"]},
}


# Colours are the same in both languages.
@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ja", "light"), ("en", "dark")])
def test_no_page_has_a_serious_finding(
    browser: Browser, site: str, language: str, scheme: Literal["light", "dark"]
) -> None:
    """Colours, names, roles and sizes, with all that is folded away laid open."""
    axe, found = Axe(), []
    for address, page in _each_page(browser.new_context(color_scheme=scheme), site, language):
        findings = axe.run(page, options=_ASKED[scheme]).response["violations"]
        found += [f"{address}: {_said(each)}" for each in findings if _weighs(each)]

    assert found == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_page_scrolls_sideways(browser: Browser, site: str, language: str) -> None:
    """On a phone, on a tablet, on a desk; a wide table scrolls within its own frame."""
    found = []
    for address, page in _each_page(browser.new_context(), site, language):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                found.append(f"{address} needs {needed} of {width}")

    assert found == []


# Eleven columns: beside them the decision stays in sight.
_SCROLLS = frozenset({"workbench"})
# What scrolls in a frame of its own, and whether it is said above it.
_FRAMES = """[...document.querySelectorAll('.table-scroll, .map-scroll')]
  .filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1)
  .map(each => [each.firstElementChild.className.baseVal ?? each.firstElementChild.className,
    !!each.previousElementSibling?.matches('.scrolls') &&
      each.previousElementSibling.getClientRects().length > 0])"""


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_wider_than_its_frame_says_so(browser: Browser, site: str, language: str) -> None:
    """No table cuts off its last column on a tablet or desk; on a phone a map says it scrolls."""
    found = []
    for address, page in _each_page(browser.new_context(), site, language):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [
                f"{address} at {width}: {name}"
                for name, says_so in page.evaluate(_FRAMES)
                if not says_so and not (width == 768 and _SCROLLS & set(name.split()))
            ]

    assert found == []


def _each_page(context: BrowserContext, site: str, language: str) -> Iterator[tuple[str, Page]]:
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{site}/{language}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        yield f"/{language}/{path}", page
    context.close()


def _weighs(finding: dict[str, Any]) -> bool:
    return finding["impact"] in {"serious", "critical"}


def _said(finding: dict[str, Any]) -> str:
    where = finding["nodes"][0]
    return f"{finding['id']} at {where['target']}: {where['failureSummary']}"
