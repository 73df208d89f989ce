"""Which input moves a result most, as a picture: two bars an input, from the result of the case.

Its numbers are rounded alike, so that they can be compared; the case above it has every digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

import altair as alt

from openjcm.methodology.sensitivity import WhyNot
from openjcm.papers.charts.drawing import (
    DRAWING,
    EDGE,
    data_of,
    drawn_svg,
    legend_of,
    specified,
)
from openjcm.papers.charts.layout import BETWEEN, GAP, NAMES, TEXT, WIDTHS, Size
from openjcm.papers.lettering import width_of
from openjcm.papers.palette import COLOURS, Colours, Scheme
from openjcm.papers.words import say
from openjcm.views.methodologies.sensitivity import InputSwing, Sensitivity

ENDS = ("smaller", "larger")
_LINE = 20
_DIGITS, _DECIMALS_MAX, _EXACT = 5, 6, 110


def swings_svg(
    found: Sensitivity, language: str, scheme: Scheme = Scheme.LIGHT, size: Size = Size.WIDE
) -> bytes:
    """Draw what moves the result of a case.

    Raises:
        MissingGlyph: none of our fonts has a character of it.
    """
    with DRAWING:
        layout = _Layout(found, language, size)
        said = (say(language, "chart-swings"), _alternative(found, language))
        return drawn_svg(_specification(layout, COLOURS[scheme]), said, language)


def swings_words(language: str, found: Sensitivity) -> str:
    """Return the sentences under the picture: what is varied, and what is left out."""
    amount = tonnes_words(found, found.reduction)
    return say(language, "chart-says-swings", amount=amount, count=found.left_out)


def not_varied_sentences(language: str, found: Sensitivity) -> tuple[str, ...]:
    """Say which inputs of the case are not varied, one sentence a reason."""
    apart = say(language, "list-comma")
    symbols = {
        why: apart.join(each.symbol for each in found.not_varied if each.why is why)
        for why in WhyNot
    }
    return tuple(
        say(language, f"swings-not-varied-{why}", symbols=named)
        for why, named in symbols.items()
        if named
    )


def end_words(language: str, found: Sensitivity, amount: Decimal | None) -> str:
    """Write what the result becomes, or that nothing can be worked then."""
    return say(language, "swings-open") if amount is None else tonnes_words(found, amount)


def tonnes_words(found: Sensitivity, amount: Decimal) -> str:
    """Write an amount to as many decimals as five digits of the case's result have."""
    # Of nothing no digits can be counted.
    first = found.reduction.adjusted() if found.reduction else 0
    decimals = min(max(_DIGITS - 1 - first, 0), _DECIMALS_MAX)
    with localcontext(prec=_EXACT):
        rounded = amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{rounded:,f}".replace("-", "−")


