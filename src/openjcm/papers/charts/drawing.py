"""A chart as SVG, by Altair on the server: no script, no font and no picture to load.

The same chart gives the same bytes.
"""

from functools import cache
from threading import Lock
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

import altair as alt
import vl_convert

from openjcm.papers.charts.layout import BETWEEN, GAP, NAMES, TEXT, Layout, Size
from openjcm.papers.charts.table import Chart, alternative, chart_title
from openjcm.papers.fonts import FAMILIES, font_folders
from openjcm.papers.lettering import SVG, Lettering
from openjcm.papers.palette import COLOURS, Colours, Scheme
from openjcm.papers.words import say

EDGE = 1.5
_PADDING = 4
_SWATCH = 180
_KEPT = frozenset(
    (
        *("transform", "d", "width", "height", "x2", "y2", "fill", "stroke", "stroke-width"),
        *("stroke-dasharray", "stroke-miterlimit", "font-size", "text-anchor"),
    )
)
_PAINTS = frozenset(("fill", "stroke"))
# Held by whoever lays out and draws a picture.
DRAWING = Lock()

register_namespace("", SVG)


def chart_svg(
    chart: Chart, language: str, scheme: Scheme = Scheme.LIGHT, size: Size = Size.WIDE
) -> bytes:
    """Draw a chart that has rows.

    Raises:
        MissingGlyph: none of our fonts has a character of it.
    """
    # One at a time: fonts are read while their letters are wanted.
    with DRAWING:
        layout = Layout(chart, language, size)
        said = (chart_title(language, chart), alternative(language, chart))
        return drawn_svg(_specification(layout, COLOURS[scheme]), said, language)


def drawn_svg(specification: dict[str, Any], said: tuple[str, str], language: str) -> bytes:
    """Draw what Altair specified, for whoever holds ``DRAWING``.

    Args:
        specification: In the words of Vega-Lite.
        said: The title of the picture, and what it shows in words.
        language: Of both.

    Raises:
        MissingGlyph: none of our fonts has a character of it.
    """
    _know_our_fonts()
    return _finished(vl_convert.vegalite_to_svg(specification), said, language)


def legend_of(colours: Colours, size: Size) -> alt.Legend:
    """Return how series are explained above a picture."""
    return alt.Legend(
        orient="top",
        direction="vertical" if size is Size.NARROW else "horizontal",
        title=None,
        labelColor=colours.ink,
        labelFontSize=TEXT,
        labelLimit=0,
        symbolType="square",
        symbolSize=_SWATCH,
        symbolStrokeColor=colours.accent,
        symbolStrokeWidth=EDGE,
        columnPadding=20,
        rowPadding=6,
    )


def specified(
    layers: alt.LayerChart | alt.FacetChart,
    measures: tuple[float, float],
    unit: str,
    colours: Colours,
) -> dict[str, Any]:
    """Return the specification of layers.

    Args:
        layers: What is drawn.
        measures: How wide and how high, in units of the picture.
        unit: What stands above the right end.
        colours: Of the page.
    """
    chart = layers.properties(
        width=measures[0],
        height=measures[1],
        title=alt.Title(
            unit, anchor="end", color=colours.ink_soft, fontSize=TEXT, fontWeight="normal"
        ),
        background=colours.ground,
        padding=_PADDING,
    )
    # Not checked against the schema again: it takes as long as the drawing, and tests draw all.
    plain = chart.configure(font=", ".join(FAMILIES)).configure_view(stroke=None)
    specification: dict[str, Any] = plain.configure_text(fontSize=TEXT).to_dict(validate=False)
    return specification


def data_of(records: list[dict[str, Any]]) -> alt.Chart:
    """Return a chart over records."""
    return alt.Chart(alt.Data(values=records))  # type: ignore[no-untyped-call] # Altair's own


@cache
def _know_our_fonts() -> None:
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))


