"""``openjcm credit``: walk one block of credits back to its readings."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.papers.walk_text import walk_text
from openjcm.store import configured, reader
from openjcm.store.files import FileStore
from openjcm.stories.walks import credit_walk


def command(
    context: typer.Context,
    serial: Annotated[str, typer.Argument(help="The serial number of the block.")],
    partnership: Annotated[
        str | None, typer.Option(help="Which rehearsal, where several have this number.")
    ] = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
    language: Language = "en",
) -> int:
    """Show every station of a block, from its serial number to the rows of the reading file.

    Raises:
        Malformed: the serial number cannot be read.
        NotFound: no such credits were issued here.
    """
    with wiring_of(context).opened(say):
        files = FileStore(configured().files)
        found = credit_walk(reader(), serial, files=files, partnership=partnership)
    answer(found, as_json=as_json, text=lambda: walk_text(found, language))
    return 0
