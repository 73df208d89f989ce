"""How instants are written in a column, and the SQL that reads them as microseconds since 1970.

A time with an offset is an instant. One without is a wall clock of the plan's ``clock``, whose
offsets are worked out beforehand as instants. In the hour that comes twice both readings must
stand, and the lower register is the earlier one; an hour that does not exist is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from openjcm.metering.plan.plan import Plan, microseconds
from openjcm.metering.plan.zones import changes

_YEARS_BESIDE = 10
_EPOCH_DIGITS = {10: 1_000_000, 13: 1_000, 16: 1}
_CLOCK = r"([T ]([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,6})?)?)?"
_MIDNIGHT = r"[T ]24:00(:00)?"
_HALF_DAY = r"[T ](0?\d|1[0-2]):[0-5]\d(:[0-5]\d)? ?[AaPp][Mm]"
_TIMES = rf"({_CLOCK}|{_HALF_DAY}|{_MIDNIGHT})"
_SHIFT = r" ?(Z|[+-](0\d|1[0-4]):?[0-5]\d)"


Span = tuple[int, tuple[int, ...]]


class Shape(StrEnum):
    """The order of a date's parts as they are written, or a count since 1970."""

    YEAR_FIRST = "year-first"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    EPOCH = "epoch"


@dataclass(frozen=True, slots=True)
class Clock:
    """How a column writes instants: the shape, and whether an offset stands beside them.

    ``is_spelt`` says that they are written in words or with fewer digits, as in ``1-Jan-2018``.
    """

    shape: Shape
    has_shift: bool
    is_spelt: bool = False

    def says(self, zone: str) -> str:
        """Say it in a few words, for the list of files."""
        where = "with offset" if self.has_shift else f"without offset, read in {zone}"
        return f"{self.shape.value}, {where}"


# How months are named, by their first letters, in the languages of the partner countries that
# write them with Latin ones.
_MONTHS = (
    "jan|ene", "feb|fév|fev", "mar|mär|maa", "apr|abr|avr", "may|mai|mei", "jun|juin", "jul|juil",
    "aug|ago|aoû|agu", "sep|set", "oct|okt", "nov|nop", "dec|dez|dic|déc|des",
)  # fmt: skip
# What is spelt is put into digits by the same expressions here and in SQL.
_SPELT = (
    (r"^(\d{4})年(\d{1,2})月(\d{1,2})日 ?", r"\1-\2-\3 "),
    (r"^(\S+) (\d{1,2})時(\d{1,2})分$", r"\1 \2:\3"),
    (r"^(\S+) (\d{1,2})時(\d{1,2})分(\d{1,2})秒$", r"\1 \2:\3:\4"),
    (r"(?i)\b([ap])\. ?m\.", r"\1m"),
    *(
        (rf"(?i)^(\d{{1,2}})[-/. ](?:{name})[a-zéû]*\.?[-/. ,]+(\d{{4}})", rf"\2-{number:02}-\1")
        for number, name in enumerate(_MONTHS, start=1)
    ),
    *(
        (rf"(?i)^(?:{name})[a-zéû]*\.? (\d{{1,2}}),? (\d{{4}})", rf"\2-{number:02}-\1")
        for number, name in enumerate(_MONTHS, start=1)
    ),
)
# A year of two digits stands last, and only where the plan says which of the others is the day.
_SHORT_YEAR = (r"^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{2})([ T].*|$)", r"\1\2\3\g<2>20\4\5")

# What is written with these alone is not spelt.
_UNSPELT = re.compile(r"[-0-9/.:,+TZ ]*")
_PATTERN = re.compile(r"(?<![a-z])(dd?[-/.]mm?|mm?[-/.]dd?)[-/.]yy(yy)?(?![a-z])", re.IGNORECASE)
_SHAPES = {
    Shape.YEAR_FIRST: re.compile(rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_TIMES}"),
    Shape.DAY_FIRST: re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.]\d{{4}}{_TIMES}"),
}


# Files of a fleet show the same names and instants again and again.
@lru_cache(maxsize=1 << 13)
def is_instant(text: str) -> bool:
    """Whether a text is a day or an instant, whatever its order; a count since 1970 is not told."""
    bare = re.sub(rf"{_SHIFT}$", "", in_digits(text.strip()))
    return any(shape.fullmatch(bare) for shape in _SHAPES.values())


def order_said(header: str) -> bool | None:
    """Whether a pattern such as ``dd/MM/yyyy`` puts the day before the month; ``None``: none is.

    >>> order_said("[MM/dd/yyyy HH:mm]"), order_said("Date (DD.MM.YYYY)"), order_said("Date")
    (False, True, None)
    """
    found = _PATTERN.search(header)
    return None if found is None else found[0].lower().startswith("d")


