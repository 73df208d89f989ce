"""Charts: their tables say what is not published, and a drawing is the same each time."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from xml.etree.ElementTree import Element, fromstring

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers.charts import (
    Chart,
    ChartRow,
    ChartValue,
    alternative,
    chart_words,
    goals_chart,
    issued_by_side,
    note_words,
    notified_by_partner,
    notified_by_year,
    projects_by_partner,
    registered_by_year,
    value_words,
)
from openjcm.papers.charts.drawing import chart_svg
from openjcm.papers.charts.layout import TEXT, Layout, Size
from openjcm.papers.lettering import width_of
from openjcm.papers.palette import COLOURS, Scheme
from openjcm.papers.words import LANGUAGES
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.record.progress import Progress, ProgressRow
from openjcm.views.record.totals import Grouping, Total

SVG = "{http://www.w3.org/2000/svg}"
OPEN_ON = date(2026, 6, 7)


def _figure(amount: int) -> Figure:
    return Figure(amount, Basis.PUBLISHED)


def _row(number: int, *values: ChartValue) -> ChartRow:
    return ChartRow(f"row-{number}", f"A name of {number}", f"名前{number}", values)


SIDES = Chart(
    stem="issued-by-side",
    unit="tonnes",
    series=("japan", "partner-country"),
    rows=(
        _row(1, ChartValue("japan", _figure(35854)), ChartValue("partner-country", UNDISCLOSED)),
        _row(
            2,
            ChartValue("japan", _figure(0)),
            ChartValue("partner-country", None, note="not-yet-issued", day=OPEN_ON),
        ),
        _row(
            3,
            ChartValue("japan", _figure(7)),
            ChartValue("partner-country", _figure(1776), note="partly-published", incomplete=True),
        ),
    ),
    left_out=3,
)
STATUSES = Chart(
    stem="projects-by-partner",
    unit="projects",
    series=("registered", "validation"),
    rows=(_row(1, ChartValue("registered", _figure(31)), ChartValue("validation", _figure(8))),),
    stacked=True,
)


def _about(amount: int) -> Chart:
    value = ChartValue("goal", _figure(amount), note="about")
    return Chart("goals", "million-tonnes", ("expected", "goal"), (_row(1, value),))


@pytest.mark.parametrize(
    ("amount", "english", "japanese"),
    [
        (17_000_000, "about 17 million", "約1,700万"),
        (100_000_000, "about 100 million", "約1億"),
        (200_000_000, "about 200 million", "約2億"),
    ],
)
def test_large_numbers_are_written_as_each_language_counts(
    amount: int, english: str, japanese: str
) -> None:
    """Millions in English; ten thousands and hundred millions in Japanese."""
    chart = _about(amount)

    words = [value_words(language, chart, chart.rows[0].values[0]) for language in LANGUAGES]

    assert words == [english, japanese]


def test_what_is_not_published_is_said() -> None:
    """A blank is words, a zero is a zero, and what is open names its day."""
    words = [[value_words("en", SIDES, value) for value in row.values] for row in SIDES.rows]

    assert words == [
        ["35,854", "not published"],
        ["0", "not yet issued on 7 June 2026"],
        ["7", "1,776 + a part not published"],
    ]
    assert note_words("en", SIDES.rows[2].values[1]) == "+ a part not published"
    assert note_words("en", SIDES.rows[0].values[0]) == ""


def test_a_reader_who_sees_no_picture_is_told_every_number() -> None:
    """The alternative says what the picture says, in its order."""
    said = alternative("en", SIDES)

    assert said.startswith(chart_words("en", SIDES))
    assert "For 3 other decisions neither is published." in said
    assert (
        "A name of 3: Issued by Japan 7, Issued by the partner country 1,776 + a part not published"
    ) in said


def test_an_empty_record_has_charts_without_rows() -> None:
    """Nothing is drawn of nothing."""
    empty = (
        notified_by_year(()),
        notified_by_partner(()),
        issued_by_side((), of=0),
        projects_by_partner((), ()),
        registered_by_year(()),
        goals_chart(Progress(OPEN_ON, (), ())),
    )

    assert [chart.rows for chart in empty] == [()] * 6


def test_an_expected_figure_without_a_year_says_none() -> None:
    """No year is made up for it."""
    figure = ProgressRow("key", "expected", OPEN_ON, _figure(1), None, None, None, False, (), ())

    chart = goals_chart(Progress(OPEN_ON, (), (figure,)))

    assert chart.rows[0].name_en == "Expected reductions (as of 2026)"


@pytest.mark.parametrize(
    ("chart", "language", "scheme", "size"),
    list(product((SIDES, STATUSES), LANGUAGES, Scheme, Size)),
)
def test_a_drawing_is_the_same_each_time(
    chart: Chart, language: str, scheme: Scheme, size: Size
) -> None:
    """Two drawings of one chart are the same bytes, and have the colours of their scheme."""
    drawn = chart_svg(chart, language, scheme, size)

    assert drawn == chart_svg(chart, language, scheme, size)
    fills = {each.get("fill", "").lower() for each in fromstring(drawn).iter()}  # noqa: S314 - ours
    assert {COLOURS[scheme].ground, COLOURS[scheme].accent, COLOURS[scheme].ink} <= fills


def test_nothing_of_a_drawing_is_cut() -> None:
    """Names and words end inside the picture, in the widest and the narrowest case."""
    for chart, language, size in product((SIDES, STATUSES, _about(17)), LANGUAGES, Size):
        layout = Layout(chart, language, size)
        for record in layout.records():
            assert record["stub"] + width_of(record["words"], TEXT) <= layout.width
        drawn = fromstring(chart_svg(chart, language, Scheme.LIGHT, size))  # noqa: S314 - ours
        assert int(drawn.get("width", 0)) <= {Size.WIDE: 740, Size.NARROW: 360}[size]


def test_bars_are_as_long_as_their_numbers() -> None:
    """Stacked parts begin where the one before ends; a missing part has a dashed end."""
    parts = Layout(STATUSES, "en", Size.WIDE).records()
    sides = Layout(SIDES, "en", Size.WIDE).records()

    assert parts[1]["begin"] == parts[0]["end"]
    assert parts[1]["end"] / parts[0]["end"] == pytest.approx(39 / 31, rel=1e-3)
    assert [record["words"] for record in parts] == ["", "31 + 8"]
    assert [record["stub"] > record["end"] for record in sides] == [False] * 5 + [True]
    dashed = [each for each in _shapes(SIDES) if each.get("stroke-dasharray")]
    assert len(dashed) == 1


def _shapes(chart: Chart) -> Iterator[Element]:
    return fromstring(chart_svg(chart, "en")).iter(f"{SVG}path")  # noqa: S314 - ours


@pytest.mark.parametrize(
    ("count", "in_part", "note", "english", "japanese"),
    [
        (1, 0, "without-amount", "7 + 1 without amount", "7＋1件（量は公表なし）"),  # noqa: RUF001 - as it is written
        (0, 1, "in-part", "7, 1 in part", "7（うち一部のみ公表1件）"),  # noqa: RUF001 - as it is written
        (
            2,
            1,
            "without-amount-and-in-part",
            "7 + 2 without amount, 1 in part",
            "7＋2件（量は公表なし。ほか一部のみ公表1件）",  # noqa: RUF001 - as it is written
        ),
    ],
)
def test_without_an_amount_and_in_part_are_two_things(
    count: int, in_part: int, note: str, english: str, japanese: str
) -> None:
    """A chart tells them apart, as tables do."""
    total = Total(
        grouped_by=Grouping.YEAR,
        host=None,
        year=2025,
        decisions=4,
        notified=_figure(7),
        goj=UNDISCLOSED,
        issued_japan=UNDISCLOSED,
        issued_host=UNDISCLOSED,
        without_amount=count,
        amount_in_part=in_part,
        notified_unknown=count + in_part,
        goj_unknown=4,
        issued_unknown=4,
        issued_japan_unknown=4,
        issued_host_unknown=4,
    )

    chart = notified_by_year([total])

    value = chart.rows[0].values[0]
    assert value.note == note
    assert [value_words(language, chart, value) for language in LANGUAGES] == [english, japanese]
