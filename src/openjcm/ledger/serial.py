"""The printed serial number of a block: made in one function and parsed in one, nowhere else.

The official form is not known (reading 0005), so editions give it, under
``Rule.SERIAL_NUMBER_FORM``. A rehearsal's numbers can never be taken for a partnership's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

from openjcm.ledger.blocks import Block
from openjcm.measure.errors import Malformed, RuleBroken
from openjcm.rulebook import Edition, Rule, all_editions

REHEARSAL_PREFIX = "REHEARSAL-"

_FIELDS = {
    "registry": r"[A-Z]{2}",
    "host": r"[A-Z]{2}",
    "project": r"[A-Z]{2}[0-9]{3}",
    "vintage": r"[0-9]{4}",
    "first": r"[1-9][0-9]*",
    "last": r"[1-9][0-9]*",
}


@dataclass(frozen=True, slots=True)
class SerialRange:
    """What a printed serial number says: credits of one vintage of one project in one registry."""

    side: str
    host: str
    project: str
    vintage: int
    first: int
    last: int
    rehearsal: bool


def serial_text(block: Block, *, rehearsal: bool = False, form: str | None = None) -> str:
    """Print the serial number of a block.

    Args:
        block: The block as it stands now; a split block has two serial numbers.
        rehearsal: Whether its partnership is a rehearsal.
        form: How the fields are written, from the edition; None for the one of all editions.

    Raises:
        RuleBroken: no form is given, and the editions do not agree on one.
    """
    text = (form or common_form(all_editions())).format(
        registry=block.side,
        host=block.host,
        project=block.project,
        vintage=block.vintage,
        first=block.first,
        last=block.last,
    )
    return REHEARSAL_PREFIX + text if rehearsal else text


def parse_serial(text: str, *, form: str | None = None) -> SerialRange:
    """Read a printed serial number.

    Args:
        text: As printed; spaces around it do not count.
        form: How the fields are written, from the edition; None for the one of all editions.

    Raises:
        Malformed: it does not have the form; the message names the field that cannot be read.
        RuleBroken: no form is given, and the editions do not agree on one.

    >>> parse_serial("JP-BD-BD002-2017-1-25").last
    25
    """
    rest = text.strip().removeprefix(REHEARSAL_PREFIX)
    rehearsal = rest != text.strip()
    values: dict[str, str] = {}
    fields = Formatter().parse(form or common_form(all_editions()))
    for between, field, _spec, _conversion in fields:
        rest = _strip(text, between, field or "end", rest)
        if field:
            values[field] = _read(text, field, rest)
            rest = rest.removeprefix(values[field])
    first, last = int(values["first"]), int(values["last"])
    if rest or last < first:
        raise _malformed(text, "last")
    return SerialRange(
        values["registry"],
        values["host"],
        values["project"],
        int(values["vintage"]),
        first,
        last,
        rehearsal,
    )


def common_form(editions: Iterable[Edition]) -> str:
    """Return the form of serial numbers that these editions have in common.

    Rules: SERIAL_NUMBER_FORM.

    Raises:
        RuleBroken: none of them gives a form, or they give different ones.

    >>> common_form(all_editions())
    '{registry}-{host}-{project}-{vintage}-{first}-{last}'
    """
    rule = Rule.SERIAL_NUMBER_FORM
    forms = {edition.value(rule).text for edition in editions if rule in edition.rules}
    if len(forms) != 1:
        raise RuleBroken(
            f"the editions give {len(forms)} forms of serial numbers; say which one",
            code=rule.value,
            about="serial number",
        )
    return forms.pop()


def _strip(text: str, between: str, field: str, rest: str) -> str:
    if not rest.startswith(between):
        raise _malformed(text, field)
    return rest.removeprefix(between)


def _read(text: str, field: str, rest: str) -> str:
    found = re.match(_FIELDS[field], rest)
    if found is None:
        raise _malformed(text, field)
    return found.group()


def _malformed(text: str, field: str) -> Malformed:
    return Malformed(
        f"serial number {text!r}: the field {field!r} cannot be read",
        code="serial-number-malformed",
        about=field,
    )
