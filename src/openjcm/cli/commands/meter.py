"""``openjcm meter``: readings to period quantities, with everything that was found in them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.metering import read_plan, summarise, summary_as_json

group = typer.Typer(rich_markup_mode=None, help="Meter readings to period quantities.")


@group.callback()
def meter() -> None:
    """Keep the sub-command's name in front even while there is only one."""


@group.command("summarise")
def summarise_(
    paths: Annotated[list[Path], typer.Argument(help="CSV files of cumulative registers.")],
    plan: Annotated[Path, typer.Option(help="The monitoring plan, a TOML file.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Work out how far each register moved on in each calendar year of the plan's period.

    Raises:
        NotFound: there is no such plan.
        Malformed: readings or plan are refused; every fault with file, row and the fix.
    """
    said = summary_as_json(summarise(paths, read_plan(plan)))
    answer(said, as_json=as_json, text=lambda: _text(said))


def _text(said: Mapping[str, Any]) -> str:
    lines = [
        f"{row['year']}  {row['meter']:16} {row['parameter']:8} {row['amount']:>18} {row['unit']}"
        for row in said["quantities"]
    ]
    lines += [
        f"{row['meter']}: {row['span']} moved on = {row['counted']} counted"
        f" + {row['excluded']} excluded"
        for row in said["conservation"]
    ]
    lines += [
        f"{row['kind']}: {row['file']} row {row['row']}: {row['message']}" for row in said["faults"]
    ]
    return "\n".join(lines)