def _specification(layout: Layout, colours: Colours) -> dict[str, Any]:
    base = data_of(layout.records()).encode(_across("begin", layout), _down(layout), _line(layout))
    ends = base.mark_text(align="left", color=colours.ink, dx=GAP)
    layers = alt.layer(
        _bars(base, layout, colours),
        _stubs(base, layout, colours),
        ends.encode(_across("stub", layout), text="words:N"),
        *_names(layout, colours),
    )
    measures = (layout.width, layout.step * len(layout.chart.rows) - BETWEEN)
    unit = say(layout.language, f"chart-unit-{layout.chart.unit}")
    return specified(layers, measures, unit, colours)


def _across(field: str, layout: Layout) -> alt.X:
    scale = alt.Scale(domain=[0, layout.width], nice=False, zero=True)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _down(layout: Layout) -> alt.Y:
    order = [row.key for row in layout.chart.rows]
    scale = alt.Scale(paddingInner=BETWEEN / layout.step, paddingOuter=0)
    return alt.Y("row:N", sort=order, axis=None, scale=scale)


def _line(layout: Layout) -> alt.YOffset:
    scale = alt.Scale(domain=layout.slots, paddingInner=0.12, paddingOuter=0)
    return alt.YOffset("slot:N", sort=layout.slots, scale=scale)


def _bars(base: alt.Chart, layout: Layout, colours: Colours) -> alt.Chart:
    fills = alt.Scale(domain=layout.series, range=list(colours.fills[: len(layout.series)]))
    legend = legend_of(colours, layout.size) if layout.explained else None
    colour = alt.Color("series:N", scale=fills, legend=legend)
    bars: alt.Chart = base.mark_bar(stroke=colours.accent, strokeWidth=EDGE).encode(
        x2="end:Q", color=colour
    )
    return bars.transform_filter("datum.end > datum.begin")


def _stubs(base: alt.Chart, layout: Layout, colours: Colours) -> alt.Chart:
    """Mark what exists and is not published by a dashed, empty end of one length."""
    stubs: alt.Chart = base.mark_bar(
        fill=colours.ground, stroke=colours.ink_faint, strokeWidth=EDGE, strokeDash=[3, 2]
    ).encode(_across("end", layout), x2="stub:Q")
    return stubs.transform_filter("datum.incomplete")


def _names(layout: Layout, colours: Colours) -> tuple[alt.Chart, ...]:
    names = data_of(layout.names())
    if NAMES in layout.slots:
        above = names.mark_text(align="left", color=colours.ink).encode(
            _down(layout), _line(layout), x=alt.value(0), text="name:N"
        )
        return (above,)
    beside = names.mark_text(align="right", color=colours.ink).encode(
        _down(layout), x=alt.value(-GAP), text="name:N"
    )
    begin = (
        data_of([{}])
        .mark_rule(color=colours.ink_faint)
        .encode(x=alt.value(0), y=alt.value(0), y2=alt.value("height"))
    )
    return (beside, begin)


def _finished(drawn: str, said: tuple[str, str], language: str) -> bytes:
    """Name the picture, turn its text into shapes, and leave out what nothing needs."""
    read = fromstring(drawn)  # noqa: S314 - drawn by ourselves a moment ago
    lettering = Lettering()
    shapes = [_shaped(child, lettering) for child in read]
    size = {name: read.attrib[name] for name in ("width", "height", "viewBox")}
    picture = Element(
        f"{{{SVG}}}svg",
        {**size, "role": "img", "aria-labelledby": "title desc", "lang": language},
    )
    SubElement(picture, f"{{{SVG}}}title", {"id": "title"}).text = said[0]
    SubElement(picture, f"{{{SVG}}}desc", {"id": "desc"}).text = said[1]
    picture.append(lettering.definitions())
    picture.extend(shape for shape in shapes if shape is not None)
    return tostring(picture, encoding="unicode").encode()


def _shaped(read: Element, lettering: Lettering) -> Element | None:
    """Return an element with what it shows, or nothing where it shows nothing."""
    if read.get("display") == "none" or read.get("opacity") == "0":
        return None
    if read.tag == f"{{{SVG}}}text":
        return lettering.outlined(read)
    kept = Element(read.tag, {k: v for k, v in read.attrib.items() if k in _KEPT})
    kept.extend(child for each in read if (child := _shaped(each, lettering)) is not None)
    empty = not len(kept) if read.tag == f"{{{SVG}}}g" else not _PAINTS & kept.attrib.keys()
    return None if empty else kept
