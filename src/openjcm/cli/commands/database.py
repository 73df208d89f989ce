"""``openjcm database``: psql on the embedded server, for its operators."""

import os
import signal
import subprocess
from typing import Annotated

import typer

from openjcm.cli.frame import say, wiring_of
from openjcm.measure.errors import Malformed
from openjcm.store.embedded import psql_program

# The ledger's own tables are found by their names alone.
_AS_THE_LEDGER = {"PGOPTIONS": "-c search_path=jcm,public"}


def command(
    context: typer.Context,
    sql: Annotated[
        str | None, typer.Option("--sql", help="Run this and print rows, instead of a prompt.")
    ] = None,
) -> int:
    """Open psql as the owner; the journal's own guards still refuse changes.

    Raises:
        Malformed: psql does not come with this database.
    """
    with wiring_of(context).opened(say) as addresses:
        if addresses.process_id is None:
            raise Malformed(
                "the database is not the embedded one: open it with its own tools",
                code="not-embedded",
            )
        words = [str(psql_program()), "-X", "-v", "ON_ERROR_STOP=1", addresses.owner_url]
        words += ["-A", "-t", "-c", sql] if sql is not None else []
        return _talk(words)


def _leave_it(_number: int, _frame: object) -> None:
    """Let psql answer the interrupt."""


def _talk(words: list[str]) -> int:
    """Run psql; Ctrl-C belongs to it while it runs."""
    before = signal.signal(signal.SIGINT, _leave_it)
    try:
        return subprocess.run(words, env=os.environ | _AS_THE_LEDGER, check=False).returncode
    finally:
        signal.signal(signal.SIGINT, before)
