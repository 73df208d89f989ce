"""``openjcm intake``: meter readings that arrive while a period runs."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import Cursor, Limit, day_callback, day_of, one_of
from openjcm.cli.commands.intakes import differing, keys, telling, typing
from openjcm.cli.commands.intakes.simulating import simulate
from openjcm.cli.commands.meters.report_of import Named, report_of
from openjcm.cli.frame import say, wiring_of
from openjcm.intake import (
    BASES,
    BATCH_MAX,
    READERS,
    NewIntake,
    Receipt,
    Sent,
    deliver,
    open_intake,
    receipt_of,
    receipts,
    state_of,
    summarise_intake,
)
from openjcm.intake.arriving import too_large
from openjcm.intake.keys import FIRST_SENDER
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, NotFound, SchemeError
from openjcm.metering import Detailed, summary_as_json
from openjcm.papers.readings.text import readings_text
from openjcm.store import reader
from openjcm.store.intakes import Intake, counts, find_intake, intakes

group = typer.Typer(rich_markup_mode=None, help="Readings that arrive while a period runs.")
IntakeName = Annotated[str, typer.Argument(help="The intake's name, such as bd002-roof.")]


def _known_basis(basis: str) -> str:
    """Refuse a basis that readings cannot have."""
    return one_of(basis, [each.value for each in BASES])


@group.command("open")
def open_(  # noqa: PLR0913 - one parameter an option of the command line
    context: typer.Context,
    name: IntakeName,
    plan: Annotated[Path, typer.Option(help="The monitoring plan, a TOML file.")],
    project: Annotated[
        str, typer.Option(help="Partnership and number: BD-R/BD002, or BD/BD002 of the record.")
    ],
    basis: Annotated[
        str,
        typer.Option(help=f"What the readings are: {', '.join(BASES)}.", callback=_known_basis),
    ],
    sender: Annotated[str, typer.Option(help="Whose key is printed.")] = FIRST_SENDER,
    *,
    as_json: JsonFlag = False,
) -> None:
    """Open an intake for a project, and print a key for it.

    With the key a sender delivers. It is shown once and kept nowhere; for a lost one there is
    new-key.

    Raises:
        NotFound: there is no such plan, or the record has no such project.
        Malformed: the name or the plan is refused.
        Conflict: there is an intake of this name.
    """
    partnership, _, number = project.partition("/")
    if not number:
        raise typer.BadParameter(f"{project!r} names no partnership; write it as BD-R/BD002")
    asked = NewIntake(
        name=name,
        partnership=partnership,
        project=number,
        plan=_plan_text(plan),
        basis=Basis(basis),
    )
    wiring = wiring_of(context)
    with wiring.opened(say):
        key = open_intake(asked, sender)
    said = keys.key_said(name, sender, key, wiring.environment.served_at)
    answer(said, as_json=as_json, text=lambda: telling.key_text(said))


@group.command("list")
def list_(context: typer.Context, *, as_json: JsonFlag = False) -> None:
    """List the intakes, with how much arrived at each."""
    with wiring_of(context).opened(say):
        rows = [_row(each) for each in intakes(reader())]
    answer(rows, as_json=as_json, text=lambda: telling.list_text(rows))


@group.command()
def show(context: typer.Context, name: IntakeName, *, as_json: JsonFlag = False) -> None:
    """Show of each meter the last reading, how late, how complete.

    Raises:
        NotFound: there is no such intake.
        Conflict: a kept file is not what arrived.
    """
    with wiring_of(context).opened(say):
        state = state_of(find_intake(reader(), name))
    answer(state, as_json=as_json, text=lambda: telling.state_text(state))


@group.command()
def batches(
    context: typer.Context,
    name: IntakeName,
    cursor: Cursor = None,
    limit: Limit = None,
    *,
    as_json: JsonFlag = False,
) -> None:
    """List what arrived, the latest first.

    Raises:
        NotFound: there is no such intake.
    """
    with wiring_of(context).opened(say):
        page = receipts(find_intake(reader(), name), cursor=cursor, limit=limit)
    answer(page, as_json=as_json, text=lambda: telling.batches_text(name, page))


@group.command("summarise")
def summarise_(
    context: typer.Context,
    name: IntakeName,
    last: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The last day that counts; else the last that every meter reaches the end of.",
            callback=day_callback,
        ),
    ] = None,
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Sum up what arrived so far, as meter summarise does.

    Raises:
        NotFound: there is no such intake, or no whole day is there of every meter.
        Malformed: readings contradict each other, or the plan refuses a fault.
        Conflict: a kept file is not what arrived.
        Stopped: the machine has no room to work the readings.
    """
    with wiring_of(context).opened(say):
        intake = find_intake(reader(), name)
        so_far = summarise_intake(intake, last=day_of(last))
    digest = sha256(intake.plan.encode()).hexdigest()
    named = Named(f"{name}.toml", digest, f"openjcm intake batches {name}")
    detailed = Detailed(so_far.summary, so_far.plan)
    report = report_of(detailed, named, Basis(intake.basis))
    said = {
        **summary_as_json(so_far.summary, so_far.plan),
        "plan": {"name": named.name, "sha256": digest},
        "basis": intake.basis,
        "period": {"first": so_far.plan.period.first, "last": so_far.plan.period.last},
    }
    answer(
        said,
        as_json=as_json,
        text=lambda: telling.so_far_text(so_far.plan, readings_text(report, language), language),
    )


