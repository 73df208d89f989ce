"""``openjcm search``: find projects and decisions of the public record."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.words import say as words
from openjcm.store import reader
from openjcm.views.search import Hit, search


def command(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words, a name or a number.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Find projects and decisions; a rehearsal is never found."""
    with wiring_of(context).opened(say):
        hits = search(reader(), text)
    answer(hits, as_json=as_json, text=lambda: _lines(text, hits, language))
    return 0


def _lines(text: str, hits: tuple[Hit, ...], language: str) -> str:
    if not hits:
        return words(language, "search-nothing", text=text)
    return "\n".join(_line(hit, language) for hit in hits)


def _line(hit: Hit, language: str) -> str:
    title = hit.title_ja if language == "ja" else hit.title_en
    return f"{hit.kind:9} {hit.project_id or hit.key:14} {title}"