def _alternative(found: Sensitivity, language: str) -> str:
    rows = (
        say(
            language,
            "swings-row",
            symbol=each.symbol,
            smaller=end_words(language, found, each.smaller),
            larger=end_words(language, found, each.larger),
        )
        for each in found.inputs
    )
    end = say(language, "chart-alternative-between")
    return f"{swings_words(language, found)} {end.join(rows)}"


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where everything goes: the result of the case is a line, bars go to both of its sides."""

    found: Sensitivity
    language: str
    size: Size

    @property
    def slots(self) -> list[str]:
        return [*([NAMES] if self.size is Size.NARROW else []), *ENDS]

    @property
    def step(self) -> int:
        return _LINE * len(self.slots) + BETWEEN

    @property
    def width(self) -> float:
        if self.size is Size.NARROW:
            return WIDTHS[self.size]
        names = max(width_of(each.symbol, TEXT) for each in self.found.inputs)
        return round(WIDTHS[self.size] - names - GAP)

    @property
    def series(self) -> list[str]:
        return [say(self.language, f"swings-{end}") for end in ENDS]

    def records(self) -> tuple[float, list[dict[str, Any]]]:
        """Return where the line stands, and one record a bar, in units of the picture."""
        records = [record for each in self.found.inputs for record in self._of(each)]
        low, high = (
            max((self._room(each) for each in records if each["left"] is left), default=0.0)
            for left in (True, False)
        )
        moved = [record["moved"] for record in records]
        span = max(*moved, 0.0) - min(*moved, 0.0)
        scale = (self.width - low - high) / span if span else 0.0
        line = round(low - min(*moved, 0.0) * scale, 2)
        for record in records:
            record["begin"] = line
            record["end"] = round(line + record["moved"] * scale, 2)
        return line, records

    def _of(self, each: InputSwing) -> Iterator[dict[str, Any]]:
        for end, series in zip(ENDS, self.series, strict=True):
            amount: Decimal | None = getattr(each, end)
            moved = 0.0 if amount is None else float(amount - self.found.reduction)
            yield {
                "row": each.symbol,
                "slot": end,
                "series": series,
                "moved": moved,
                "left": moved < 0,
                "words": end_words(self.language, self.found, amount),
            }

    def _room(self, record: dict[str, Any]) -> float:
        return width_of(record["words"], TEXT) + 2 * GAP


def _specification(layout: _Layout, colours: Colours) -> dict[str, Any]:
    line, records = layout.records()
    base = data_of(records).encode(_across("begin", layout), _down(layout), _beside(layout))
    fills = alt.Scale(domain=layout.series, range=[colours.accent_line, colours.accent])
    colour = alt.Color("series:N", scale=fills, legend=legend_of(colours, layout.size))
    bars = base.mark_bar(stroke=colours.accent, strokeWidth=EDGE).encode(x2="end:Q", color=colour)
    begin = (
        data_of([{}])
        .mark_rule(color=colours.ink_faint)
        .encode(x=alt.value(line), y=alt.value(0), y2=alt.value("height"))
    )
    layers = alt.layer(
        bars,
        begin,
        _ends(base, layout, colours, left=True),
        _ends(base, layout, colours, left=False),
        _names(layout, colours),
    )
    unit = say(
        layout.language, "swings-unit", amount=tonnes_words(layout.found, layout.found.reduction)
    )
    measures = (layout.width, layout.step * len(layout.found.inputs) - BETWEEN)
    return specified(layers, measures, unit, colours)


def _ends(base: alt.Chart, layout: _Layout, colours: Colours, *, left: bool) -> alt.Chart:
    """Write the results at the ends of the bars, on the side to which these go."""
    gap = -GAP if left else GAP
    mark = base.mark_text(align="right" if left else "left", color=colours.ink, dx=gap)
    ends: alt.Chart = mark.encode(_across("end", layout), text="words:N")
    return ends.transform_filter("datum.left" if left else "!datum.left")


def _names(layout: _Layout, colours: Colours) -> alt.Chart:
    narrow = layout.size is Size.NARROW
    names = data_of([{"row": each.symbol, "slot": NAMES} for each in layout.found.inputs])
    mark = names.mark_text(align="left" if narrow else "right", color=colours.ink)
    at = alt.value(0 if narrow else -GAP)
    if narrow:
        above: alt.Chart = mark.encode(_down(layout), _beside(layout), x=at, text="row:N")
        return above
    beside: alt.Chart = mark.encode(_down(layout), x=at, text="row:N")
    return beside


def _across(field: str, layout: _Layout) -> alt.X:
    scale = alt.Scale(domain=[0, layout.width], nice=False, zero=True)
    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _down(layout: _Layout) -> alt.Y:
    order = [each.symbol for each in layout.found.inputs]
    scale = alt.Scale(paddingInner=BETWEEN / layout.step, paddingOuter=0)
    return alt.Y("row:N", sort=order, axis=None, scale=scale)


def _beside(layout: _Layout) -> alt.YOffset:
    scale = alt.Scale(domain=layout.slots, paddingInner=0.12, paddingOuter=0)
    return alt.YOffset("slot:N", sort=layout.slots, scale=scale)
