"""Every kind of page looks as the pictures in the documents show it.

A picture that differs is written to ``build/pictures/pages`` with the difference in red. After a
look at them, one command keeps what differs and writes the page that shows all pictures::

    OPENJCM_REWRITE_PICTURES=1 .venv/bin/pytest tests/e2e/test_pictures.py
"""

import json
import os
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser

from openjcm.papers.words import LANGUAGES
from told.camera import camera
from told.pages import PICTURED
from told.pictures import Picture, difference, marked, small

pytestmark = pytest.mark.e2e

WIDTHS = {360: "phone", 768: "tablet", 1440: "desk"}
CHECKOUT = Path(__file__).parents[2]
BUILT = CHECKOUT / "build" / "pictures" / "pages"
SHOWN = CHECKOUT / "docs" / "pictures" / "README.md"
KEPT = CHECKOUT / "docs" / "pictures" / "pages"
HEIGHTS = KEPT / "heights.json"
ACCEPT = "OPENJCM_REWRITE_PICTURES=1 .venv/bin/pytest tests/e2e/test_pictures.py"
EVERY = os.environ.get("OPENJCM_ALL_PICTURES") == "1"
REWRITE = os.environ.get("OPENJCM_REWRITE_PICTURES") == "1"
NAMES = {f"{kind}.{lang}.{width}" for kind in PICTURED for lang in LANGUAGES for width in WIDTHS}
# What may not go unnoticed, as a style planted in a page.
FAULTS = {
    "a section is gone": "main section:last-of-type { display: none }",
    "a box is moved by half a letter's width": ".filters { transform: translateX(8px) }",
    "links have another colour": ":root { --accent: #0b6b2d; --link: #0b6b2d }",
    "letters are larger": "td, th { font-size: 1.05em }",
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_looks_as_its_picture(
    browser: Browser, site: str, language: str, width: int
) -> None:
    """No block of a page has another colour than in the picture that is kept."""
    found = []
    with camera(browser, site, language, width) as lens:
        for place, (kind, path) in enumerate(PICTURED.items()):
            name = f"{kind}.{language}.{width}"
            if not _is_looked_at(place, language, width):
                continue
            said = _compared(name, lens.take(path))
            found += [f"{name}: {said}"] if said else []

    assert found == [], f"look at build/pictures/pages; if it is meant so: {ACCEPT}"


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_seen(browser: Browser, site: str, fault: str) -> None:
    """A section hidden, a box moved, a colour changed, letters grown: each is a difference."""
    with camera(browser, site, "en", 768) as lens:
        sound, faulty = lens.take("partners/MN"), lens.take("partners/MN", fault)
        if ".filters" in fault:
            sound, faulty = lens.take("partners"), lens.take("partners", fault)

    assert difference(sound, faulty).is_one


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_smoothed_otherwise_are_no_difference(
    browser: Browser, site: str, language: str
) -> None:
    """What another build of the browser does to the edges of letters passes."""
    with camera(browser, site, language, 768) as lens:
        sharp = lens.take("partners/MN")
    blurred = sharp.image.convert("RGB").filter(ImageFilter.GaussianBlur(0.7))

    assert not difference(sharp, Picture(blurred, sharp.height + 1)).is_one


def test_the_documents_show_every_picture() -> None:
    """One page shows them all by kind, and no picture is left of a kind that is gone."""
    if REWRITE:
        SHOWN.write_text(_page(), encoding="utf-8")
        for path in KEPT.glob("*.webp"):
            if path.stem not in NAMES:
                path.unlink()

    assert {path.stem for path in KEPT.glob("*.webp")} <= NAMES
    assert SHOWN.read_text(encoding="utf-8") == _page()


def _is_looked_at(place: int, language: str, width: int) -> bool:
    """Whether a picture is compared: of each kind one a language, each at another width.

    All of them with ``OPENJCM_ALL_PICTURES=1``, as ``make check-pictures`` does.
    """
    turn = place + [*WIDTHS].index(width) + LANGUAGES.index(language)
    return EVERY or REWRITE or turn % len(WIDTHS) == 0


def _compared(name: str, taken: Picture) -> str:
    """Return how a picture differs from the one that is kept; keep it instead, if asked to."""
    path = KEPT / f"{name}.webp"
    heights = json.loads(HEIGHTS.read_text(encoding="utf-8")) if HEIGHTS.exists() else {}
    if path.exists() and name in heights:
        with Image.open(path) as image:
            found = difference(Picture(image, heights[name]), taken)
        if not found.is_one:
            return ""
        BUILT.mkdir(parents=True, exist_ok=True)
        taken.image.save(BUILT / f"{name}.png")
        marked(taken, found).save(BUILT / f"{name}.difference.png")
        said = found.words
    else:
        said = "no picture is kept"
    if not REWRITE:
        return said
    KEPT.mkdir(parents=True, exist_ok=True)
    path.write_bytes(small(taken.image))
    heights[name] = taken.height
    HEIGHTS.write_text(json.dumps(heights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return ""


def _page() -> str:
    """Return the page that shows every picture: a kind a heading, a language a row."""
    lines = [
        "# The site in pictures",
        "",
        "Every kind of page in both languages on a phone, a tablet and a desk.",
        f"They are {', '.join(map(str, WIDTHS))} pixels wide; a long page is cut off.",
        "The browser tests compare the site to them.",
        f"`{ACCEPT}` writes this page, and the pictures that differ.",
        "",
    ]
    for kind in PICTURED:
        lines += [f"## {kind.replace('-', ' ').capitalize()}", ""]
        lines += ["| | " + " | ".join(WIDTHS.values()) + " |", "|---|" + "---|" * len(WIDTHS)]
        for language in LANGUAGES:
            shown = [_shown(kind, language, width) for width in WIDTHS]
            lines += [f"| {language} | {' | '.join(shown)} |"]
        lines += [""]
    return "\n".join(lines)


def _shown(kind: str, language: str, width: int) -> str:
    return f"![{kind}, {language}, {WIDTHS[width]}](pages/{kind}.{language}.{width}.webp)"
