"""The frame of the command line: which commands there are, loaded only when called."""

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.metadata import version
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer
from typer.exceptions import TyperException

from openjcm.measure.errors import Malformed

if TYPE_CHECKING:
    from openjcm.store.embedded import Addresses

Say = Callable[[str], None]

# Questions to the public record, whose modules are in openjcm.cli.commands.record.
RECORD = {
    "partners": "Partner countries as of any day.",
    "partner": "A partner country with its totals.",
    "projects": "Projects of the public record: filter, order, search.",
    "project": "Everything that was published about a project.",
    "decisions": "Published decisions on credits, latest first.",
    "decision": "A decision: its lines, both sides, what is not published.",
    "methodologies": "Methodologies as far as they were published.",
    "totals": "Totals of the published measures, side by side.",
    "figure": "Where a total comes from: every amount in it, and every gap.",
    "goals": "Policy goals and published progress as of any day.",
    "workbench": "Published shares against rules that could have made them.",
    "search": "Find countries, projects, decisions and methodologies.",
}
# Command, and what it does. Its module in openjcm.cli.commands has the same name (dashes as
# underscores) and holds a function `command`, or a `group` when it has commands of its own.
COMMANDS = {
    "run": "Start the database, enter the record, play the story and serve the site.",
    "story": "Tell a story: played beside what was published, or of published figures only.",
    "verify": "Recompute every hash, replay every record, work every report out again.",
    "measures": "The five measures of tonnes of the published record.",
    **RECORD,
    "notice": "The notice of a decision as text, PDF or JSON.",
    "walk": "Walk a published quantity back as far as its record is public.",
    "credit": "Walk a block of credits back to its readings.",
    "rehearsal": "Published and rehearsed figures side by side.",
    "report": "The calculation of a rehearsed monitoring report, every value.",
    "open-data": "The public tables as rows and as files: CSV, JSON, Parquet.",
    "facts": "Published facts: list, show with every version, load from files.",
    "methodology": "Definitions to work with; what was published of one.",
    "meter": "Meter readings to period quantities.",
    "intake": "Readings that arrive while a period runs: open, watch, sum up.",
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

    @property
    def served_at(self) -> str:
        """Where readers and senders find the site."""
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

    def serves_at(self, port: int) -> None:
        """Let the processes that serve know the port."""
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
    folder = "commands.record" if name in RECORD else "commands"
    module = import_module(f"openjcm.cli.{folder}.{name.replace('-', '_')}")
    if hasattr(module, "group"):
        for each in module.group.registered_commands:
            # What a function raises is for who reads the code.
            each.help = (getdoc(each.callback) or "").partition("\n\nRaises:")[0]
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
