"""``openjcm intake link`` and ``typed``: values that people type on a phone."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.frame import say, wiring_of
from openjcm.intake import Use, new_key, plan_of
from openjcm.intake.links import link_of
from openjcm.intake.typed import TypedBatch, typed_batches
from openjcm.papers.columns import table_lines
from openjcm.store import reader
from openjcm.store.intakes import batches, find_intake

Name = Annotated[str, typer.Argument(help="The intake's name.")]
_DIGITS_SHOWN = 12


def link(
    context: typer.Context,
    name: Name,
    sender: Annotated[str, typer.Option(help="Whose phone it is for, such as phone-1.")],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """Make a private link with a key of its own: whoever has it may type values on a phone.

    It is shown once and kept nowhere; withdraw-key ends it.

    Raises:
        NotFound: there is no such intake.
        Malformed: the sender cannot be called so.
    """
    wiring = wiring_of(context)
    with wiring.opened(say):
        key = new_key(find_intake(reader(), name).name, sender, Use.TYPE)
    address = link_of(wiring.environment.served_at, name, key, language)
    said = {"intake": name, "sender": sender, "link": address}
    text = (
        f"The private link of {name} for {sender}, shown this once and kept nowhere:\n\n"
        f"  {address}\n\nGive it to nobody else: whoever has it may type values."
    )
    answer(said, as_json=as_json, text=lambda: text)


def typed(context: typer.Context, name: Name, *, as_json: JsonFlag = False) -> None:
    """List what was typed, each value with the SHA-256 of its batch and of its photo or invoice.

    Raises:
        NotFound: there is no such intake.
        Conflict: a kept file is not what arrived.
    """
    with wiring_of(context).opened(say):
        intake = find_intake(reader(), name)
        found = list(typed_batches(batches(reader(), name), plan_of(intake)))
    said = {"intake": name, "basis": intake.basis, "typed": found}
    answer(said, as_json=as_json, text=lambda: "\n".join(_lines(found, intake.basis)))


def _lines(found: Sequence[TypedBatch], basis: str) -> Iterator[str]:
    if not found:
        yield "Nothing was typed yet."
        return
    rows = [["no.", "meter", "read at", "value", "from", "photo or invoice"]]
    rows += [
        [
            f"{each.number}{' (corrected)' if each.replaced else ''}",
            each.typed.meter,
            each.typed.read_at.isoformat(),
            each.typed.value,
            f"{each.typed.source} {each.typed.invoice}".strip(),
            ", ".join(one.sha256[:_DIGITS_SHOWN] for one in each.typed.evidence)
            or f"none: {each.typed.reason}",
        ]
        for each in found
    ]
    yield from table_lines(rows)
    yield ""
    yield f"The values are {basis}."
