"""``openjcm open-data``: the public record as rows."""

from dataclasses import fields

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.store import reader
from openjcm.views.open_data import DecisionRow, decision_rows


def command(
    context: typer.Context,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """Print one row a project in a published decision, as tab-separated text or JSON."""
    with wiring_of(context).opened(say):
        rows = decision_rows(reader())
    answer(rows, as_json=as_json, text=lambda: _text(rows))
    return 0


def _text(rows: tuple[DecisionRow, ...]) -> str:
    names = [field.name for field in fields(DecisionRow)]
    lines = ["\t".join(names)]
    for row in rows:
        cells = (getattr(row, name) for name in names)
        lines.append("\t".join("" if cell is None else str(cell) for cell in cells))
    return "\n".join(lines)
