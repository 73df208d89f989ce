"""The printed serial number of a block: made in one function and parsed in one, nowhere else.

The official form is not known (reading 0005), so the form is configuration; an edition gives it
under ``Rule.SERIAL_NUMBER_FORM``. A rehearsal's numbers can never be taken for a partnership's.
"""

import re
from dataclasses import dataclass
from string import Formatter

from openjcm.ledger.blocks import Block
from openjcm.measure.errors import Malformed

DEFAULT_FORM = "{registry}-{host}-{project}-{vintage}-{first}-{last}"
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


def serial_text(block: Block, *, rehearsal: bool = False, form: str = DEFAULT_FORM) -> str:
    """Print the serial number of a block.

    Args:
        block: The block as it stands now; a split block has two serial numbers.
        rehearsal: Whether its partnership is a rehearsal.
        form: How the fields are written, from the edition.
    """
    text = form.format(
        registry=block.side,
        host=block.host,
        project=block.project,
        vintage=block.vintage,
        first=block.first,
        last=block.last,
    )
    return REHEARSAL_PREFIX + text if rehearsal else text


def parse_serial(text: str, *, form: str = DEFAULT_FORM) -> SerialRange:
    """Read a printed serial number.

    Raises:
        Malformed: it does not have the form; the message names the field that cannot be read.

    >>> parse_serial("JP-BD-BD002-2017-1-25").last
    25
    """
    rest = text.strip().removeprefix(REHEARSAL_PREFIX)
    rehearsal = rest != text.strip()
    values: dict[str, str] = {}
    for between, field, _spec, _conversion in Formatter().parse(form):
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
