"""``openjcm intake simulate``: a fleet that is made up, sending as real ones do."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.asked import day_callback
from openjcm.cli.commands.intakes import telling
from openjcm.cli.frame import say
from openjcm.cli.paper_file import write_paper
from openjcm.cli.progress import progress
from openjcm.intake.simulating.fleet import Play
from openjcm.intake.simulating.playing import intervals_differ, played, prepared
from openjcm.intake.simulating.sender import Sender
from openjcm.metering.plan.meter import length_of

_DAYS_MAX = 366
_A_DAY = timedelta(days=1)


def _length(text: str) -> str:
    """Refuse what is no length of time."""
    found = length_of(text)
    if found is None or not timedelta(0) < found <= _A_DAY:
        raise typer.BadParameter(f"{text!r} is no length up to a day; write it as 15min or 1h")
    return text


Key = Annotated[
    str,
    typer.Option(
        help="The key of the intake; in the environment others do not see it.",
        envvar="OPENJCM_INTAKE_KEY",
    ),
]
First = Annotated[
    str,
    typer.Option("--from", metavar="DATE", help="The first day of it.", callback=day_callback),
]
TableFile = Annotated[
    Path | None,
    typer.Option("--table", help="Also write the readings that count as one CSV file."),
]


def simulate(  # noqa: PLR0913 - one parameter an option of the command line
    name: Annotated[str, typer.Argument(help="The intake; its meters are those of its plan.")],
    to: Annotated[str, typer.Option(help="Where the site is, as http://localhost:8000.")],
    key: Key,
    first: First,
    *,
    days: Annotated[int, typer.Option(min=1, max=_DAYS_MAX, help="How many days.")] = 1,
    every: Annotated[str, typer.Option(help="How often is read.", callback=_length)] = "15min",
    batch: Annotated[str, typer.Option(help="How much goes at once.", callback=_length)] = "1h",
    seed: Annotated[int, typer.Option(help="The same seed plays the same.")] = 0,
    faults: Annotated[bool, typer.Option("--faults", help="Plant faults in the readings.")] = False,
    table: TableFile = None,
    patience: Annotated[int, typer.Option(min=1, help="Seconds to go on without an answer.")] = 120,
    as_json: JsonFlag = False,
) -> None:
    """Play a fleet that is made up, over HTTP.

    It sends as loggers do to an intake whose readings are illustrative: some batches twice, late
    or out of order, over lines that break, with one meter cut off for a while, and corrects some.
    What it did is said at the end, to be compared with intake summarise.

    Raises:
        NotAllowed: the key is wrong.
        Malformed: the readings of the intake are real, or the play is not within its plan.
        Stopped: the site does not answer.
    """
    lengths = [length_of(each) or _A_DAY for each in (every, batch)]
    if lengths[1] < lengths[0]:
        raise typer.BadParameter(f"a batch of {batch} holds no reading every {every}; take more")
    sender = Sender(to, name, key, patience=patience)
    state = sender.state()
    play = Play(
        zone=state["zone"],
        first=date.fromisoformat(first),
        days=days,
        every=lengths[0],
        batch=lengths[1],
        seed=seed,
        has_faults=faults,
    )
    script = prepared(state, play)
    for meter in intervals_differ(state, every):
        say(f"the plan of {meter} expects another interval than {every}: there will be gaps")
    if table:
        write_paper(table, script.table)
    with progress() as show:
        outcome = played(sender, script, state, seed, show)
    answer(outcome, as_json=as_json, text=lambda: telling.outcome_text(outcome))
