"""``openjcm intake keys``, ``new-key``, ``withdraw-key``: one key for each sender."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, answer
from openjcm.cli.commands.intakes import telling
from openjcm.cli.frame import say, wiring_of
from openjcm.intake import new_key, withdraw_key
from openjcm.store import reader
from openjcm.store.intake_keys import keys_of
from openjcm.store.intakes import find_intake

Name = Annotated[str, typer.Argument(help="The intake's name.")]


def keys(context: typer.Context, name: Name, *, as_json: JsonFlag = False) -> None:
    """List the keys of an intake by sender and SHA-256.

    The keys themselves are not kept.

    Raises:
        NotFound: there is no such intake.
    """
    with wiring_of(context).opened(say):
        found = keys_of(reader(), find_intake(reader(), name).name)
    answer(found, as_json=as_json, text=lambda: telling.keys_text(name, found))


def new_key_(
    context: typer.Context,
    name: Name,
    sender: Annotated[str, typer.Option(help="Whose key it is, such as logger-1.")],
    *,
    as_json: JsonFlag = False,
) -> None:
    """Make a key for one more sender.

    Or for one that lost its own; the others stay good.

    Raises:
        NotFound: there is no such intake.
        Malformed: the sender cannot be called so.
    """
    wiring = wiring_of(context)
    with wiring.opened(say):
        key = new_key(name, sender)
    said = key_said(name, sender, key, wiring.environment.served_at)
    answer(said, as_json=as_json, text=lambda: telling.key_text(said))


def withdraw_key_(
    context: typer.Context,
    name: Name,
    key: Annotated[str, typer.Argument(help="How its SHA-256 begins, as keys lists it.")],
    *,
    as_json: JsonFlag = False,
) -> None:
    """Withdraw a key for good; what came with it stays.

    Raises:
        NotFound: there is no such intake, or no such key.
        Conflict: it was withdrawn before.
    """
    with wiring_of(context).opened(say):
        withdrawn = withdraw_key(find_intake(reader(), name).name, key)
    said = {"intake": name, "sender": withdrawn.sender, "sha256": withdrawn.sha256}
    text = f"The key {withdrawn.sha256[:12]} of {withdrawn.sender} delivers to {name} no more."
    answer(said, as_json=as_json, text=lambda: text)


def key_said(name: str, sender: str, key: str, site: str) -> dict[str, str]:
    """Return what is said of a new key: also where it is used."""
    address = f"{site}/api/v1/intakes/{name}/batches"
    return {"intake": name, "sender": sender, "key": key, "address": address}
