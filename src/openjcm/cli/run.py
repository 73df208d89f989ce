"""``openjcm run``: everything a newcomer needs, then the site until Ctrl-C."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from openjcm.cli.frame import Setting, say, wiring_of
from openjcm.cli.port import check_port_is_free
from openjcm.cli.serving import serve

if TYPE_CHECKING:
    from openjcm.store.embedded import Addresses


def command(
    context: typer.Context,
    port: Annotated[int | None, typer.Option(help="Where the site is served.")] = None,
) -> int:
    """Start the database, enter the record, play the story and serve the site.

    Raises:
        Malformed: the port is in use, or the data directory cannot be used.
        Stopped: the disk is full, or the database stopped.
    """
    wiring = wiring_of(context)
    port = port or wiring.environment.port
    check_port_is_free(port)
    with wiring.opened(say) as addresses:
        print_the_thread(wiring.environment, addresses)
        address = f"The site is at http://localhost:{port} until Ctrl-C."
        serve(port, server_process=addresses.process_id, ready=partial(typer.echo, address))
    say("stopped")
    return 0


def print_the_thread(environment: Setting, addresses: "Addresses") -> None:
    """Enter the published record, play the story, and print what was notified."""
