"""What a search found, the nearest first."""

from openjcm.papers.record_text.lines import country, table, title
from openjcm.papers.record_text.words import say
from openjcm.views.record.finding import Found
from openjcm.views.record.pages import Page

_HEADINGS = ("kind", "key", "country", "title")
_TITLE = len(_HEADINGS) - 1


def found_text(text: str, page: Page[Found], language: str) -> str:
    """Write what was found for a text, or that nothing was."""
    if not page.items:
        return say(language, "search-nothing", text=text) + "\n"
    headings = [say(language, f"column-{each}") for each in _HEADINGS]
    lines = table(headings, [_row(each, language) for each in page.items], wrapped=_TITLE)
    shown, total = len(page.items), page.total
    rest = [say(language, "found-part", shown=shown, total=total)] if shown < total else []
    return "\n".join([*lines, *rest]) + "\n"


def _row(found: Found, language: str) -> list[str]:
    host = country(language, found.host) if found.host else ""
    return [
        say(language, f"kind-of-{found.kind}"),
        found.key,
        host,
        title(language, found.title_en, found.title_ja),
    ]
