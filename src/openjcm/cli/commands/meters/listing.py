"""``openjcm meter rows``: the readings behind one quantity, as they stand in the files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.progress import Movement, progress, unshown
from openjcm.metering import Meter, ReadingRow, ReadingRows, Tell, read_plan, reading_rows, silent
from openjcm.papers.columns import table_lines
from openjcm.papers.readings.words import amount_words, say
from openjcm.papers.walk_words import value_words

ReadingPaths = Annotated[
    list[Path],
    typer.Argument(help="Files of readings (CSV, Excel, Parquet, gzip, zip), or folders."),
]
PlanFile = Annotated[Path, typer.Option(help="The monitoring plan, a TOML file.")]


@contextmanager
def steps_shown(language: str) -> Iterator[Tell]:
    """Give what shows each step of a reading in words, and how far it is; nothing off a terminal.

    Nothing is counted for it there either.
    """
    with progress() as show:
        yield silent if show is unshown else Movement(partial(say, language))


def now() -> datetime:
    """Return the instant after which no reading can have been taken."""
    return datetime.now(UTC)  # noqa: TID251 - a door reads the clock


def rows_(
    paths: ReadingPaths,
    plan: PlanFile,
    meter: Annotated[str, typer.Option(help="The meter, by its id in the plan.")],
    year: Annotated[int, typer.Option(help="The calendar year.")],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """List the readings behind the quantity of a meter and calendar year, in order of time.

    Each with its file and row, and what became of it: counted, excluded, filled, left out,
    a duplicate, contradicted, with an instant to come, outside the period. Of more than a thousand
    the first and the last are listed.

    Raises:
        NotFound: there is no such plan, or it has no such meter or year.
        Malformed: readings or plan are refused; every fault with file, row and the fix.
        Stopped: the machine has no room to work the readings.
    """
    read = read_plan(plan)
    with steps_shown(language) as tell:
        found = reading_rows(paths, read, meter, year, now=now(), tell=tell)
    said = {"meter": meter, "year": year, **asdict(found)}
    lines = _lines(found, read.meter(meter), year, language)
    answer(said, as_json=as_json, text=lambda: "\n".join(lines))


def _lines(found: ReadingRows, meter: Meter, year: int, language: str) -> Iterator[str]:
    if not found.rows:
        yield say(language, "rows-none", meter=meter.id, year=str(year))
        return
    yield say(language, "rows-heading", meter=meter.id, year=str(year))
    keys = ("label-file", "label-row", "label-at", "label-register", "readings-heading-unit", "")
    rows = [[say(language, key) if key else "" for key in keys]]
    rows += [
        [
            each.file,
            str(each.row),
            each.read_at,
            amount_words(each.register * meter.worth),
            meter.register_unit,
            _standing(each, language),
        ]
        for each in found.rows
    ]
    yield from (f"  {line}" for line in table_lines(rows, numbers=(1, 3)))
    if found.left_out:
        yield say(language, "rows-more", count=found.left_out)


def _standing(row: ReadingRow, language: str) -> str:
    """Say what became of a row, and because of which fault."""
    standing = value_words(language, "standing", row.standing)
    if not row.fault:
        return standing
    return say(
        language, "rows-because", standing=standing, fault=say(language, f"fault-{row.fault}")
    )
