"""A form that computes as one types, in a real browser, and the same without script."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.e2e

VERSION = "methodologies/BD_AM002/ver01.0"


def test_the_result_follows_what_is_typed(browser: Browser, site: str) -> None:
    """2.5 MWh x 0.4 = 1 t appears with no press; the address stays; nothing is refused a load."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{site}/en/{VERSION}")
    page.get_by_label("EF_RE system 1").fill("0.4")
    page.get_by_label("EG system 1").fill("2.5")
    result = page.locator("#try-result")

    expect(result.locator("dd").first).to_contain_text("1.00 tCO2e")
    page.get_by_label("EG system 1").fill("2,5")
    expect(result).to_contain_text("write a number such as 0.533")
    assert page.get_by_label("EF_RE system 1").input_value() == "0.4"
    assert page.url == f"{site}/en/{VERSION}"
    assert faults == []
    page.close()


def test_the_form_works_without_script(browser: Browser, site: str) -> None:
    """By a press, in the page itself."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/ja/{VERSION}")
    form = page.locator("form.trial")
    form.locator("input[name='EG.1']").fill("2.5")
    form.locator("input[name='EF_RE.1']").fill("0.4")
    form.locator("button").click()

    expect(page.locator("#try-result dd").first).to_contain_text("1.00 tCO2e")
    assert page.locator("input[name='EG.1']").input_value() == "2.5"
    context.close()
