"""``openjcm run``: everything a newcomer needs, then the site until Ctrl-C."""

from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from openjcm.cli.changes import say_entered
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.port import check_port_is_free
from openjcm.cli.progress import progress
from openjcm.cli.serving import serve
from openjcm.papers.comparison_text import comparison_text
from openjcm.papers.notice.text import notice_table
from openjcm.store import configured, reader
from openjcm.stories.thread import desk, play_story
from openjcm.views.comparison import comparison

STORY = "first-issuance"


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
    port = wiring.environment.port if port is None else port
    check_port_is_free(port)
    wiring.serves_at(port)
    with wiring.opened(say) as addresses:
        print_the_thread()
        # Another openjcm may have come first while this one was busy.
        check_port_is_free(port)
        address = f"The site is at http://localhost:{port} until Ctrl-C."
        serve(port, server_process=addresses.process_id, ready=partial(typer.echo, address))
    say("stopped")
    return 0


def print_the_thread() -> None:
    """Enter the published record, play the story, and print both side by side."""
    with progress() as show:
        played = play_story(STORY, desk(configured()), progress=show, entered=say_entered)
    compared = comparison(reader(), played.story.partnership)
    typer.echo(notice_table(compared.published, "en"))
    # One serial number is enough to start a walk from; the site lists them all.
    shown = replace(compared, first_serials=compared.first_serials[:1])
    typer.echo(comparison_text(shown, "en"))
