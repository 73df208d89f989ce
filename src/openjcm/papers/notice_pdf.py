"""A notice as a PDF, set by Typst in the fonts that come with the installation.

No network, no system fonts, and the same bytes for the same notice.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import typst

from openjcm.papers.notice_sheet import notice_sheet
from openjcm.papers.sheet import Sheet
from openjcm.papers.words import say
from openjcm.views.notice import Notice

_FONT_PACKAGES = (("ttf_opensans", "ttf"), ("matplotlib_fontja", "fonts"))


def notice_pdf(notice: Notice, language: str) -> bytes:
    """Set the whole notice as an A4 document.

    Raises:
        Malformed: published and rehearsed figures are mixed.
    """
    sheet = notice_sheet(notice, language)
    written = typst.compile(
        (files("openjcm.papers") / "notice.typ").read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(_for_typst(sheet), ensure_ascii=False)},
        timestamp=datetime.fromisoformat(sheet.dated).replace(tzinfo=UTC),
        pdf_standards=["ua-1"],
    )
    return bytes(written)


def font_folders() -> tuple[Path, ...]:
    """Return where the fonts for paper stand, without importing the packages they came in.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return tuple(_folder(package, folder) for package, folder in _FONT_PACKAGES)


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


def _folder(package: str, folder: str) -> Path:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise FileNotFoundError(f"the fonts of the package {package} are not installed")
    return Path(next(iter(places))) / folder
