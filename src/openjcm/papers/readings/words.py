"""The words of these reports: a catalogue of their own, and behind it that of all papers."""

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from importlib.resources import files

from openjcm.measure.basis import Basis, derived_from
from openjcm.papers.readings.report import FaultPlace, ReadingsReport
from openjcm.papers.words import PAPERS, Catalogue

READINGS = Catalogue(files("openjcm.papers.readings") / "words")
_EXACT = 110
_TONNES = Decimal("0.001")
_MINUS = "−"
_NAMES, _FIRST_NAMES = 12, 8
# How files were read is said in English; these sentences have words in every language.
_READ_AS = (
    ("unpacked", re.compile(r"unpacked from (?P<form>gzip|zip)")),
    ("text", re.compile(r"text in (?P<encoding>\S+), read as such")),
    ("passed", re.compile(r"not read, as it holds no readings")),
    ("member-passed", re.compile(r"(?P<member>.+) not read, as it holds no readings")),
    ("sheet-passed", re.compile(r"sheet (?P<sheet>.+) not read, as it holds no instants")),
    ("sheet", re.compile(r"sheet (?P<sheet>.+)")),
    ("cells", re.compile(r"cells separated by (?P<mark>.+)")),
    ("commas", re.compile(r"decimal commas")),
    ("zoned", re.compile(r"instants (?P<form>.+), with offset")),
    ("clock", re.compile(r"instants (?P<form>.+), without offset, read in (?P<zone>\S+)")),
)


def say(language: str, key: str, **values: str | int) -> str:
    """Return words of these reports, or of the papers; see ``Catalogue.say``.

    >>> say("en", "filling-none"), say("en", "total")
    ('none', 'Total')
    """
    catalogue = READINGS if READINGS.has(language, key) else PAPERS
    return catalogue.say(language, key, **values)


def amount_words(amount: Decimal | int) -> str:
    """Write an amount with every digit it has.

    >>> amount_words(Decimal("-1234.50"))
    '−1,234.50'
    """
    return f"{amount:,f}".replace("-", _MINUS) if isinstance(amount, Decimal) else _whole(amount)


def tonnes_words(language: str, tonnes: Decimal | None) -> str:
    """Write tonnes to three decimals, with the sign of what they change; or that it is not told.

    >>> tonnes_words("en", Decimal("-0.0005")), tonnes_words("en", Decimal(0))
    ('−0.001', '0')
    """
    if tonnes is None:
        return say(language, "readings-not-told")
    if not tonnes:
        return "0"
    with localcontext(prec=_EXACT):
        return f"{tonnes.quantize(_TONNES, rounding=ROUND_HALF_UP):+,f}".replace("-", _MINUS)


def percent_words(read: int, expected: int) -> str:
    """Write a part in percent, cut down: a hundred only where nothing lacks.

    >>> percent_words(99_999, 100_000), percent_words(7, 7), percent_words(8, 7)
    ('99.99 %', '100 %', '100 %')
    """
    if read >= expected:
        return "100 %"
    part = Decimal(read * 100) / Decimal(expected)
    return f"{part.quantize(Decimal('0.01'), rounding=ROUND_FLOOR)} %"


def rule_words(language: str, kind: str, treatment: str) -> str:
    """Say in one sentence what a treatment does about a kind of fault."""
    own = f"rule-{kind}-{treatment}"
    return say(language, own if READINGS.has(language, own) else f"rule-{treatment}")


def fault_words(language: str, fault: FaultPlace, interval: str) -> str:
    """Say in one sentence what was seen at a fault."""
    value = fault.value
    if fault.kind == "stuck":
        hours, rest = divmod(int(value), 3600)
        value = say(language, "readings-hours", hours=hours, minutes=rest // 60)
    return say(language, f"seen-{fault.kind}", value=value, since=fault.since, interval=interval)


def every_words(language: str, interval: str) -> str:
    """Write an expected interval; a length such as ``15min`` stays as the plan has it."""
    own = f"every-{interval}"
    return say(language, own) if READINGS.has(language, own) else interval


def read_as_words(language: str, said: str) -> str:
    """Write how a file was read; what the catalogue does not know stays as it was said."""
    for stem, pattern in _READ_AS:
        found = pattern.fullmatch(said)
        if found:
            parts = {key: _part(language, part) for key, part in found.groupdict().items()}
            return say(language, f"read-as-{stem}", **parts)
    return said


def headings(language: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the words over the columns of a table."""
    return tuple(say(language, key) for key in keys)


def more_words(language: str, count: int, room: int) -> tuple[str, ...]:
    """Say how many stand elsewhere, where there is no room for them."""
    return (say(language, "readings-and-more", count=count - room),) if count > room else ()


def names_words(language: str, names: Sequence[str]) -> str:
    """Name meters; of many the first, and how many more there are.

    >>> names_words("en", [f"M{each}" for each in range(15)])
    'M0, M1, M2, M3, M4, M5, M6, M7 and 7 more'
    """
    if len(names) <= _NAMES:
        return say(language, "list-comma").join(names)
    first = say(language, "list-comma").join(names[:_FIRST_NAMES])
    return say(language, "readings-names-more", names=first, count=len(names) - _FIRST_NAMES)


def meters_of(report: ReadingsReport, names: Sequence[str], language: str) -> str:
    """Name meters of a plan, or say that it is all of them."""
    if len(names) == len(report.plan.meters):
        return say(language, "readings-all-meters")
    return names_words(language, names)


def where_words(language: str, fault: FaultPlace) -> str:
    """Say where a fault stands: file and row, or the year, which no single row shows."""
    if not fault.file:
        return say(language, "readings-where-year", year=fault.at[:4])
    return say(language, "readings-where", file=fault.file, row=str(fault.row))


def basis_of(report: ReadingsReport) -> Basis:
    """Return the basis of the readings; such as nobody stated are illustrative."""
    return report.basis or Basis.ILLUSTRATIVE


def basis_of_figures(report: ReadingsReport) -> Basis:
    """Return the basis of what is worked out from the readings."""
    return derived_from(basis_of(report))


def _part(language: str, part: str) -> str:
    own = f"read-part-{part.lower().replace(' ', '-')}"
    return say(language, own) if READINGS.has(language, own) else part


def _whole(amount: int) -> str:
    return f"{amount:,}".replace("-", _MINUS)
