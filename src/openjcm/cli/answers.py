"""What commands print: text for people, or with ``--json`` one line of stable keys."""

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any

import typer

from openjcm.views.shown import shown

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


def plain(value: Any) -> Any:  # noqa: ANN401 - any answer in, JSON values out
    """Return an answer as JSON values, exactly as the API gives them: decimals, days as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in shown(type(value))}
    if isinstance(value, Enum):
        return value.value
    match value:
        case Decimal() | date():
            return _plain_text(value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    return value


def _plain_text(value: Decimal | date) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)
