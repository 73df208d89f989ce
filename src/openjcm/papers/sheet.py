"""The shape of a paper before it is drawn: words in sections and tables.

Text and PDF are drawn from the same sheet, so they cannot say different things. Not in: what
any paper says.
"""

from dataclasses import dataclass

from openjcm.measure.basis import Basis


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: words, and a small note under them.

    ``link`` leads to the ``anchor`` of another cell or section of the same paper.
    """

    text: str
    note: str = ""
    link: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A labelled value: ``basis`` and its words where it is a figure; the reading it follows."""

    label: str
    value: str
    basis: Basis | None = None
    mark: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; ``numbers`` says from which column on figures stand.

    ``wide`` is the column that takes what the others leave of the line.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: int
    total: tuple[Cell, ...] = ()
    wide: int = 0


@dataclass(frozen=True, slots=True)
class Twig:
    """A value, or a series of them, in a calculation laid open; below it what it is made of.

    ``values`` are pairs of place and value with unit; ``note`` says what it is, ``why`` why it
    has this value.
    """

    symbol: str
    formula: str
    mark: str
    values: tuple[tuple[str, str], ...]
    more: str = ""
    note: str = ""
    why: str = ""
    twigs: tuple["Twig", ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, and what it shows in words."""

    svg: str
    says: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a paper; ``boxed`` sets it apart.

    Where it ``explains_first``, its paragraphs stand above its pictures and table, and it may be
    torn over two pages.
    """

    title: str
    strong: str = ""
    facts: tuple[Said, ...] = ()
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    table: Table | None = None
    boxed: bool = False
    trees: tuple[Twig, ...] = ()
    pictures: tuple[Picture, ...] = ()
    anchor: str = ""
    explains_first: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole paper in one language.

    ``banner`` and ``watermark`` are empty unless the paper is of a rehearsal; ``dated`` is
    the day it speaks of, as ISO 8601, and empty where it speaks of none; ``standing`` says on
    every page that what stands there is no official document.
    """

    language: str
    dated: str
    banner: str
    watermark: str
    kind: str
    title: str
    facts: tuple[Said, ...]
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    generated: str
    standing: str = ""
