"""The page and the PDF of a report: one file, nothing loaded, each picture in words."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from openjcm.papers.readings.page import readings_page, style
from openjcm.papers.readings.pdf import readings_pdf
from openjcm.papers.readings.pictures import heat_pictures, profile_picture
from openjcm.papers.readings.report import ReadingsReport
from openjcm.papers.words import LANGUAGES


def _page(report: ReadingsReport, language: str = "en") -> str:
    return readings_page(report, language).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_loads_nothing(report: ReadingsReport, language: str) -> None:
    """No script, no address, no style attribute; its policy names its one style by digest."""
    page = _page(report, language)
    (said,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(said.encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:;" in page
    assert said.startswith(style())
    bare = re.sub(r"url\(data:font/woff;base64,[A-Za-z0-9+/=]+\)", "", page)
    assert not re.search(r"<script|https?://|url\(|@import| style=| on\w+=|<link|<img", bare)
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')


def test_japanese_letters_come_with_the_page(report: ReadingsReport) -> None:
    """All that it shows, for a reader whose machine has none; a page without any brings none."""
    page = _page(report, "ja")
    (font,) = re.findall(r"url\(data:font/woff;base64,([^)]+)\)", page)
    shown = {each for each in re.sub(r"<style>.*?</style>", "", page) if each >= "\u3000"}

    with TTFont(BytesIO(b64decode(font))) as face:
        known = face.getBestCmap()
    assert {each for each in shown if ord(each) not in known} == set()
    assert len(font) < 400_000
    assert "@font-face" not in _page(report)
    assert readings_page(report, "ja") == readings_page(report, "ja")


def test_every_link_leads_to_an_anchor_that_stands_once(report: ReadingsReport) -> None:
    """From the contents to each section, from each quantity to its rows."""
    page = _page(report)
    anchors = re.findall(r' id="([^"]+)"', page)
    links = re.findall(r'href="#([^"]+)"', page)

    assert len(anchors) == len(set(anchors))
    assert set(links) <= set(anchors)
    assert {"rows-1-2017", "rows-1-2018", "rows-2-2017"} <= set(links)


def test_names_cannot_become_markup(report: ReadingsReport) -> None:
    """A meter is called what its plan calls it."""
    page = _page(report)

    assert "M &lt;1&gt;" in page
    assert "<1>" not in page
    assert "chiller &amp; pump" in page


def test_each_strip_says_what_it_shows(report: ReadingsReport) -> None:
    """One for each meter and calendar year."""
    page = _page(report)

    assert 'aria-label="M <1&gt;, 2017: complete on 2 days"' in page
    assert 'aria-label="M <1&gt;, 2018: 50 to under 90 % on one day, none on one day"' in page
    assert 'aria-label="T, 2018: complete on 2 days"' in page
    assert 'aria-label="M <1&gt;: most from 1 to 2 o’clock: 75.0 %"' in page


def test_at_most_twenty_four_meters_have_a_picture_of_the_day(report: ReadingsReport) -> None:
    """The others stand in the table, and that is said."""
    many = replace(report, days=report.days[:1] * 30)

    page = _page(many)

    assert page.count("<figure>") == 24
    assert "6 more meters are in the table alone." in page


def test_a_plan_of_monthly_readings_has_no_pictures(report: ReadingsReport) -> None:
    """It says why."""
    bare = replace(report, days=(), rows=(), basis=None)

    page = _page(bare)
    assert "<svg" not in page
    assert "completeness is not told by days" in page
    assert "Nobody stated the basis of these readings" in page
    assert list(heat_pictures((), "en")) == []
    assert list(profile_picture((), "en")) == []


def test_two_hundred_meters_over_a_year_stay_small(report: ReadingsReport) -> None:
    """Equal days are one shape: under half a kilobyte a meter."""
    days = replace(report.days[1], read=(1,) * 365, expected=(1,) * 365)
    one, many = (len(_page(replace(report, days=(days,) * count))) for count in (1, 201))

    assert (many - one) / 200 < 1_500


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_what_the_page_says(report: ReadingsReport, language: str) -> None:
    """Tables as text, pictures with their words, quantities linked to their rows."""
    reader = PdfReader(BytesIO(readings_pdf(report, language)))
    text = "".join(page.extract_text() for page in reader.pages).replace("\n", "").replace(" ", "")

    for said in ("1,234.5", "13,350", "a.csv", "--meter'M<1>'--year2017", "62.50%"):
        assert said in text
    links = [link for page in reader.pages for link in page.get("/Annots", [])]
    assert len(links) == 3


def test_names_that_no_font_has_are_boxes_in_pictures(report: ReadingsReport) -> None:
    """A meter may be named in any script; a long name is cut."""
    odd = replace(report.days[0], meter="มิเตอร์ " + "x" * 60)

    (first, second) = heat_pictures((odd,), "en")
    (profile,) = profile_picture((odd,), "en")

    assert odd.meter in first.says
    assert "2018" in second.says
    assert profile.svg.count("<path") > 3
