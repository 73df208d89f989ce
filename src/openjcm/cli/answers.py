"""What commands print: text for people, or with ``--json`` one line of stable keys."""

import json
from collections.abc import Callable
from typing import Annotated, Any

import typer

from openjcm.views.shown import plain

LANGUAGES = ("en", "ja")


def _known(language: str) -> str:
    """Refuse a language in which nothing is said here."""
    if language not in LANGUAGES:
        raise typer.BadParameter(f"{language!r} is not one of {', '.join(LANGUAGES)}")
    return language


JsonFlag = Annotated[bool, typer.Option("--json", help="One line of JSON with stable keys.")]
Language = Annotated[str, typer.Option("--language", help="en or ja.", callback=_known)]


def answer(value: Any, *, as_json: bool, text: Callable[[], str]) -> None:  # noqa: ANN401 - any answer
    """Print an answer in the form that was asked for."""
    if as_json:
        typer.echo(json.dumps(plain(value), ensure_ascii=False))
    else:
        typer.echo(text().rstrip("\n"))
