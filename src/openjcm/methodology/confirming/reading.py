"""``confirmation.toml`` of a version: read strictly, and written so that it reads the same."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from openjcm.methodology.checks import Check, refusal
from openjcm.methodology.confirming.faults import ConfirmationCheck, note
from openjcm.methodology.confirming.record import (
    PERSONS,
    Compared,
    Confirmation,
    Document,
    Person,
    who,
)
from openjcm.methodology.files.forms import Form, Key, rows, table, text
from openjcm.methodology.files.schema import DRAFT
from openjcm.methodology.files.toml import Table, read_table

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ADDRESS = re.compile(r"https?://\S+", re.ASCII)
_HASH = text("^[0-9a-f]{64}$")
_DAY: Mapping[str, Any] = MappingProxyType({"type": "string", "format": "date"})
DOCUMENT: Form = MappingProxyType(
    {
        "name": Key(text(), needed=True, says="the name of its file"),
        "sha256": Key(_HASH, needed=True, says="the SHA-256 of its content"),
        "source": Key(text("^https?://"), needed=True, says="the address where it was got"),
        "dated": Key(_DAY, says="the day that it bears"),
        "attached_on": Key(_DAY, needed=True, says="when it was attached"),
    }
)
COMPARED: Form = MappingProxyType(
    {
        "part": Key(text(), needed=True, says="a part of the definition, by its name"),
        "para": Key(text(), needed=True, says="the paragraph in which the person found it"),
        "on": Key(_DAY, needed=True, says="when it was compared"),
    }
)
PERSON: Form = MappingProxyType(
    {
        "name": Key(text(), needed=True, says="who compared"),
        "definition": Key(_HASH, needed=True, says="the SHA-256 of what was compared"),
        "compared": Key(rows(COMPARED), needed=True, says="each part that was compared"),
    }
)
CONFIRMATION: Form = MappingProxyType(
    {
        "confirmed_on": Key(_DAY, says="when the second person had compared every part"),
        "document": Key(table(DOCUMENT), needed=True, says="the adopted document"),
        "person": Key(rows(PERSON), says="who compared, at most two"),
    }
)
_HEAD = "# Written by openjcm methodology attach and confirm; docs/catalogue.md tells how.\n"


def is_address(source: str) -> bool:
    """Whether a source is an address of the web."""
    return _ADDRESS.fullmatch(source) is not None


def confirmation_schema() -> dict[str, Any]:
    """Return the schema of a ``confirmation.toml``, for editors."""
    return {"$schema": DRAFT, "title": "Who confirmed a version", **table(CONFIRMATION)}


def read_confirmation(content: str, *, place: str) -> Confirmation:
    """Read who confirmed a version.

    Raises:
        Malformed: anything is wrong with it; carries every finding.
    """
    said = read_table(content, place=place)
    found = None if said.found else _confirmation(said)
    if found is None or said.found:
        raise refusal(
            f"{place} says not who confirmed a version",
            code="confirmation-malformed",
            about=place,
            found=said.found,
        )
    return found


def confirmation_text(confirmation: Confirmation) -> str:
    """Write who confirmed a version."""
    document = confirmation.document
    lines = [_HEAD]
    if confirmation.confirmed_on:
        lines += [f"confirmed_on = {confirmation.confirmed_on.isoformat()}\n"]
    lines += ["[document]", f"name = {_quoted(document.name)}"]
    lines += [f'sha256 = "{document.sha256}"', f"source = {_quoted(document.source)}"]
    lines += [f"dated = {document.dated.isoformat()}"] if document.dated else []
    lines += [f"attached_on = {document.attached_on.isoformat()}"]
    for each in confirmation.persons:
        lines += ["", "[[person]]", f"name = {_quoted(each.name)}"]
        lines += [f'definition = "{each.definition}"', "compared = ["]
        lines += [f"  {_line(one)}," for one in each.compared]
        lines += ["]"]
    return "\n".join([*lines, ""])


def _confirmation(said: Table) -> Confirmation:
    said.only(*CONFIRMATION)
    found = Confirmation(
        document=_document(said.table("document")),
        persons=tuple(_person(each) for each in said.rows("person")),
        confirmed_on=said.day("confirmed_on"),
    )
    different = {who(each.name) for each in found.persons}
    if len(different) < len(found.persons) or len(found.persons) > PERSONS:
        note(said, ConfirmationCheck.TWO_PERSONS, "two persons compare, and they are different")
    if found.confirmed_on and len(different) < PERSONS:
        note(
            said,
            ConfirmationCheck.TWO_PERSONS,
            "'confirmed_on' stands there when two persons compared",
        )
    return found


def _document(said: Table) -> Document:
    said.only(*DOCUMENT)
    document = Document(
        name=said.text("name"),
        sha256=said.text("sha256"),
        source=said.text("source"),
        dated=said.day("dated"),
        attached_on=_day(said, "attached_on"),
    )
    _check_hash(said, "sha256", document.sha256)
    if document.source and not is_address(document.source):
        note(
            said,
            ConfirmationCheck.DOCUMENT_NAMED,
            "'source' is the address where the document was got",
        )
    return document


def _person(said: Table) -> Person:
    said.only(*PERSON)
    person = Person(said.text("name"), said.text("definition"), tuple(_compared(said)))
    _check_hash(said, "definition", person.definition)
    if len({each.part for each in person.compared}) != len(person.compared) or not person.compared:
        note(said, ConfirmationCheck.TWO_PERSONS, "'compared' has each part once, and one at least")
    return person


def _compared(said: Table) -> Iterator[Compared]:
    for row in said.rows("compared"):
        row.only(*COMPARED)
        yield Compared(row.text("part"), row.text("para"), _day(row, "on"))


def _check_hash(said: Table, key: str, value: str) -> None:
    if value and not _SHA256.fullmatch(value):
        note(said, ConfirmationCheck.DOCUMENT_NAMED, f"'{key}' is a SHA-256, 64 hex digits")


def _day(said: Table, key: str) -> date:
    day = said.day(key)
    if key not in said.entries:
        said.refuse(Check.KEY_GIVEN, f"'{key}' is missing")
    return day or date.min


def _line(compared: Compared) -> str:
    part, para = _quoted(compared.part), _quoted(compared.para)
    return f"{{ part = {part}, para = {para}, on = {compared.on.isoformat()} }}"


def _quoted(words: str) -> str:
    # Nothing that does not print is recorded, so that JSON and TOML quote alike.
    return json.dumps(words, ensure_ascii=False)
