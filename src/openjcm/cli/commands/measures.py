"""``openjcm measures``: the five measures of tonnes, side by side, never added."""

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.figure_words import figure_words
from openjcm.papers.words import say as words
from openjcm.store import reader
from openjcm.views.measures import Measures, measures

_SHOWN = ("expected", "verified", "notified", "issued", "used", "towards_ndc")


def command(
    context: typer.Context,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show what the published record says of tonnes, each measure with its basis."""
    with wiring_of(context).opened(say):
        found = measures(reader())
    answer(found, as_json=as_json, text=lambda: _text(found, language))
    return 0


def _text(found: Measures, language: str) -> str:
    lines = []
    for name in _SHOWN:
        figure = getattr(found, name)
        label = words(language, f"measure-{name.replace('_', '-')}")
        basis = words(language, f"basis-{figure.basis}")
        lines.append(f"{label}: {figure_words(language, figure)} [{basis}]")
    return "\n".join(lines)