def is_pattern(header: str) -> bool:
    """Whether a header is nothing but the pattern of an instant, as in ``dd.MM.yyyy HH:mm``."""
    bare = header.strip(" []()")
    return bool(_PATTERN.match(bare)) and not set(bare.lower()) - set("dmyhsap.:/- t")


def clock_of(samples: Sequence[str], *, day_first: bool | None) -> Clock | None:
    """Return how these texts write instants; ``None`` where that cannot be told.

    Whether the day or the month comes first is told by a number above 12, or by the plan; it is
    never assumed.
    """
    raw = [text.strip() for text in samples if text.strip()]
    texts = [in_digits(text, has_short_years=day_first is not None) for text in raw]
    is_spelt = texts != raw
    if not texts:
        return None
    counts = [text.isascii() and text.isdigit() and len(text) in _EPOCH_DIGITS for text in texts]
    if sum(counts) * 2 > len(texts):
        return Clock(Shape.EPOCH, has_shift=True)
    bare = [re.sub(rf"{_SHIFT}$", "", text) for text in texts]
    has_shift = sum(len(a) != len(b) for a, b in zip(bare, texts, strict=True)) * 2 > len(texts)
    if sum(bool(_SHAPES[Shape.YEAR_FIRST].fullmatch(text)) for text in bare) * 2 > len(bare):
        return Clock(Shape.YEAR_FIRST, has_shift, is_spelt)
    parts = [found for text in bare if (found := _SHAPES[Shape.DAY_FIRST].fullmatch(text))]
    if len(parts) * 2 <= len(bare):
        return None
    if day_first is None:
        firsts, seconds = ({int(found[at]) for found in parts} for at in (1, 2))
        day_first = max(firsts) > 12 or (None if max(seconds) <= 12 else False)  # noqa: PLR2004 - months
    if day_first is None:
        return None
    return Clock(Shape.DAY_FIRST if day_first else Shape.MONTH_FIRST, has_shift, is_spelt)


def read_sql(text: str, clock: Clock, sample: str) -> str:
    """Return SQL that reads a column of text; NULL where it is no time.

    It gives microseconds since 1970: of the instant where an offset stands beside it, and else
    as the clock on the wall showed them.

    Args:
        text: The SQL of the column.
        clock: How it is written.
        sample: One text of the column; texts of its form are read fast.
    """
    if clock.shape is Shape.EPOCH:
        count = f"TRY_CAST({text} AS BIGINT)"
        cases = " ".join(
            f"WHEN {count} BETWEEN 1{'0' * (digits - 1)} AND {'9' * digits} THEN {count} * {factor}"
            for digits, factor in _EPOCH_DIGITS.items()
        )
        return f"CASE WHEN CAST({count} AS VARCHAR) = trim({text}) THEN CASE {cases} END END"
    macro = "offset_instant" if clock.has_shift else "wall_instant"
    if clock.is_spelt:
        return f"{macro}({ordered(in_digits_sql(text), clock)})"
    read = f"{macro}({ordered(text, clock)})"
    form = _form(sample, clock)
    if clock.shape is not Shape.YEAR_FIRST or not form:
        return read
    kind = "TIMESTAMPTZ" if clock.has_shift else "TIMESTAMP"
    # The midnight after, 24:00, is read by the macro, and 24:01 by nobody.
    is_plain = f"{text} LIKE '{form}' AND {text} >= '0' AND substring({text}, 12, 2) < '24'"
    return f"CASE WHEN {is_plain} THEN epoch_us(TRY_CAST({text} AS {kind})) ELSE {read} END"


def in_digits(text: str, *, has_short_years: bool = False) -> str:
    """Return an instant that is spelt, as in ``1-Jan-2018 5 p.m.``, with digits alone.

    >>> in_digits("3-Feb-2018 08:15"), in_digits("2018年2月3日 8時15分")
    ('2018-02-3 08:15', '2018-2-3 8:15')
    """
    spelt = () if _UNSPELT.fullmatch(text) else _SPELT
    for pattern, other in (*spelt, *((_SHORT_YEAR,) if has_short_years else ())):
        text = re.sub(pattern, other, text)
    return text


def in_digits_sql(text: str) -> str:
    """Return SQL that does what ``in_digits`` does, years of two digits included."""
    text = f"trim({text})"
    for pattern, other in (*_SPELT, _SHORT_YEAR):
        # In SQL a number of one digit ends where the next digit begins.
        said = other.replace(r"\g<2>", r"\2")
        text = f"regexp_replace({text}, '{pattern}', '{said}')"
    return text


