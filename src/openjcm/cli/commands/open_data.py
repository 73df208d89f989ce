"""``openjcm open-data``: the public tables as rows and as files."""

from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Malformed
from openjcm.papers.exports.column_words import column_sentence, table_sentence
from openjcm.papers.exports.json_file import json_rows
from openjcm.papers.exports.open_data import FORMATS, Format, open_data_files, table_file
from openjcm.papers.exports.whole_files import write_file, write_folder
from openjcm.store import reader
from openjcm.views.record.tables import Filled, every_table, find_table, record_state

_ENDINGS = ", ".join(each.ending for each in FORMATS)


def _known(ending: str) -> str:
    """Refuse a format in which nothing is written."""
    if all(each.ending != ending for each in FORMATS):
        raise typer.BadParameter(f"{ending!r} is not one of {_ENDINGS}")
    return ending


def command(
    context: typer.Context,
    table: Annotated[
        str | None, typer.Argument(help="The table; without one they are listed.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="csv, json or parquet.", callback=_known)
    ] = "csv",
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file, or the folder with --all.")
    ] = None,
    whole: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--all", help="Every table in every format, with checksums.")
    ] = False,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> int:
    """List the public tables, print one, or write one or all of them as files.

    Raises:
        NotFound: there is no such table.
        Malformed: what is asked for needs a place to write to.
        Stopped: there is no room; nothing was half-written.
    """
    with wiring_of(context).opened(say):
        if whole:
            _write_all(out)
        elif table is None:
            found = every_table(reader())
            answer([_summary(each) for each in found], as_json=as_json, text=lambda: _list(found))
        elif as_json:
            answer(json_rows(find_table(reader(), table)), as_json=True, text=str)
        else:
            _write(find_table(reader(), table), _format(form), out)
    return 0


def _write(of: Filled, form: Format, out: Path | None) -> None:
    if out is None and form.ending == "parquet":
        raise Malformed("Parquet is not for reading: say where to with -o FILE", code="no-output")
    file = table_file(of, form)
    if out is None:
        typer.echo(file.content, nl=False)
    else:
        write_file(out, file.content)
        say(f"written: {out}")


def _write_all(out: Path | None) -> None:
    if out is None:
        raise Malformed("--all writes many files: say where to with -o FOLDER", code="no-output")
    files = open_data_files(every_table(reader()), recorded_at=record_state(reader()).at)
    write_folder(out, files)
    say(f"written: {len(files)} files to {out}")


def _format(ending: str) -> Format:
    return next(each for each in FORMATS if each.ending == ending)


def _list(found: tuple[Filled, ...]) -> str:
    return "\n".join(
        f"{of.table.name:26} {len(of.rows):6}  {table_sentence('en', of.table.name)}"
        for of in found
    )


def _summary(of: Filled) -> dict[str, object]:
    return {
        "table": of.table.name,
        "description": table_sentence("en", of.table.name),
        "rows": len(of.rows),
        "key": of.table.key,
        "columns": [
            {
                "name": each.name,
                "type": each.type,
                "unit": each.unit,
                "needed": each.needed,
                "description": column_sentence("en", of.table.name, each.name),
            }
            for each in of.table.columns
        ],
    }
