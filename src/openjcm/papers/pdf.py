"""A sheet as a PDF, set by Typst in the fonts that come with the installation.

No network, no system fonts, and the same bytes for the same sheet. Imported on its own, because
Typst is large.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files

import typst

from openjcm.papers.fonts import font_folders
from openjcm.papers.sheet import Sheet
from openjcm.papers.words import say

# A paper that speaks of no day carries none; Typst asks for an instant all the same.
_NO_DAY = "1970-01-01"


def sheet_pdf(sheet: Sheet) -> bytes:
    """Set a whole sheet as an A4 document."""
    written = typst.compile(
        (files("openjcm.papers") / "paper.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_for_typst(sheet), ensure_ascii=False)},
        timestamp=datetime.fromisoformat(sheet.dated or _NO_DAY).replace(tzinfo=UTC),
        pdf_standards=["ua-1"],
    )
    return bytes(written)


def _for_typst(sheet: Sheet) -> dict[str, object]:
    page_of = say(sheet.language, "page-of", page="{page}", pages="{pages}")
    date = dict(zip("ymd", map(int, sheet.dated.split("-")), strict=True)) if sheet.dated else None
    return asdict(sheet) | {"page_of": page_of, "date": date}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=list(font_folders()),
    )
