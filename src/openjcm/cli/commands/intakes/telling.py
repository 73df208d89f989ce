"""What ``openjcm intake`` says to people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from openjcm.intake import IntakeState, MeterState, Receipt
from openjcm.intake.simulating.playing import Outcome
from openjcm.metering import Plan
from openjcm.papers.columns import table_lines
from openjcm.store.intake_keys import SenderKey
from openjcm.views.record.pages import Page

_DIGITS_SHOWN = 12
_NOT_YET = "–"


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """An intake as a list shows it."""

    name: str
    partnership: str
    project: str
    basis: str
    opened_at: datetime
    batches: int
    last_received_at: datetime | None


def key_text(said: Mapping[str, str]) -> str:
    """Write a new key, and how to send with it."""
    return f"""\
The key of {said["intake"]} for {said["sender"]}, shown this once and kept nowhere:

  {said["key"]}

Send a file of readings with it, again and again until there is a receipt:

  curl -H 'Authorization: Bearer {said["key"]}' \\
    -H 'Content-Type: text/csv' --data-binary @readings.csv '{said["address"]}'
"""


def list_text(rows: Sequence[IntakeRow]) -> str:
    """Write the intakes as a table."""
    if not rows:
        return (
            "There is no intake yet. Open one: openjcm intake open NAME --plan PLAN.toml "
            "--project BD-R/BD002 --basis illustrative"
        )
    lines = [["intake", "project", "readings are", "batches", "last received (UTC)"]]
    lines += [
        [
            each.name,
            f"{each.partnership}/{each.project}",
            each.basis,
            f"{each.batches:,}",
            _instant(each.last_received_at),
        ]
        for each in rows
    ]
    return "\n".join(table_lines(lines, numbers=(3,)))


def state_text(state: IntakeState) -> str:
    """Write how an intake stands: its plan, what arrived, and each meter."""
    head = [
        (
            f"{state.name}: readings of {state.partnership}/{state.project} [{state.basis}], "
            f"plan of {state.first} to {state.last} in {state.zone}"
        ),
        (
            f"{state.batches:,} batches, {state.replaced:,} of them corrected since, "
            f"{state.bytes:,} bytes; the last received {_instant(state.last_received_at)} (UTC)"
        ),
        "",
    ]
    zone = ZoneInfo(state.zone)
    lines = [["meter", "last reading", "late by", "readings", "of expected", "complete"]]
    lines += [_meter(each, zone) for each in state.meters]
    return "\n".join([*head, *table_lines(lines, numbers=(3, 4, 5))])


def _meter(meter: MeterState, zone: ZoneInfo) -> list[str]:
    return [
        meter.meter,
        "none yet" if meter.last_at is None else _instant(meter.last_at.astimezone(zone)),
        _length(meter.late_seconds),
        f"{meter.readings:,}",
        f"{meter.expected:,}",
        percent(meter.in_period, meter.expected),
    ]


def percent(part: int, whole: int) -> str:
    """Write a share, cut and never rounded up: what is not whole is below 100.

    >>> percent(999, 1000), percent(3, 3), percent(0, 0)
    ('99.9 %', '100.0 %', '–')
    """
    if not whole:
        return _NOT_YET
    tenths = min(1000 * part // whole, 1000)
    return f"{tenths // 10}.{tenths % 10} %"


def batches_text(name: str, page: Page[Receipt]) -> str:
    """Write what arrived as a table, the latest first."""
    if not page.items:
        return f"Nothing arrived at {name} yet."
    lines = [
        ["no.", "SHA-256", "received (UTC)", "readings", "from (UTC)", "until (UTC)", "sender"]
    ]
    lines[0] += ["name", "replaces"]
    lines += [
        [
            f"{each.number:,}",
            each.sha256[:_DIGITS_SHOWN],
            _instant(each.received_at),
            f"{each.readings:,}",
            _instant(each.first_at),
            _instant(each.last_at),
            each.sender or _NOT_YET,
            each.name,
            (each.replaces or "")[:_DIGITS_SHOWN],
        ]
        for each in page.items
    ]
    said = table_lines(lines, numbers=(0, 3))
    said.append(f"{len(page.items):,} of {page.total:,}; readings are {page.items[0].basis}")
    if page.next:
        said.append(f"The next ones: --cursor {page.next}")
    return "\n".join(said)


def delivered_text(found: Sequence[tuple[Receipt, bool]]) -> str:
    """Write a line for each file that was delivered."""
    return "\n".join(
        f"{each.name}: batch {each.number} of {each.intake}, {each.readings:,} readings of "
        f"{each.meters:,} meters [{each.basis}]"
        + ("" if is_new else ", which had arrived before")
        + f"\n  SHA-256 {each.sha256}"
        for each, is_new in found
    )


def keys_text(name: str, found: Sequence[SenderKey]) -> str:
    """Write the keys of an intake as a table."""
    if not found:
        return f"No key delivers to {name}; make one: openjcm intake new-key {name} --sender NAME"
    lines = [["sender", "SHA-256 of the key", "made (UTC)", "withdrawn (UTC)"]]
    lines += [
        [
            each.sender,
            each.sha256[:_DIGITS_SHOWN],
            _instant(each.made_at),
            _instant(each.withdrawn_at),
        ]
        for each in found
    ]
    return "\n".join(table_lines(lines))


def so_far_text(plan: Plan, report: str, language: str) -> str:
    """Write a report of what arrived so far, with the days that it is of."""
    first, last = plan.period.first, plan.period.last
    said = {"en": f"Counted: {first} to {last}.", "ja": f"集計の期間：{first} ～ {last}"}  # noqa: RUF001 - Japanese marks
    return f"{said[language]}\n{report}"


def outcome_text(outcome: Outcome) -> str:
    """Write what was played, and what was planted."""
    rows = {
        "readings": outcome.readings,
        "batches, each with a receipt": outcome.batches,
        "requests": outcome.requests,
        "batches that had arrived before": outcome.known,
        "batches sent late": outcome.late,
        "batches corrected afterwards": outcome.corrected,
        "connections lost": outcome.lost,
        "answers to come again": outcome.sent_away,
    }
    lines = [f"Played for {outcome.intake}, seed {outcome.seed} [illustrative: all is made up]"]
    counted = [[f"  {label}", f"{count:,}"] for label, count in rows.items()]
    lines += table_lines(counted, numbers=(1,))
    lines.append(
        f"{outcome.stopped} was cut off for a third of the time, and delivered afterwards."
    )
    lines += [f"Planted: {each.kind} of {each.meter} at {each.at}" for each in outcome.planted]
    if not outcome.planted:
        lines.append("No faults were planted; --faults plants some.")
    return "\n".join([*lines, f"Compare: openjcm intake summarise {outcome.intake}"])


def _instant(at: datetime | None) -> str:
    return _NOT_YET if at is None else at.isoformat(" ", "minutes")[:16]


def _length(seconds: int) -> str:
    """Write a length in its two largest units."""
    if not seconds:
        return "not late"
    length = timedelta(seconds=seconds)
    hours, minutes = length.seconds // 3600, length.seconds % 3600 // 60
    return f"{length.days} d {hours} h" if length.days else f"{hours} h {minutes} min"
