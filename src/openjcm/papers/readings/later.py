"""What came after a report as lines of a shell: nothing of it changes the report."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from openjcm.papers.columns import table_lines
from openjcm.papers.readings.words import amount_words, headings, say, tonnes_words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A quantity as reported, and as it would be; ``None`` where there is none."""

    meter: str
    parameter: str
    year: int
    unit: str
    reported: Decimal | None
    now: Decimal | None
    difference: Decimal | None


@dataclass(frozen=True, slots=True)
class LateLine:
    """Late readings of a meter in one file; instants in the legal time of the plan."""

    meter: str
    file: str
    readings: int
    first_row: int
    last_row: int
    first_at: str
    last_at: str


@dataclass(frozen=True, slots=True)
class CorrectedLine:
    """A reading that came with another value; both as the register's face shows them."""

    meter: str
    at: str
    was: Decimal
    is_now: Decimal
    reported_file: str
    reported_row: int
    file: str
    row: int


@dataclass(frozen=True, slots=True)
class CreditsLine:
    """Whole tonnes of a vintage as the report has them, and as they would be."""

    year: int
    reported: int
    now: int


@dataclass(frozen=True, slots=True)
class LaterReport:
    """What came after a report, told; ``tonnes`` is what the reduction would be more, uncut."""

    changes: tuple[ChangeLine, ...]
    late: tuple[LateLine, ...]
    corrected: tuple[CorrectedLine, ...]
    corrected_readings: int
    withdrawn_readings: int
    tonnes: Decimal | None
    credits: tuple[CreditsLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing came that the report does not have."""
        return not self.late and not self.corrected and not self.withdrawn_readings

    @property
    def late_readings(self) -> int:
        """How many readings came late."""
        return sum(each.readings for each in self.late)


def later_text(later: LaterReport, language: str) -> str:
    """Write what came after a report for people in a shell."""
    if later.is_empty:
        return say(language, "later-none") + "\n"
    parts = (
        [
            say(
                language,
                "later-says",
                late=later.late_readings,
                corrected=later.corrected_readings,
            ),
            *(
                [say(language, "later-withdrawn", count=later.withdrawn_readings)]
                if later.withdrawn_readings
                else []
            ),
        ],
        _titled(language, "later-quantities", _changes(later, language), numbers=(3, 4, 5)),
        _credits(later, language),
        _late(later, language),
        _corrected(later, language),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _changes(later: LaterReport, language: str) -> list[list[str]]:
    keys = ["label-year", "label-meter", "label-parameter", "later-heading-reported"]
    keys += ["later-heading-now", "later-heading-difference", "readings-heading-unit"]
    rows = [
        [
            str(each.year),
            each.meter,
            each.parameter,
            _amount(each.reported, language),
            _amount(each.now, language),
            _amount(each.difference, language),
            each.unit,
        ]
        for each in later.changes
    ]
    return [list(headings(language, keys)), *rows]


def _credits(later: LaterReport, language: str) -> Iterator[str]:
    if later.credits:
        keys = ["label-year", "later-heading-reported", "later-heading-now"]
        rows = [list(headings(language, keys))]
        rows += [[str(each.year), f"{each.reported:,}", f"{each.now:,}"] for each in later.credits]
        yield from _titled(language, "later-credits", rows, numbers=(1, 2))
    elif later.tonnes is not None:
        yield say(language, "later-tonnes", tonnes=tonnes_words(language, later.tonnes))


def _late(later: LaterReport, language: str) -> Iterator[str]:
    if later.late:
        keys = ["label-meter", "label-file", "later-heading-readings"]
        keys += ["readings-heading-first-row", "readings-heading-last-row"]
        keys += ["later-heading-from", "later-heading-until"]
        rows = [list(headings(language, keys))]
        rows += [
            [
                each.meter,
                each.file,
                f"{each.readings:,}",
                str(each.first_row),
                str(each.last_row),
                each.first_at,
                each.last_at,
            ]
            for each in later.late
        ]
        yield from _titled(language, "later-late", rows, numbers=(2, 3, 4))


def _corrected(later: LaterReport, language: str) -> Iterator[str]:
    if later.corrected:
        keys = ["label-meter", "label-at", "later-heading-was", "later-heading-is-now"]
        keys += ["later-heading-reported-place", "later-heading-place"]
        rows = [list(headings(language, keys))]
        rows += [
            [
                each.meter,
                each.at,
                amount_words(each.was),
                amount_words(each.is_now),
                say(
                    language, "readings-where", file=each.reported_file, row=str(each.reported_row)
                ),
                say(language, "readings-where", file=each.file, row=str(each.row)),
            ]
            for each in later.corrected
        ]
        yield from _titled(language, "later-corrected", rows, numbers=(2, 3))
        left = later.corrected_readings - len(later.corrected)
        if left:
            yield say(language, "rows-more", count=left)


def _titled(
    language: str, key: str, rows: list[list[str]], *, numbers: tuple[int, ...]
) -> Iterator[str]:
    yield say(language, key)
    yield from (f"  {line}" for line in table_lines(rows, numbers=numbers))


def _amount(amount: Decimal | None, language: str) -> str:
    return say(language, "readings-not-told") if amount is None else amount_words(amount)
