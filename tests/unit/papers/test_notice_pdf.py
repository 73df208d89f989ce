"""The notice as a PDF: same bytes, every glyph, the banner on every page."""

from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from openjcm.papers import LANGUAGES, fonts
from openjcm.papers.fonts import font_folders
from openjcm.papers.notice.pdf import notice_pdf
from openjcm.papers.notice.text import notice_text
from openjcm.papers.words import say
from openjcm.rulebook.partner import all_partners
from openjcm.views.notice import Notice

KINDS = ("published", "rehearsed")


@pytest.fixture(name="notice", params=KINDS)
def each_kind_of_notice(request: pytest.FixtureRequest) -> Notice:
    """Give the published notice, then the rehearsed one."""
    notice: Notice = request.getfixturevalue(request.param)
    return notice


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_notice_gives_the_same_bytes(notice: Notice, language: str) -> None:
    """A paper can be compared by its hash."""
    assert notice_pdf(notice, language) == notice_pdf(notice, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_pdf_can_be_read_out(notice: Notice, language: str) -> None:
    """Titles and figures are text in the file, Japanese included."""
    text = _words(notice_pdf(notice, language))

    for line in notice.lines:
        title = line.title_ja if language == "ja" else line.title_en
        assert title.replace(" ", "") in text
    assert "499" in text
    assert "251" in text
    assert say(language, "generated").replace(" ", "") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_further_projects_and_remarks_stand_in_the_pdf(published: Notice, language: str) -> None:
    """The paper says no less than the page."""
    notice = replace(published, projects=4, unnamed=2, remarks=("secondary-sources-only",))
    text = _words(notice_pdf(notice, language))

    assert say(language, "unnamed-projects", count=2).replace(" ", "") in text
    assert say(language, "remark-secondary-sources-only").replace(" ", "") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_rehearsal_carries_banner_and_watermark(
    rehearsed: Notice, language: str
) -> None:
    """No page of it can be taken for a published one."""
    pages = _pages(notice_pdf(rehearsed, language))
    banner = say(language, "rehearsal-banner").replace(" ", "")
    watermark = say(language, "rehearsal")

    assert len(pages) > 1
    for page in pages:
        assert banner in page
        assert page.replace(banner, "").count(watermark) >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_published_notice_carries_neither(published: Notice, language: str) -> None:
    """The banner means something only if nothing else carries it."""
    assert say(language, "rehearsal") not in _words(notice_pdf(published, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_table_is_never_torn_over_two_pages(notice: Notice, language: str) -> None:
    """What each side was notified of stands on one page, with its heading."""
    rows = [side.number or say(language, "not-published") for side in notice.sides]
    wanted = [say(language, "sides"), say(language, "side-japan"), *rows]

    pages = _pages(notice_pdf(notice, language))

    assert any(all(word.replace(" ", "") in page for word in wanted) for page in pages)


def test_pages_are_counted_and_the_document_is_dated_by_the_notice(published: Notice) -> None:
    """The date of making is the day announced, never the clock."""
    written = notice_pdf(published, "en")
    reader = PdfReader(BytesIO(written))
    information = reader.metadata

    assert information is not None
    assert information.creation_date is not None
    assert information.creation_date.date() == published.announced_on
    assert information.title == (
        "Joint Crediting Mechanism between Bangladesh and Japan: 1st issuance of credits decided"
    )
    for number, page in enumerate(_pages(written), 1):
        assert f"Page{number}of{len(reader.pages)}" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_fonts_of_the_installation_are_used(notice: Notice, language: str) -> None:
    """Nothing of the machine's own fonts, so that every machine prints the same."""
    names = set()
    for page in PdfReader(BytesIO(notice_pdf(notice, language))).pages:
        resources: Any = page["/Resources"]
        names |= {str(font["/BaseFont"]).split("+")[1] for font in resources["/Font"].values()}

    assert names
    assert all(name.startswith(("OpenSans", "IPAexGothic")) for name in names)


def test_no_glyph_is_missing(published: Notice, rehearsed: Notice) -> None:
    """Every character of catalogues, notices and partner names is in a font for paper."""
    papers = files("openjcm.papers")
    folders = [papers / each / "words" for each in (".", "methodologies", "readings")]
    catalogues = [folder / f"{language}.ftl" for folder in folders for language in LANGUAGES]
    texts = [catalogue.read_text(encoding="utf-8") for catalogue in catalogues]
    texts += [notice_text(n, language) for n in (published, rehearsed) for language in LANGUAGES]
    texts += [partner.name_ja + partner.name_en for partner in all_partners()]

    missing = set("".join(texts)) - {"\n"} - _characters_in_fonts()

    assert not missing


def test_an_installation_without_fonts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty boxes on a notice are a defect; better no paper."""
    monkeypatch.setattr(fonts, "_PACKAGES", (("no_such_fonts", "ttf"),))

    with pytest.raises(FileNotFoundError, match="no_such_fonts"):
        font_folders()


def _characters_in_fonts() -> set[str]:
    wanted = ("OpenSans-Regular.ttf", "ipaexg.ttf")
    paths = [folder / name for folder in font_folders() for name in wanted]
    return {chr(code) for path in paths if path.exists() for code in TTFont(path).getBestCmap()}


def _pages(written: bytes) -> list[str]:
    return [
        page.extract_text().replace("\n", "").replace(" ", "")
        for page in PdfReader(BytesIO(written)).pages
    ]


def _words(written: bytes) -> str:
    return "".join(_pages(written))
