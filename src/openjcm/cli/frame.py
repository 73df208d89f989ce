"""The frame of the command line: which commands there are, loaded only when called."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer
from typer.exceptions import TyperException

from openjcm.measure.errors import Malformed

if TYPE_CHECKING:
    from openjcm.store.embedded import Addresses

Say = Callable[[str], None]

# Command, and what it does. Its module in openjcm.cli.commands has the same name (dashes as
# underscores) and holds a function `command`, or a `group` when it has commands of its own.
COMMANDS = {
    "run": "Start the database, enter the record, play the story and serve the site.",
    "story": "Play a story in a partnership of its own, beside what was published.",
    "verify": "Recompute every hash, replay every record, work every report out again.",
    "measures": "The five measures of tonnes of the published record.",
    "notice": "The notice of a decision as text, PDF or JSON.",
    "walk": "Walk a published quantity back as far as its record is public.",
    "credit": "Walk a block of credits back to its readings.",
    "rehearsal": "Published and rehearsed figures side by side.",
    "search": "Find projects and decisions of the public record.",
    "open-data": "The public record as rows.",
    "methodology": "Methodologies: list, show, check, work.",
    "meter": "Meter readings to period quantities.",
    "database": "Open psql on the embedded database, as its owner.",
}


class Setting(Protocol):
    """What commands may know of the environment."""

    @property
    def data(self) -> Path:
        """The data directory."""
        ...

    @property
    def port(self) -> int:
        """The port of the site, unless a command names another."""
        ...


class Wiring(Protocol):
    """What stands above the commands and is handed to them as the context's object."""

    @property
    def environment(self) -> Setting:
        """What the environment says."""
        ...

    def opened(self, say: Say) -> "AbstractContextManager[Addresses]":
        """Run the database with today's schema for as long as the block runs."""
        ...


def run_command(arguments: Sequence[str], wiring: Wiring) -> int:
    """Run one command line and return its exit code.

    Raises:
        Malformed: there is no such command, or its arguments cannot be read.
    """
    called = next((word for word in arguments if not word.startswith("-")), None)
    command = typer.main.get_command(frame_for(called))
    try:
        result = command.main(
            arguments or ["--help"], prog_name="openjcm", standalone_mode=False, obj=wiring
        )
    except TyperException as error:
        raise Malformed(f"{error.format_message()} (see openjcm --help)", code="usage") from error
    return result if isinstance(result, int) else 0


def frame_for(called: str | None) -> typer.Typer:
    """Build the command line with one command loaded and the others known by name."""
    frame = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="The Joint Crediting Mechanism, from meter reading to NDC, exact and open.",
    )
    frame.callback()(_without_command)
    for name, help_ in COMMANDS.items():
        if name == called:
            _add(frame, name, help_)
        else:
            frame.command(name, help=help_)(_not_loaded)
    return frame


def say(line: str) -> None:
    """Tell on standard error what takes time."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def wiring_of(context: typer.Context) -> Wiring:
    """Return what was handed to the command."""
    wiring: Wiring = context.obj
    return wiring


def _add(frame: typer.Typer, name: str, help_: str) -> None:
    module = import_module(f"openjcm.cli.commands.{name.replace('-', '_')}")
    if hasattr(module, "group"):
        frame.add_typer(module.group, name=name, help=help_)
    else:
        frame.command(name, help=help_)(module.command)


def _say_version(asked: bool) -> None:  # noqa: FBT001 - called by the command line
    if asked:
        typer.echo(f"openjcm {version('openjcm')}")
        raise typer.Exit


def _without_command(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Say which OpenJCM this is.", callback=_say_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Keep the command's name in front even when there is only one."""


def _not_loaded() -> None:
    """Stand for a command that is listed and not called."""
