"""How a figure is written on paper: its number, its basis, and its source by number.

A figure that is not published is said in words, never as a blank and never as a number.
"""

from collections.abc import Collection, Iterable

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.papers.sheet import Cell, Section
from openjcm.papers.words import say, say_number
from openjcm.views.figures import Figure, Source
from openjcm.views.notice import Notice

_NEVER_LIVE = frozenset({Basis.RECONSTRUCTED, Basis.ILLUSTRATIVE})


def figure_words(language: str, figure: Figure) -> str:
    """Write the number of a figure, or that it is not published."""
    if figure.amount is None or figure.basis is Basis.UNDISCLOSED:
        return say(language, "not-published")
    return say_number(language, figure.amount)


def figure_with_basis(language: str, figure: Figure) -> tuple[str, str]:
    """Write a figure with its unit, and apart its basis and source.

    One that is not published is said to be so once.
    """
    if figure.amount is None:
        return figure_words(language, figure), ""
    amount = say(language, "tonnes", amount=figure_words(language, figure))
    source = f" {figure.source}" if figure.source else ""
    return amount, f"[{say(language, f'basis-{figure.basis}')}]{source}"


def figure_cell(language: str, figure: Figure, sources: tuple[Source, ...]) -> Cell:
    """Write a figure with its basis under it, and where it was printed if that is listed."""
    if figure.amount is None or figure.basis is Basis.UNDISCLOSED:
        return Cell(figure_words(language, figure))
    basis = say(language, f"basis-{figure.basis}")
    numbers = [n for n, source in enumerate(sources, 1) if figure.source == source.url]
    return Cell(figure_words(language, figure), " ".join([basis, *(f"[{n}]" for n in numbers)]))


def figures_of(notice: Notice) -> Iterable[Figure]:
    """Return every figure of a notice, in the order in which it is printed."""
    for line in notice.lines:
        yield from (line.notified, line.goj)
        for vintage in line.vintages:
            yield from (vintage.credits, vintage.goj)
    yield from (notice.total_notified, notice.goj_total)
    for side in notice.sides:
        yield from (side.notified, side.issued, side.issued_in_part)


def check_kept_apart(notice: Notice) -> None:
    """Refuse a notice that mixes published and rehearsed figures.

    Raises:
        Malformed: a rehearsed figure is called published, or a live one is made up.
    """
    bases = {figure.basis for figure in figures_of(notice)}
    if notice.rehearsal and Basis.PUBLISHED in bases:
        raise Malformed(
            f"{notice.key}: a rehearsal holds no published figure",
            code="rehearsed-figure-called-published",
            about=notice.key,
        )
    if not notice.rehearsal and bases & _NEVER_LIVE:
        raise Malformed(
            f"{notice.key}: a reconstructed figure belongs in a rehearsal",
            code="reconstructed-figure-outside-a-rehearsal",
            about=notice.key,
        )


def marks_section(used: Collection[Basis], language: str) -> Section:
    """Say what the marks of a paper mean, the firmest first."""
    items = tuple(
        say(
            language,
            "named",
            label=say(language, f"basis-{basis}"),
            value=say(language, f"basis-means-{basis}"),
        )
        for basis in Basis
        if basis in used
    )
    return Section(say(language, "marks"), items=items)
