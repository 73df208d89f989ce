"""What a chart shows, as a table: rows, one value a series, and what is not published."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openjcm.papers.words import say, say_day, say_number
from openjcm.views.figures import Figure

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class ChartValue:
    """One figure of a row; None where there is nothing to be counted, which ``note`` explains.

    ``note`` is the stem of what must be said with it; ``count``, ``in_part`` and ``day`` go into
    that sentence. ``incomplete`` says that something of it exists and is not published.
    """

    series: str
    figure: Figure | None
    note: str = ""
    count: int = 0
    day: date | None = None
    incomplete: bool = False
    in_part: int = 0


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row: ``key`` is a year, a country or a decision, the names are what is written."""

    key: str
    name_en: str
    name_ja: str
    values: tuple[ChartValue, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as a table.

    ``series`` are stems of words; ``stacked`` says that they are parts of one whole (a status
    each), not measures; otherwise each has a bar of its own. ``unit`` is tonnes,
    million-tonnes or projects. ``left_out`` counts
    what cannot be shown, and the words under the chart say so.
    """

    stem: str
    unit: str
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    stacked: bool = False
    left_out: int = 0


def named_row(key: str, name: Callable[[str], str], *values: ChartValue) -> ChartRow:
    """Return a row.

    Args:
        key: What it is about.
        name: Gives what is written, by language.
        values: One a series.
    """
    return ChartRow(key, name("en"), name("ja"), values)


def year_name(year: int) -> Callable[[str], str]:
    """Return how a year is written, by language."""
    return lambda language: say(language, "chart-year", year=str(year))


def chart_title(language: str, chart: Chart) -> str:
    """Return what a chart shows, as a heading."""
    return say(language, f"chart-{chart.stem}")


def chart_words(language: str, chart: Chart) -> str:
    """Return the sentences under a chart: what is counted, and what is not shown."""
    return say(language, f"chart-says-{chart.stem}", count=chart.left_out)


def series_words(language: str, series: str) -> str:
    """Return the name of a series."""
    return say(language, f"chart-series-{series}")


def value_words(language: str, chart: Chart, value: ChartValue) -> str:
    """Write a value as it stands in the chart: its number, with what must be said with it."""
    amount = shown(chart, value)
    number = "" if amount is None else _number(language, chart.unit, amount)
    if value.note:
        return _note(language, value, number)
    return number or say(language, "not-published")


def note_words(language: str, value: ChartValue) -> str:
    """Write what must be said with a value whose number stands beside; empty where nothing."""
    return _note(language, value, "").strip() if value.note else ""


def shown(chart: Chart, value: ChartValue) -> int | None:
    """Return the number that is drawn, in the unit of the chart; None where there is none."""
    amount = value.figure.amount if value.figure else None
    if amount is None or chart.unit != "million-tonnes":
        return amount
    return amount // MILLION


def alternative(language: str, chart: Chart) -> str:
    """Say in words what the picture shows, for a reader who cannot see it."""
    rows = (
        say(language, "named", label=_name(language, row), value=_row_words(language, chart, row))
        for row in chart.rows
    )
    end = say(language, "chart-alternative-between")
    return f"{chart_words(language, chart)} {end.join(rows)}"


def _row_words(language: str, chart: Chart, row: ChartRow) -> str:
    if len(row.values) == 1:
        return value_words(language, chart, row.values[0])
    parts = (
        f"{series_words(language, value.series)} {value_words(language, chart, value)}"
        for value in row.values
    )
    return say(language, "list-comma").join(parts)


def _name(language: str, row: ChartRow) -> str:
    return str(getattr(row, f"name_{language}"))


def _note(language: str, value: ChartValue, number: str) -> str:
    day = say_day(language, value.day) if value.day else ""
    said: dict[str, str | int] = {
        "number": number,
        "count": value.count,
        "in_part": value.in_part,
        "day": day,
    }
    return say(language, f"chart-note-{value.note}", **said)


def _number(language: str, unit: str, amount: int) -> str:
    # Japanese counts large numbers in ten thousands (man) and hundred millions (oku).
    man = amount * (MILLION // 10_000)
    oku, rest = divmod(man, 10_000)
    return say(
        language,
        f"chart-number-{unit}",
        number=say_number(language, amount),
        man=say_number(language, man),
        oku=0 if rest else oku,
    )
