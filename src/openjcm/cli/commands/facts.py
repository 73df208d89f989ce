"""``openjcm facts``: what the public record holds, every version of it, and newer files."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.changes import change_lines, value_text
from openjcm.cli.frame import say, wiring_of
from openjcm.cli.progress import progress
from openjcm.store import configured, reader
from openjcm.stories.published_record.differences import Change, Kind, fields_of
from openjcm.stories.published_record.facts import changes
from openjcm.stories.published_record.files import read_facts, shipped_facts
from openjcm.stories.thread import desk, enter_published_record
from openjcm.views.identifiers import found_as
from openjcm.views.record.facts import KINDS, Fact, FactRow, find_fact, list_facts
from openjcm.views.record.pages import LARGEST_PAGE, Page, every

_TOLD = (Kind.NEW, Kind.CHANGED, Kind.GONE)

group = typer.Typer(rich_markup_mode=None, help="Published facts: list, show, load.")


def _known(kind: str | None) -> str | None:
    """Refuse a kind of which there is no fact."""
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}")
    return kind


@group.command("list")
def list_(
    context: typer.Context,
    kind: Annotated[
        str | None, typer.Option("--kind", help=f"One of {', '.join(KINDS)}.", callback=_known)
    ] = None,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """List the facts that stand in the public record."""
    with wiring_of(context).opened(say):
        rows = every(
            lambda cursor: list_facts(reader(), kind=kind, cursor=cursor, limit=LARGEST_PAGE)
        )
    answer(Page(rows, len(rows)), as_json=as_json, text=lambda: "\n".join(map(_row, rows)))


@group.command()
def show(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help=f"One of {', '.join(KINDS)}.", callback=_known)],
    key: Annotated[str, typer.Argument(help="Its key, e.g. BD002 or BD-2022-03-28.")],
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Show a fact with every version that the record holds, and where each was printed.

    Raises:
        NotFound: the record holds no such fact.
    """
    with wiring_of(context).opened(say):
        found = found_as(reader(), lambda record, said: find_fact(record, kind, said), key)
    answer(found, as_json=as_json, text=lambda: _show(found))


@group.command()
def load(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(help="A folder of files; those of the installation unless said."),
    ] = None,
    dry_run: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--dry-run", help="Show what would change, and enter nothing.")
    ] = False,
    as_json: JsonFlag = False,  # noqa: FBT002 - a flag of the command line
) -> None:
    """Enter newer files of published facts, and show what they change; safe to repeat.

    Raises:
        Malformed: files are refused; every fault with file, row and field, nothing entered.
    """
    facts = read_facts(folder) if folder else shipped_facts()
    with wiring_of(context).opened(say):
        if dry_run:
            found = changes(facts, configured().app_url)
        else:
            with progress() as shown:
                found = enter_published_record(desk(configured()), shown, facts=facts)
    counted = Counter(each.kind for each in found)
    said = {
        "entered": not dry_run,
        "facts": len(facts),
        **{kind.value: counted[kind] for kind in _TOLD},
        "changes": found,
    }
    answer(said, as_json=as_json, text=lambda: _load(found, len(facts), dry_run=dry_run))


def _row(row: FactRow) -> str:
    return f"{row.kind:18} {row.key:24} {row.record}"


def _show(found: Fact) -> str:
    lines = [f"{found.kind} {found.key} ({found.partnership})"]
    for each in found.versions:
        until = f", replaced {each.superseded_at:%Y-%m-%d %H:%M} UTC" if each.superseded_at else ""
        lines += [
            "",
            f"{each.record}, of {each.on}, recorded {each.recorded_at:%Y-%m-%d %H:%M} UTC",
        ]
        lines[-1] += until
        said = {name: value for name, value in each.says.items() if name != "sources"}
        lines += [f"  {name}: {value_text(value)}" for name, value in fields_of(said)]
        lines += [
            f"  source: {source.title}, {source.url} ({source.licence})" for source in each.sources
        ]
    return "\n".join(lines)


def _load(found: Sequence[Change], facts: int, *, dry_run: bool) -> str:
    lines = [line for each in found for line in change_lines(each)]
    counted = Counter(each.kind for each in found)
    verb = "would be entered" if dry_run else "entered"
    lines.append(
        f"{facts} facts in the files: {counted[Kind.NEW]} new and {counted[Kind.CHANGED]} changed"
        f" {verb}; {counted[Kind.GONE]} only in the record, which keeps them"
    )
    return "\n".join(lines)