def ordered(text: str, clock: Clock) -> str:
    """Return SQL that puts the year first and writes marks as ISO 8601 does."""
    year_first = rf"regexp_replace(trim({text}), '^(\d{{4}})[/.](\d{{1,2}})[/.]', '\1-\2-')"
    turned = {
        Shape.DAY_FIRST: r"'\3-\2-\1'",
        Shape.MONTH_FIRST: r"'\3-\1-\2'",
    }.get(clock.shape)
    if turned is None:
        return year_first
    return rf"regexp_replace(trim({text}), '^(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})', {turned})"


MACROS = rf"""
CREATE MACRO padded(text) AS regexp_replace(regexp_replace(regexp_replace(replace(text, ',', '.'),
    '^(\d{{4}})-(\d)-', '\1-0\2-'), '^(\d{{4}}-\d{{2}})-(\d)([T ]|$)', '\1-0\2\3'),
    '[T ](\d):', ' 0\1:');
CREATE MACRO wall_instant(text) AS CASE
    WHEN regexp_full_match(padded(text), '\d{{4}}-\d{{2}}-\d{{2}}{_CLOCK}')
    THEN epoch_us(TRY_CAST(padded(text) AS TIMESTAMP))
    WHEN regexp_full_match(padded(text), '\d{{4}}-\d{{2}}-\d{{2}}[T ]24:00(:00)?')
    THEN epoch_us(TRY_CAST(left(padded(text), 10) AS TIMESTAMP)) + 86400000000
    WHEN regexp_full_match(padded(text), '\d{{4}}-\d{{2}}-\d{{2}}{_HALF_DAY}')
    THEN epoch_us(try_strptime(regexp_replace(upper(padded(text)), ' ?([AP]M)$', ' \1'),
        ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])) END;
CREATE MACRO offset_instant(text) AS CASE
    WHEN regexp_full_match(padded(text), '\d{{4}}-\d{{2}}-\d{{2}}{_CLOCK[:-1]}{_SHIFT}')
    THEN epoch_us(TRY_CAST(regexp_replace(padded(text), ' ({_SHIFT[2:]})$', '\1')
        AS TIMESTAMPTZ)) END;
"""


def wall_sql(wall: str, plan: Plan) -> str:
    """Return SQL that reads microseconds on the wall as an instant; NULL where two or none are."""
    spans = walls(plan)
    return _among(wall, spans) if spans else "CAST(NULL AS BIGINT)"


def _among(wall: str, spans: Sequence[Span]) -> str:
    """Find the span by halving, so that many of them cost little."""
    if len(spans) > 1:
        middle = len(spans) // 2
        earlier, later = _among(wall, spans[:middle]), _among(wall, spans[middle:])
        return f"CASE WHEN {wall} < {spans[middle - 1][0]} THEN {earlier} ELSE {later} END"
    ((_, shifts),) = spans
    return f"{wall} - {shifts[0]}" if len(shifts) == 1 else "CAST(NULL AS BIGINT)"


def walls(plan: Plan) -> tuple[Span, ...]:
    """Return the spans of the plan's wall clock: where each ends, and its offsets.

    Two offsets stand for an hour that comes twice, none for one that does not exist. All in
    microseconds; before and after ten years beside the period the first and last offset stand.
    """
    if not plan.clock:
        return ()
    first, last = (day.year for day in (plan.period.first, plan.period.last))
    return tuple(_walls(plan.clock, first - _YEARS_BESIDE, last + _YEARS_BESIDE))


def _walls(name: str, first: int, last: int) -> Iterator[Span]:
    spans = changes(name, first, last)
    for (turn, shift), (_, other) in pairwise(spans):
        yield turn + min(shift, other), (shift,)
        yield turn + max(shift, other), () if other > shift else (shift, other)
    end, shift = spans[-1]
    yield end + shift, (shift,)


def shifts_within(plan: Plan) -> set[int]:
    """Return the offsets that the plan's wall clock has within its period, in microseconds."""
    found, since = set[int](), -(1 << 62)
    first, last = (microseconds(plan.boundaries[at]) for at in (0, -1))
    for until, shifts in walls(plan):
        if since < last and until > first:
            found.update(shifts)
        since = until
    return found


def _form(sample: str, clock: Clock) -> str:
    """Return the LIKE of texts written as the sample: digits may differ, the offset may not."""
    found = re.fullmatch(
        r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(?P<shift>Z|[+-](0\d|1[0-4]):[0-5]\d)?", sample
    )
    if not found or bool(found["shift"]) != clock.has_shift:
        return ""
    shift = found["shift"] or ""
    return re.sub(r"\d", "_", sample[: len(sample) - len(shift)]) + shift


def twice_spans(plan: Plan) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the spans that the plan's wall clock shows twice, with both offsets, earlier first."""
    spans, since = [], -(1 << 62)
    for until, shifts in walls(plan):
        if len(shifts) > 1:
            spans.append((since, until, (shifts[0], shifts[1])))
        since = until
    return spans
