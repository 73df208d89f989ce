"""A proposer tries out a draft in a real browser, which says from where a form is sent."""

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.e2e


def test_a_proposer_mends_a_draft_and_sees_what_it_comes_to(browser: Browser, site: str) -> None:
    """1. An example is filled in. 2. With a slip: its line. 3. Mended: 735 t, as by hand."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/en/methodologies")
    page.click("a[href='/en/methodology-draft']")
    page.click("a[href$='?example=1']")
    sound = page.input_value("#definition")

    page.fill("#definition", sound.replace("EC_OWN / KWH", "EC_OWM / KWH"))
    page.click("form.draft button")
    assert page.locator("[role=status]").inner_text().startswith("2 faults")
    page.locator(".faults li").filter(has_text="did you mean 'EC_OWN'").locator("a").first.click()
    assert page.locator(".faulty:target mark").inner_text().startswith("is = ")

    page.fill("#definition", sound)
    page.click("form.draft button")
    assert page.locator("[role=status]").inner_text() == "No faults."
    assert "Draft: worked by a file of yours" in page.locator("main").inner_text()
    assert page.locator("td[data-label='ER (tCO2e)']").inner_text() == "735.00"
    context.close()
