"""What commands about the public record take: days, countries, pages."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from openjcm.rulebook import all_partners


def one_of(name: str, known: Sequence[str]) -> str:
    """Return a name that is known.

    Raises:
        BadParameter: it is none of them.
    """
    if name not in known:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}")
    return name


def _partner(iso2: str | None) -> str | None:
    known = [partner.iso2 for partner in all_partners()]
    return one_of(iso2.upper(), known) if iso2 else None


def day_callback(text: str | None) -> str | None:
    """Refuse what is no day."""
    try:
        day_of(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2022-03-31") from error
    return text


Day = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="As of this day; today.", callback=day_callback),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until", metavar="DATE", help="Of decisions up to this day.", callback=day_callback
    ),
]
PartnerOption = Annotated[
    str | None,
    typer.Option("--partner", metavar="ISO2", help="Of this country, e.g. MN.", callback=_partner),
]
YearOption = Annotated[int | None, typer.Option("--year", min=2013, max=2100)]
Cursor = Annotated[str | None, typer.Option("--cursor", help="Where the page begins.")]
Limit = Annotated[int | None, typer.Option("--limit", help="How many at most (50; up to 500).")]


def day_of(asked: str | None) -> date | None:
    """Return the day that was asked for; None is today."""
    return date.fromisoformat(asked) if asked else None
