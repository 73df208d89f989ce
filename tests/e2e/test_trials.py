"""A form that computes as one types, in a real browser, and the same without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

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
    expect(result).to_contain_text("without commas and blanks")
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


@pytest.fixture
def form(browser: Browser, site: str) -> Iterator[Page]:
    """Give the page of a form with a result in it: 2.5 MWh x 0.4 = 1 t."""
    page = browser.new_page()
    page.goto(f"{site}/en/{VERSION}")
    page.get_by_label("EF_RE system 1").fill("0.4")
    page.get_by_label("EG system 1").fill("2.5")
    expect(page.locator("#try-result dd").first).to_contain_text("1.00 tCO2e")
    yield page
    page.close()


@pytest.mark.parametrize("answer", ["no network", "503", "422"])
def test_an_answer_that_fails_leaves_no_old_result(form: Page, answer: str) -> None:
    """Neither when nothing comes nor when the site refuses; once it answers, the result is back."""
    address = "**/try?**"
    if answer.isdigit():
        form.route(address, lambda route: route.fulfill(status=int(answer), body="<h1>No</h1>"))
    else:
        form.route(address, lambda route: route.abort())
    result = form.locator("#try-result")
    form.get_by_label("EG system 1").fill("5")

    expect(result).to_have_text(re.compile(r"\s*Not computed\. The site did not answer"))
    expect(result).not_to_have_attribute("aria-busy", "true")
    form.unroute(address)
    form.locator("form.trial button").click()
    expect(result.locator("dd").first).to_contain_text("2.0 tCO2e")
    expect(result).not_to_contain_text("Not computed")


def test_a_result_that_is_not_of_these_values_is_dimmed(form: Page) -> None:
    """From the key that is pressed until the answer is there."""
    held: list[Route] = []
    form.route("**/try?**", lambda route: held.append(route))  # noqa: PLW0108 - it is given marks
    result = form.locator("#try-result")
    form.get_by_label("EG system 1").fill("5")

    expect(result).to_have_attribute("aria-busy", "true")
    assert float(result.locator("dl").evaluate("each => getComputedStyle(each).opacity")) < 1
    expect(result.locator("dd").first).to_contain_text("1.00 tCO2e")
    while not held:
        form.wait_for_timeout(50)
    held[-1].continue_()
    expect(result.locator("dd").first).to_contain_text("2.0 tCO2e")
    expect(result).not_to_have_attribute("aria-busy", "true")


def test_values_on_the_way_stay_open(form: Page) -> None:
    """As one types on, and past a value that cannot be read."""
    form.locator("#try-result summary").click()
    field, result = form.get_by_label("EG system 1"), form.locator("#try-result")
    field.fill("5")
    expect(result.locator("dd").first).to_contain_text("2.0 tCO2e")
    assert form.locator("#try-result details").get_attribute("open") is not None
    field.fill("x")
    expect(result).to_contain_text("could not be read")
    field.fill("10")
    expect(result.locator("dd").first).to_contain_text("4.0 tCO2e")

    assert form.locator("#try-result details").get_attribute("open") is not None


def test_marks_of_fields_follow_what_is_typed(form: Page) -> None:
    """On the field that is wrong alone, with what is said of it; gone once it is mended."""
    field = form.get_by_label("EG system 1")
    field.fill("1,5")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("without commas and blanks"))
    assert form.get_by_label("EF_RE system 1").get_attribute("aria-invalid") is None
    field.fill("1.5")

    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("")
    form.goto(form.url + "?try=1&EG.1=1,5&EF_RE.1=0.4")
    expect(form.get_by_label("EG system 1")).to_have_attribute("aria-invalid", "true")
    form.get_by_label("EG system 1").fill("1.5")
    expect(form.get_by_label("EG system 1")).not_to_have_attribute("aria-invalid", "true")
