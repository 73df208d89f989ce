"""The text of a draft, line by line, with what is wrong at each."""

from collections.abc import Sequence
from dataclasses import dataclass

from openjcm.methodology.drafting import Fault

LINES_MAX = 1_000
"""Lines that are shown; of a longer text those around its faults."""
AROUND = 3
LENGTH_MAX = 400
"""Characters of a line that are shown."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line with its number, as a text editor counts it, and its faults."""

    number: int
    text: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A text with its faults; ``is_cut`` where only the lines around them are shown."""

    id: str
    name: str
    lines: tuple[DraftLine, ...]
    is_cut: bool


def listing_of(name: str, text: str, faults: Sequence[Fault]) -> Listing:
    """Return a text line by line; the faults of other files are left out."""
    at: dict[int, list[Fault]] = {}
    for each in faults:
        if each.file == name:
            at.setdefault(each.line, []).append(each)
    texts = text.splitlines()
    is_cut = len(texts) > LINES_MAX
    return Listing(
        id=id_of(name),
        name=name,
        lines=tuple(
            DraftLine(number, _cut(line), tuple(at.get(number, ())))
            for number, line in enumerate(texts, start=1)
            if not is_cut or any(number + by in at for by in range(-AROUND, AROUND + 1))
        ),
        is_cut=is_cut,
    )


def id_of(name: str) -> str:
    """Return what the lines of a text are called on a page: ``definition-12``.

    >>> id_of("definition.toml")
    'definition'
    """
    return name.removesuffix(".toml")


def _cut(line: str) -> str:
    return line if len(line) <= LENGTH_MAX else f"{line[:LENGTH_MAX]}…"
