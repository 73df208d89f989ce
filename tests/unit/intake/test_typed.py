"""A typed value: how its digits and its instant are read, and the batch that it becomes."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from openjcm.intake.typed import Slip, Typed, TypedValue, batch_of, form_of, read_typed
from openjcm.measure.period import Period
from openjcm.metering import Meter, Plan
from openjcm.metering.plan.meter import Reads
from openjcm.store.intakes import Evidence

NOW = datetime(2026, 11, 28, tzinfo=UTC)
PHOTO = Evidence("a.jpg", "image/jpeg", 9, "a" * 64)
METER = Meter("PV1", "EG", "roof", "kWh", digits=1, multiplier=Decimal(40))
TYPED = Typed(value="2999.5", day="2026-11-01", clock="09:00")


def _plan(zone: str = "Asia/Dhaka", meter: Meter = METER) -> Plan:
    return Plan(zone, Period(date(2026, 1, 1), date(2026, 12, 31)), (meter,))


def _read(typed: Typed, meter: Meter = METER, zone: str = "Asia/Dhaka") -> TypedValue | list[Slip]:
    return read_typed(_plan(zone, meter), meter, typed, [PHOTO], now=NOW)


def _value(typed: Typed, meter: Meter = METER, zone: str = "Asia/Dhaka") -> TypedValue:
    read = _read(typed, meter, zone)
    assert isinstance(read, TypedValue), read
    return read


def _slips(typed: Typed, meter: Meter = METER, zone: str = "Asia/Dhaka") -> list[tuple[str, str]]:
    read = _read(typed, meter, zone)
    assert isinstance(read, list), read
    return [(each.field, each.code) for each in read]


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("2999.5", 29995),
        ("2999,5", 29995),
        (" 2 999.5 ", 29995),
        ("2999", 29990),
        ("0002999.5", 29995),
        ("２９９９．５", 29995),  # noqa: RUF001 - as a Japanese keyboard writes it
        ("0", 0),
    ],
)
def test_a_value_is_read_as_the_face_shows_it(text: str, register: int) -> None:
    """A point or a comma before the decimals, blanks and leading zeros, wide digits."""
    assert _value(replace(TYPED, value=text)).register == register


@pytest.mark.parametrize(
    ("text", "digits", "code"),
    [
        ("", 1, "value-blank"),
        ("  ", 1, "value-blank"),
        ("12,345.6", 1, "value-grouped"),
        ("1.234.567", 1, "value-grouped"),
        ("1,234", 1, "value-decimals"),
        ("1,234", 0, "value-whole"),
        ("-5", 1, "value-negative"),
        ("−5", 1, "value-negative"),
        ("12 kWh", 1, "value-not-a-number"),
        ("1e5", 1, "value-not-a-number"),
        ("12.", 1, "value-not-a-number"),
        ("=1+1", 1, "value-not-a-number"),
        ("9" * 30, 1, "value-too-large"),
        ("1" * 41, 1, "value-too-large"),
    ],
)
def test_a_value_that_could_be_another_is_not_taken(text: str, digits: int, code: str) -> None:
    """Marks of thousands are not guessed: 1,234 is neither one nor a thousand."""
    meter = replace(METER, digits=digits)

    assert _slips(replace(TYPED, value=text), meter) == [("value", code)]


def test_all_slips_are_told_at_once() -> None:
    """The value, the day, what shows it, and what is too long."""
    typed = Typed(value="x", source="bill", last_day="soon", note="n" * 501)
    read = read_typed(_plan(), METER, typed, [], now=NOW)

    assert isinstance(read, list)
    assert {(each.field, each.code) for each in read} == {
        ("value", "value-not-a-number"),
        ("invoice", "invoice-blank"),
        ("evidence", "evidence-blank"),
        ("note", "too-long"),
        ("last_day", "day-unreadable"),
    }


@pytest.mark.parametrize(
    ("day", "clock", "slip"),
    [
        ("", "09:00", ("day", "day-unreadable")),
        ("2026-02-30", "09:00", ("day", "day-unreadable")),
        ("2026-11-01", "", ("clock", "clock-unreadable")),
        ("2026-11-01", "25:00", ("clock", "clock-unreadable")),
        ("9999-12-31", "23:59", ("day", "day-unreadable")),
        ("2026-11-29", "09:00", ("day", "future")),
    ],
)
def test_an_instant_that_cannot_be_is_not_taken(
    day: str, clock: str, slip: tuple[str, str]
) -> None:
    """Days that are none, times that are none, and what is still to come."""
    zone = "America/Santiago" if day.startswith("9") else "Asia/Dhaka"

    assert _slips(replace(TYPED, day=day, clock=clock), zone=zone) == [slip]


def test_the_hour_that_comes_twice_is_asked_about() -> None:
    """Santiago sets its clock back on 4 April 2026 at 24:00, and forward on 6 September at 0:00."""
    twice = replace(TYPED, day="2026-04-04", clock="23:30")
    first = _value(replace(twice, turn="0"), zone="America/Santiago")
    second = _value(replace(twice, turn="1"), zone="America/Santiago")

    assert _slips(twice, zone="America/Santiago") == [("clock", "time-twice")]
    assert first.read_at.isoformat() == "2026-04-04T23:30:00-03:00"
    assert second.read_at.isoformat() == "2026-04-04T23:30:00-04:00"
    assert form_of(second).turn == "1"
    never = replace(TYPED, day="2026-09-06", clock="00:30")
    assert _slips(never, zone="America/Santiago") == [("clock", "no-such-time")]


@pytest.mark.parametrize(
    ("reads", "stamp", "interval", "at"),
    [
        (Reads.REGISTER, "end", "month", "2026-11-01T00:00:00+06:00"),
        (Reads.INTERVAL, "end", "month", "2026-11-01T00:00:00+06:00"),
        (Reads.INTERVAL, "start", "month", "2026-10-01T00:00:00+06:00"),
        (Reads.INTERVAL, "start", "day", "2026-10-31T00:00:00+06:00"),
        (Reads.INTERVAL, "start", "12h", "2026-10-31T12:00:00+06:00"),
    ],
)
def test_a_bill_counts_at_the_end_of_its_last_day(
    reads: Reads, stamp: str, interval: str, at: str
) -> None:
    """Or where its interval began, for a meter whose amounts stand there."""
    meter = replace(METER, reads=reads, stamp=stamp, expected_interval=interval)
    bill = Typed("420", "bill", invoice=" INV\n 7 ", last_day="2026-10-31")

    read = _value(bill, meter)

    assert read.read_at.isoformat() == at
    assert (read.invoice, read.last_day) == ("INV 7", "2026-10-31")


def test_a_bill_of_a_day_to_come_is_not_taken() -> None:
    """Its last day is not over."""
    bill = Typed("420", "bill", invoice="7", last_day="2026-11-28")

    assert _slips(bill) == [("last_day", "future")]
    assert _slips(replace(bill, last_day="9999-12-31")) == [("last_day", "day-unreadable")]
    assert ("source", "source") in _slips(replace(TYPED, source="dream"))


def test_a_batch_is_one_row_that_any_program_reads() -> None:
    """With the offset of the legal time; all else is said in the note, line by line."""
    typed = Typed("2999,5", day="2026-11-01", clock="09:00", note=" dark\r\nnote: x\u202e ")
    read = _value(typed)

    sent = batch_of(read, "entry-of-a-form", replaces="b" * 64, sender="phone")

    rows = list(csv.reader(io.StringIO(sent.content.decode())))
    assert rows == [
        ["meter", "read_at", "value", "entry"],
        ["PV1", "2026-11-01T09:00:00+06:00", "2999.5", "entry-of-a-form"],
    ]
    assert sent.note == "typed from: meter\nnote: dark note: x"
    assert (sent.replaces, sent.sender, sent.evidence) == ("b" * 64, "phone", (PHOTO,))
    assert batch_of(_value(typed), "entry-of-a-form").content == sent.content
    assert batch_of(_value(typed), "entry-of-another").content != sent.content


def test_a_form_of_a_taken_value_says_the_same() -> None:
    """So that a correction begins from what was typed."""
    read = _value(replace(TYPED, note="dark"))

    assert _value(form_of(read)) == read
    assert METER.face(29995) == "2999.5"
    assert replace(METER, digits=0).face(29995) == "29995"