@group.command("deliver")
def deliver_(
    context: typer.Context,
    name: IntakeName,
    files: Annotated[list[Path], typer.Argument(help="Files of readings, each a batch.")],
    replaces: Annotated[
        str, typer.Option(help="The SHA-256 of the batch that the one file corrects.")
    ] = "",
    *,
    as_json: JsonFlag = False,
) -> None:
    """Deliver files here, each as a batch.

    The same file again changes nothing.

    Raises:
        NotFound: there is no such intake or file.
        Malformed: a batch is refused; every fault with its row. Those before it are kept.
        Conflict: it replaces a batch that never arrived, or was replaced already.
        Stopped: the database does not answer, or the machine has no room.
    """
    if replaces and len(files) > 1:
        raise typer.BadParameter("--replaces is said of one file; deliver the others without it")
    with wiring_of(context).opened(say):
        intake = find_intake(reader(), name)
        found = _delivered(intake, files, replaces)
    said = [{"receipt": receipt, "is_new": is_new} for receipt, is_new in found]
    answer(said, as_json=as_json, text=lambda: telling.delivered_text(found))


group.command("keys")(keys.keys)
group.command("new-key")(keys.new_key_)
group.command("withdraw-key")(keys.withdraw_key_)
group.command("link")(typing.link)
group.command("typed")(typing.typed)
group.command("differences")(differing.differences_)
group.command("simulate")(simulate)


def _delivered(intake: Intake, files: Sequence[Path], replaces: str) -> list[tuple[Receipt, bool]]:
    found: list[tuple[Receipt, bool]] = []
    for file in files:
        READERS.ready()
        try:
            sent = Sent(_content(file), name=file.name, replaces=replaces)
            arrived, is_new = deliver(intake, sent)
        except SchemeError as error:
            for receipt, _ in found:
                say(f"{receipt.name}: kept as batch {receipt.number}")
            error.message = f"{file.name}: {error.message}"
            raise
        found.append((receipt_of(intake, arrived), is_new))
    return found


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > BATCH_MAX:
            raise too_large()
        return file.read_bytes()
    except FileNotFoundError:
        raise NotFound(f"there is no file {file}", code="no-file", about=str(file)) from None
    except OSError as fault:
        said = f"{file} cannot be read: {fault.strerror}; name a file of readings"
        raise Malformed(said, code="file-unreadable", about=str(file)) from None


def _plan_text(plan: Path) -> str:
    try:
        return plan.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotFound(f"there is no plan {plan}", code="no-plan", about=str(plan)) from None
    except (OSError, UnicodeDecodeError):
        said = f"{plan} is no text in UTF-8; name a monitoring plan in TOML"
        raise Malformed(said, code="plan-unreadable", about=str(plan)) from None


def _row(intake: Intake) -> telling.IntakeRow:
    much = counts(reader(), intake.name)
    return telling.IntakeRow(
        intake.name,
        intake.partnership,
        intake.project,
        intake.basis,
        intake.opened_at,
        much.batches,
        much.last_received_at,
    )
