"""The pictures of a report as SVG for paper: completeness by meter and day, and how days run.

Text is outlines of our fonts, as in all pictures on paper. On a page the same shapes stand among
words of the page itself; see ``page``.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from openjcm.papers.lettering import SVG, Lettering, MissingGlyph, width_of
from openjcm.papers.palette import COLOURS, Scheme
from openjcm.papers.readings.completeness import Filling, counts, years_of
from openjcm.papers.readings.report import DaysLine
from openjcm.papers.readings.strips import HEIGHT, Strip, bars, legend, strip
from openjcm.papers.readings.words import percent_words, say
from openjcm.papers.sheet import Picture

WIDE = 720
NAMES, PERCENT = 150, 60
ROW = 14
METERS_A_PICTURE = 16
SMALL_WIDE, SMALL_HIGH, SMALL_LINE = 165, 44, 84
SMALLS_A_ROW, SMALLS_A_PICTURE = 4, 24
_TEXT = 9
_COLOURS = COLOURS[Scheme.LIGHT]
_ACROSS = WIDE - NAMES - PERCENT

register_namespace("", SVG)


def heat_pictures(days: Sequence[DaysLine], language: str) -> Iterator[Picture]:
    """Yield the completeness of each calendar year, so many meters a picture.

    The legend stands in the first picture of a year, so that no page can part it from its map.
    """
    years = sorted({year for line in days for year, _, _ in years_of(line)})
    for year in years:
        lines = [
            (line, first, last)
            for line in days
            for each, first, last in years_of(line)
            if each == year
        ]
        for at in range(0, len(lines), METERS_A_PICTURE):
            yield _heat(year, lines[at : at + METERS_A_PICTURE], language, has_legend=at == 0)


def profile_picture(days: Sequence[DaysLine], language: str) -> Iterator[Picture]:
    """Yield how the days of the first meters run, side by side; nothing where that is not told."""
    shown = [line for line in days if line.profile][:SMALLS_A_PICTURE]
    if not shown:
        return
    rows = -(-len(shown) // SMALLS_A_ROW)
    drawing = _Drawing(rows * SMALL_LINE)
    for number, line in enumerate(shown):
        x = number % SMALLS_A_ROW * (WIDE // SMALLS_A_ROW)
        y = number // SMALLS_A_ROW * SMALL_LINE
        drawing.text(x, y + _TEXT + 2, _cut(line.meter, SMALL_WIDE))
        group = drawing.group(x, y + 16, SMALL_WIDE / 48, 1)
        drawing.path(group, bars(line.profile, SMALL_HIGH), _COLOURS.accent)
        drawing.path(drawing.group(x, y + 16, 1, 1), f"M0 {SMALL_HIGH}h{SMALL_WIDE}", "")
        for hour in (0, 6, 12, 18):
            drawing.text(x + hour * SMALL_WIDE / 24, y + 16 + SMALL_HIGH + 11, str(hour))
        drawing.text(x + SMALL_WIDE, y + 16 + SMALL_HIGH + 11, "24", anchor="end")
    says = " ".join(profile_words(line, language) for line in shown)
    yield drawing.picture(says)


def heat_words(line: DaysLine, year: int, first: int, last: int, language: str) -> str:
    """Say what a strip shows: how many days are of each class."""
    said = say(language, "list-comma").join(
        say(language, "readings-heat-part", filling=say(language, f"filling-{each}"), days=days)
        for each, days in counts(line, first=first, last=last).items()
        if days
    )
    return say(language, "readings-heat-row", meter=line.meter, year=str(year), said=said)


def profile_words(line: DaysLine, language: str) -> str:
    """Say what a profile shows: the hour in which most is moved on."""
    return say(language, "named", label=line.meter, value=most_words(line, language))


def most_words(line: DaysLine, language: str) -> str:
    """Say in which hour of the day most is moved on, and how much of the whole."""
    whole = sum(line.profile)
    if not whole:
        return say(language, "readings-profile-still")
    most = max(line.profile)
    hour = line.profile.index(most)
    percent = share_words(line, hour)
    return say(
        language,
        "readings-profile-most",
        **{"from": str(hour), "until": str(hour + 1), "percent": percent},
    )


def share_words(line: DaysLine, hour: int) -> str:
    """Write which part of the whole was moved on in an hour of the day."""
    whole = sum(line.profile)
    return f"{line.profile[hour] * 100 / whole:.1f} %" if whole else "0 %"


def _heat(
    year: int, lines: Sequence[tuple[DaysLine, int, int]], language: str, *, has_legend: bool
) -> Picture:
    over = 2 * ROW if has_legend else 0
    drawing = _Drawing(over + ROW * (len(lines) + 2))
    if has_legend:
        _legend(drawing, language)
    drawing.text(0, over + ROW - 3, say(language, "readings-heat-year", year=str(year)))
    _month_names(drawing, over, language)
    for number, (line, first, last) in enumerate(lines, start=2):
        top = over + number * ROW
        drawing.text(0, top + HEIGHT, _cut(line.meter, NAMES - 8))
        drawing.strip(NAMES, top, _ACROSS, strip(line, year, first, last))
        read, expected = (sum(part[first:last]) for part in (line.read, line.expected))
        percent = percent_words(read, expected)
        drawing.text(WIDE, top + HEIGHT, percent, anchor="end")
    says = (heat_words(line, year, first, last, language) for line, first, last in lines)
    return drawing.picture(" ".join(says))


def _month_names(drawing: "_Drawing", over: int, language: str) -> None:
    for month in range(1, 13):
        name = say(language, f"month-short-{month}")
        drawing.text(
            NAMES + (month - 0.5) * _ACROSS / 12, over + 2 * ROW - 4, name, anchor="middle"
        )


def _legend(drawing: "_Drawing", language: str) -> None:
    for number, each in enumerate(Filling):
        x = number * WIDE // len(Filling)
        drawing.strip(x, 4, 20, legend(each))
        drawing.text(x + 26, 4 + HEIGHT, say(language, f"filling-{each}"))


def _cut(text: str, wide: float) -> str:
    """Cut a name so that it fits; a character that no font of ours has becomes a box."""
    text = "".join(each if _is_drawn(each) else "□" for each in text)
    if width_of(text, _TEXT) <= wide:
        return text
    while text and width_of(f"{text}…", _TEXT) > wide:
        text = text[:-1]
    return f"{text}…"


def _is_drawn(character: str) -> bool:
    try:
        width_of(character, _TEXT)
    except MissingGlyph:
        return False
    return True


class _Drawing:
    """One picture on its way: shapes and letters."""

    def __init__(self, high: int) -> None:
        self.root = Element(
            f"{{{SVG}}}svg",
            {"width": str(WIDE), "height": str(high), "viewBox": f"0 0 {WIDE} {high}"},
        )
        self.lettering = Lettering()

    def text(self, x: float, y: float, words: str, *, anchor: str = "start") -> None:
        said = Element(
            f"{{{SVG}}}text",
            {
                "x": f"{x:.2f}",
                "y": f"{y:.2f}",
                "fill": _COLOURS.ink,
                "font-size": str(_TEXT),
                "text-anchor": anchor,
            },
        )
        said.text = words
        self.root.append(self.lettering.outlined(said))

    def group(self, x: float, y: float, across: float, down: float) -> Element:
        moved = f"translate({x:.2f},{y:.2f})scale({across:.4f},{down:.4f})"
        return SubElement(self.root, f"{{{SVG}}}g", {"transform": moved})

    def path(self, group: Element, shape: str, fill: str) -> None:
        """Add a filled shape, or a line where no fill is said."""
        paint = {"fill": fill} if fill else {"fill": "none", "stroke": _COLOURS.ink_faint}
        if shape:
            SubElement(group, f"{{{SVG}}}path", {"d": shape, **paint})

    def strip(self, x: float, y: float, wide: float, found: Strip) -> None:
        group = self.group(x, y, wide / found.days, 1)
        self.path(group, found.read, _COLOURS.accent_line)
        self.path(group, found.lacks, _COLOURS.ink)
        self.path(self.group(x, y, 1, 1), f"M0 0h{wide}v{HEIGHT}h-{wide}z", "")
        self.path(group, found.still, "")

    def picture(self, says: str) -> Picture:
        self.root.insert(0, self.lettering.definitions())
        return Picture(tostring(self.root, encoding="unicode"), says)
