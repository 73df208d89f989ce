"""A notice as a PDF, set by Typst in the fonts that come with the installation.

No network, no system fonts, and the same bytes for the same notice.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

import typst

from openjcm.papers.fonts import font_folders
from openjcm.papers.notice.sheet import notice_sheet
from openjcm.papers.sheet import Sheet
from openjcm.papers.words import say
from openjcm.views.notice import Notice


def notice_pdf(notice: Notice, language: str) -> bytes:
    """Set the whole notice as an A4 document.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    sheet = notice_sheet(notice, language)
    written = typst.compile(
        (files("openjcm.papers.notice") / "notice.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_for_typst(sheet), ensure_ascii=False)},
        timestamp=datetime.fromisoformat(sheet.dated).replace(tzinfo=UTC),
        pdf_standards=["ua-1"],
    )
    return bytes(written)


def _for_typst(sheet: Sheet) -> dict[str, object]:
    page_of = say(sheet.language, "page-of", page="{page}", pages="{pages}")
    year, month, day = (int(part) for part in sheet.dated.split("-"))
    return asdict(sheet) | {"page_of": page_of, "date": {"y": year, "m": month, "d": day}}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=list(font_folders()),
    )
