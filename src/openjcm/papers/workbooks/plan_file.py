"""A monitoring plan of a workbook as the TOML by which meter readings are summarised.

What the sheet says stands as it is there; what it does not say stands as an open line, ``#?``,
with what it decides. Such a plan is refused until each open line was answered or removed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openjcm.methodology import Kind, Parameter, Role
from openjcm.methodology.working.inputs import Given
from openjcm.papers.workbooks.filled.monitoring_plan import MonitoringPlan, Point
from openjcm.rulebook.partner import all_partners

OPEN = "#? "
_INTERVALS = (
    (
        re.compile(r"(?:every|each) (\d+) ?min(?:ute)?s?|(\d+)[ -]min(?:ute)?s?(?: interval)?"),
        "min",
    ),
    (re.compile(r"hourly|(?:every|each) hour|once (?:an|per) hour"), "1h"),
    (re.compile(r"daily|(?:every|each) day|once (?:a|per) day|毎日"), "day"),
    (re.compile(r"monthly|(?:every|each) month|once (?:a|per) month|毎月"), "month"),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What whoever asks for a plan says beyond the sheet: zone and days; blank where nothing."""

    zone: str = ""
    first: date | None = None
    last: date | None = None


def plan_file(plan: MonitoringPlan, asked: Asked, *, name: str, sha256: str) -> str:
    """Write a plan, with open lines for what the sheet does not say.

    Args:
        plan: What the sheet says.
        asked: What is said beyond it.
        name: Of the workbook, for the head.
        sha256: Of the workbook.
    """
    lines = [
        f"# A plan of meters, made by openjcm meter plan from the sheet MPS(input) of {name},",
        f"# SHA-256 {sha256}",
        "# Lines that begin with #? are open: write the value and take #? away, or remove the",
        "# line where that is right which holds if it is absent.",
        "",
        *_head(plan, asked),
        "",
        *_methodology(plan),
    ]
    for point in plan.points:
        lines += ["", *_meter(point)]
    return "\n".join(map(_one_line, lines)) + "\n"


def open_lines(text: str) -> int:
    """Return how many lines of a plan are still open."""
    return sum(line.startswith(OPEN.strip()) for line in text.splitlines())


def _head(plan: MonitoringPlan, asked: Asked) -> Iterator[str]:
    zones = _zones(plan.definition.id)
    if asked.zone:
        yield f"zone = {_text(asked.zone)}"
    elif len(zones) == 1:
        yield f"zone = {_text(zones[0])}  # the legal time of the methodology's country"
    else:
        one = zones[0] if zones else "Asia/Dhaka"
        yield f"{OPEN}zone = {_text(one)}  # the host's legal time, in which a calendar year turns"
    period = plan.period
    for key, said, on_sheet in (
        ("first", asked.first, period.first if period else None),
        ("last", asked.last, period.last if period else None),
    ):
        if said:
            yield f"{key} = {said}"
        elif on_sheet:
            yield f"{key} = {on_sheet}  # of the periods in Table 1 of MRS(input)"
        else:
            yield f"{OPEN}{key} = 2024-01-01  # the {key} day of the monitoring period"
    yield (
        f"{OPEN}clock = {_text(asked.zone or (zones[0] if zones else 'UTC'))}  # whose time "
        "instants without an offset are; absent: such instants are refused"
    )


def _methodology(plan: MonitoringPlan) -> Iterator[str]:
    yield "[methodology]"
    yield f"id = {_text(plan.definition.id)}"
    for parameter in plan.definition.fixed:
        if parameter.role is Role.METHODOLOGY:
            continue
        value = plan.fixed.get(parameter.symbol)
        values = value if isinstance(value, list) else [value]
        if value is None:
            if parameter.is_required:
                key = f'fixed.{parameter.symbol} = {{ value = 0, unit = "{parameter.unit}" }}'
                yield f"{OPEN}{key}  # blank in Table 2 of the sheet: {parameter.says}"
        elif parameter.kind is Kind.NUMBER and all(isinstance(v, Decimal | int) for v in values):
            yield f"fixed.{parameter.symbol} = {_value(parameter, value)}"
        else:
            yield f"# {parameter.symbol} is no number or list of numbers: it goes into the case"


def _meter(point: Point) -> Iterator[str]:
    said = (point.says, point.option, point.source, point.methods, point.frequency)
    yield f"# {point.place}: {'; '.join(each for each in said if each)}"
    if point.parameter.kind is not Kind.NUMBER:
        yield f"# {point.parameter.symbol} is no number of a meter: it goes into the case"
        return
    yield "[[meter]]"
    name = f"{point.parameter.symbol} {_equipment(point)}"
    yield f"{OPEN}id = {_text(name)}  # its name in the files"
    yield f"parameter = {_text(point.parameter.symbol)}"
    yield f"equipment = {_text(_equipment(point))}"
    interval = _interval(point.frequency)
    if interval:
        yield f"expected_interval = {_text(interval)}  # the sheet: {point.frequency}"
    yield from (f"{OPEN}{line}" for line in _open(point, interval))


def _open(point: Point, interval: str) -> Iterator[str]:
    """Yield the keys that no sheet says, with what holds if they are absent."""
    yield (
        f"register_unit = {_text(point.parameter.unit.text)}  # the sheet has the parameter in it; "
        "write the unit of the register; absent: Wh"
    )
    if not interval:
        why = f"the sheet says: {point.frequency}" if point.frequency else "blank in the sheet"
        yield f'expected_interval = "15min"  # how often a value is kept ({why}); absent: month'
    yield 'reads = "register"  # or interval, average; absent: register'
    yield "digits = 0  # decimals of the register; absent: 0"
    yield "multiplier = 1  # such as the ratio of transformers; absent: 1"
    yield "capacity = 0  # the most in an hour; absent: jumps and false ends go unseen"
    yield 'stuck_after = "12h"  # absent: standstill goes unseen'
    yield (
        'calibration = [{ first = 2024-01-01, last = 2024-12-31, certificate = "" }]'
        "  # absent: calibration is not looked at"
    )


def _equipment(point: Point) -> str:
    """Name the equipment: a member by its name, a number with its index set."""
    named = [f"{name} {member}" if member.isdecimal() else member for name, member in point.members]
    text = " / ".join(named) or "project"
    return " ".join(re.sub(r'[,"]', " ", text).split())


def _interval(frequency: str) -> str:
    for pattern, interval in _INTERVALS:
        found = pattern.fullmatch(frequency.strip().lower().rstrip("."))
        if found:
            number = next((each for each in found.groups() if each), "")
            return f"{number}min" if number else interval
    return ""


def _zones(definition_id: str) -> Sequence[str]:
    country = definition_id.partition("_")[0]
    return next((each.zones for each in all_partners() if each.iso2 == country), ())


def _value(parameter: Parameter, value: Given) -> str:
    said = f"[{', '.join(map(_number, value))}]" if isinstance(value, list) else _number(value)
    return f'{{ value = {said}, unit = "{parameter.unit}" }}'


def _number(value: object) -> str:
    assert isinstance(value, Decimal | int), "what is no number was left out"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _text(words: str) -> str:
    """Write a text as TOML does."""
    return f'"{words.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"'


def _one_line(line: str) -> str:
    """Keep a line one line, whatever a cell of the sheet holds."""
    return "".join(each if each.isprintable() else " " for each in line)
