"""Where everything of a chart goes: rows, bars, names and words, in units of the picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openjcm.papers.charts.table import Chart, ChartRow, series_words, shown, value_words
from openjcm.papers.lettering import width_of
from openjcm.papers.words import say

TEXT = 14
LINE = 22
BETWEEN = 12
GAP = 8
STUB = 16
NAMES = "names"


class Size(StrEnum):
    """How much room a picture has: a page's column, or a telephone."""

    WIDE = "wide"
    NARROW = "narrow"


WIDTHS = {Size.WIDE: 720, Size.NARROW: 340}


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart in one language and size; in a narrow one, names stand above their bars."""

    chart: Chart
    language: str
    size: Size

    @property
    def slots(self) -> list[str]:
        """The lines of one row: its name where that stands above, then its bars."""
        bars = max(len(row.values) for row in self.chart.rows)
        above = [NAMES] if self.size is Size.NARROW else []
        return above + [str(line) for line in range(1 if self.chart.stacked else bars)]

    @property
    def step(self) -> int:
        """How high a row is, with the room to the next one."""
        return LINE * len(self.slots) + BETWEEN

    @property
    def width(self) -> float:
        """What is left for bars and the words at their ends."""
        if self.size is Size.NARROW:
            return WIDTHS[self.size]
        names = max(width_of(self.name(row), TEXT) for row in self.chart.rows)
        return round(WIDTHS[self.size] - names - GAP)

    @property
    def series(self) -> list[str]:
        """The names of the series."""
        return [series_words(self.language, each) for each in self.chart.series]

    @property
    def explained(self) -> bool:
        """Whether a legend has anything to say that the names of the rows do not."""
        return any(len(row.values) > 1 for row in self.chart.rows)

    def name(self, row: ChartRow) -> str:
        """Return what a row is called."""
        return str(getattr(row, f"name_{self.language}"))

    def names(self) -> list[dict[str, Any]]:
        """Return the name of each row with its place."""
        return [
            {"row": row.key, "slot": self.slots[0], "name": self.name(row)}
            for row in self.chart.rows
        ]

    def records(self) -> list[dict[str, Any]]:
        """Return one record a value, in lengths of the picture rather than in numbers."""
        records = [record for row in self.chart.rows for record in self._of(row)]
        scale = min((self._scale(record) for record in records if record["end"]), default=0.0)
        for record in records:
            ends = record["end"] * scale
            record["begin"] = round(record["begin"] * scale, 2)
            record["end"] = round(ends, 2)
            record["stub"] = round(ends + STUB if record["incomplete"] else ends, 2)
        return records

    def _scale(self, record: dict[str, Any]) -> float:
        """Return the largest scale at which the words at the end of a bar still fit."""
        stub = STUB if record["incomplete"] else 0
        room = self.width - stub - 2 * GAP - width_of(record["words"], TEXT)
        return float(room / record["end"])

    def _of(self, row: ChartRow) -> Iterator[dict[str, Any]]:
        begin = 0
        for number, value in enumerate(row.values):
            end = begin + (shown(self.chart, value) or 0)
            yield {
                "row": row.key,
                "slot": "0" if self.chart.stacked else str(number),
                "series": series_words(self.language, value.series),
                "begin": begin,
                "end": end,
                "words": self._words(row, number),
                "incomplete": value.incomplete,
            }
            begin = end if self.chart.stacked else 0

    def _words(self, row: ChartRow, number: int) -> str:
        """Write what stands at the end of a bar; a stacked one names its parts at the last."""
        if not self.chart.stacked:
            return value_words(self.language, self.chart, row.values[number])
        if number < len(row.values) - 1:
            return ""
        parts = (
            value_words(self.language, self.chart, v) for v in row.values if shown(self.chart, v)
        )
        return say(self.language, "chart-parts-between").join(parts)
