"""Values typed on a phone: from an empty form over questions to a receipt."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.intake import SEATS, Sent, deliver, summarise_intake
from openjcm.intake.looking import ledger_time, looked_at
from openjcm.intake.typed import Typed, TypedValue, read_typed, typed_in
from openjcm.measure.errors import Malformed
from openjcm.metering import summarise
from openjcm.store.database import configured
from openjcm.store.files import FileStore
from openjcm.web.pages.intakes import private, typing
from openjcm.web.rendering import SITE
from told.intakes.phones import PLAN, Phone, opened
from told.intakes.photos import photo

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
Hidden = Callable[[str], dict[str, Any]]
Marks = Callable[[str], list[str]]
FORM: dict[str, Any] = {
    "source": "meter",
    "day": "2026-02-01",
    "clock": "09:00",
    "reason": "no camera",
}


def _file(content: bytes, name: str = "IMG 1.jpg") -> Any:  # noqa: ANN401 - of Django
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    return SimpleUploadedFile(name, content)


@contextmanager
def _every_seat() -> Iterator[None]:
    with ExitStack() as taken:
        for _ in range(SEATS.threads):
            taken.enter_context(SEATS.one())
        yield


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_is_typed_looked_at_and_taken(phone: Phone, hidden: Hidden, language: str) -> None:
    """From the list over the form to a receipt, which leads to the photo as it was taken."""
    shot = photo()
    assert SITE.say(language, "typed-due", count=2) in phone.read(language=language)
    form = phone.read("/meters/1", language)
    assert SITE.say(language, "typed-when-help", zone="Asia/Dhaka", utc="UTC+06:00") in form

    status, page = phone.send(
        language=language, **hidden(form), **FORM, value="1234,5", photo=_file(shot), step="check"
    )
    assert status == 200
    assert "1234.5" in page
    assert phone.arrived == []
    answer = phone.post(language=language, **hidden(page), step="take")

    assert answer.status_code == 303
    (batch,) = phone.arrived
    assert answer["Location"] == f"/{language}/{phone.base}/typed/1"
    receipt = phone.read("/typed/1", language)
    kept = FileStore(configured().files)
    row = b"PV1,2026-02-01T09:00:00+06:00,1234.5,"
    assert kept.path(batch.sha256).read_bytes().startswith(b"meter,read_at,value,entry\n" + row)
    sha256 = hashlib.sha256(shot).hexdigest()
    assert batch.sha256 in receipt
    assert f"/{language}/{phone.base}/evidence/{sha256}" in receipt
    assert kept.path(sha256).read_bytes() == shot
    assert batch.sender == "phone"
    assert sha256 in phone.read("/typed", language)


def test_two_taps_give_one_batch(phone: Phone, hidden: Hidden) -> None:
    """The very form sent again leads to the same receipt; so does one that was sent meanwhile."""
    _, page = phone.send(**FORM, value="1234.5", entry="entry-of-a-tap")
    sent = {**hidden(page), "step": "take"}

    answers = [phone.post(**sent)["Location"] for _ in range(2)]

    assert answers == [f"/en/{phone.base}/typed/1"] * 2
    assert len(phone.arrived) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lower_register_is_asked_about(
    phone: Phone, hidden: Hidden, marks: Marks, language: str
) -> None:
    """1500 after 1000, then 1200: the value, the last one and the difference; taken if sure."""
    phone.typed("1000.0", "2026-01-01")
    phone.typed("1500.0", "2026-01-20")

    _, page = phone.send(language=language, **FORM, value="1200.0")
    assert SITE.say(language, "typed-asks-lower", value="1200.0", unit="kWh") in page
    assert "1500.0 kWh" in page
    assert "\u2212300.0 kWh" in page
    assert "\u221212,000.0 kWh" in page
    sent = {**hidden(page), "step": "take"}
    refused, again = phone.send(language=language, **sent)
    assert refused == 422
    assert SITE.say(language, "typed-problem-not-sure") in again
    assert len(phone.arrived) == 2

    assert phone.post(language=language, **sent, sure=marks(page)).status_code == 303
    assert SITE.say(language, "typed-so-far-none") in phone.read("/typed/3", language)


# Beside 1000, 1250 and 1500 of the first of three months, and 2000 of the fourth at noon.
BEFORE = (
    ("1000.0", "2026-01-01", "00:00"),
    ("1250.0", "2026-02-01", "00:00"),
    ("1500.0", "2026-03-01", "00:00"),
    ("2000.0", "2026-04-01", "12:00"),
)
ASKED = {
    ("2500.0", "2026-05-01"): [],
    ("2500", "2026-05-01"): ["fewer-decimals"],
    ("4100.0", "2026-05-01"): ["unusual-more"],
    ("2001.0", "2026-05-01"): ["unusual-less"],
    ("2100.0", "2026-04-10"): ["month-there"],
    ("90000.0", "2026-05-01"): ["beyond-capacity", "unusual-more"],
    ("1990.0", "2026-05-01"): ["lower", "non-monotone"],
    ("100.0", "2026-05-01"): ["reset"],
    ("1700.0", "2026-02-15"): ["month-there", "non-monotone", "non-monotone"],
    ("3500.0", "2026-07-01"): ["gap"],
    ("900.0", "2023-12-01"): ["gap", "outside-period"],
    ("1000.0", "2026-01-01"): ["same-again"],
    ("1000.5", "2026-01-01"): ["corrects"],
}


def test_what_is_odd_is_asked_and_nothing_else(phone: Phone) -> None:
    """Each value is set beside the same four; what is asked is told by its code."""
    for value, day, clock in BEFORE:
        phone.typed(value, day, clock)
    plan, arrived, now = phone.plan, phone.arrived, ledger_time()

    found = {}
    for value, day in ASKED:
        said = Typed(value, day=day, clock="00:00", reason="x")
        typed = read_typed(plan, plan.meters[0], said, [], now=now)
        assert isinstance(typed, TypedValue)
        looked = looked_at(phone.intake, plan, arrived, typed, now=now)
        found[value, day] = sorted(each.code for each in looked.questions)

    assert found == ASKED, found


def test_a_value_beside_a_file_of_its_instant_is_not_taken(phone: Phone, hidden: Hidden) -> None:
    """Its sender has to correct it; a tick is no answer, and there is no button."""
    rows = b"meter,read_at,kwh\nPV1,2026-02-01T09:00:00+06:00,7\nPV1,2026-02-02T09:00:00+06:00,8\n"
    deliver(phone.intake, Sent(rows, note="typed from: meter"))

    _, page = phone.send(**FORM, value="9.0")

    asks = SITE.say("en", "typed-asks-of-a-file", value="7.0", unit="kWh", count=1)
    assert asks in page
    assert 'value="take"' not in page
    assert phone.send(**hidden(page), step="take")[0] == 422
    assert len(phone.arrived) == 1
    assert SITE.say("en", "typed-list-empty") in phone.read("/typed")


def test_what_the_door_of_batches_refuses_is_told(
    phone: Phone, hidden: Hidden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sentence, and all that was typed."""

    def refuses(*_: object) -> None:
        raise Malformed("the plan says otherwise", code="x")

    monkeypatch.setattr(typing, "deliver", refuses)
    _, page = phone.send(**FORM, value="1234.5")
    status, again = phone.send(**hidden(page), step="take")

    assert status == 422
    assert "the plan says otherwise" in again
    assert 'value="1234.5"' in again
    assert 'value="no camera"' in again


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_finds_no_seat_loses_nothing(phone: Phone, hidden: Hidden, language: str) -> None:
    """503 with a time to wait, and the same button again."""
    _, page = phone.send(language=language, **FORM, value="1234.5", photo=_file(photo()))
    sent = {**hidden(page), "step": "take"}
    with _every_seat():
        answer = phone.post(language=language, **sent)
    again = answer.content.decode()

    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert SITE.say(language, "typed-problem-busy") in again
    assert phone.post(language=language, **hidden(again), step="take").status_code == 303


def test_to_look_at_many_readings_takes_a_seat(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Few are looked at by anybody at any time."""
    phone.typed("1.0", "2026-01-01")
    monkeypatch.setattr(private, "CHEAP_MAX", 0)
    assert phone.read()
    with _every_seat():
        assert phone.client.get(f"/en/{phone.base}").status_code == 503


def test_a_bill_is_typed_for_a_meter_of_amounts(phone: Phone, hidden: Hidden) -> None:
    """October's amount counts at its end, and stands on the receipt as October's."""
    bill = {"source": "bill", "value": "4321", "invoice": "INV-7", "reason": "sent by post"}
    _, page = phone.send(2, **bill, last_day="2026-10-31")
    answer = phone.post(2, **hidden(page), step="take")

    assert answer.status_code == 303
    (batch,) = phone.arrived
    assert batch.first_at.isoformat() == "2026-10-31T18:00:00+00:00"
    receipt = phone.read("/typed/1")
    assert SITE.say("en", "typed-so-far", month="October 2026") in receipt
    assert "4,321" in receipt
    assert "INV-7" in receipt
    assert "31 October 2026" in receipt
    said = typed_in(batch, phone.plan)
    assert said is not None
    assert (said.invoice, said.last_day, said.reason) == ("INV-7", "2026-10-31", "sent by post")


def test_the_same_checks_hold_for_the_files_that_were_kept(phone: Phone) -> None:
    """Summarised by the shell's function, the batches come to what the intake comes to."""
    values = (("1000.0", "2024-01-01"), ("1250.5", "2024-02-01"), ("990.0", "2024-03-01"))
    for value, day in (*values, ("1400.0", "2024-04-02")):
        phone.typed(value, day)
    rows = (
        b"meter,read_at,kwh\nBILL,2024-02-01T00:00:00+06:00,7\nBILL,2024-04-02T00:00:00+06:00,8\n"
    )
    deliver(phone.intake, Sent(rows))

    so_far = summarise_intake(phone.intake, last=date(2024, 3, 31))
    kept = FileStore(configured().files)
    alone = summarise([kept.path(each.sha256) for each in phone.arrived], so_far.plan)

    assert alone.quantities == so_far.summary.quantities
    assert alone.conservation == so_far.summary.conservation
    counted = [(each.kind, each.count) for each in alone.fault_counts]
    assert counted == [(each.kind, each.count) for each in so_far.summary.fault_counts]
    assert so_far.summary.quantities[0].value == Decimal("1000.0") or counted


def test_a_time_that_comes_twice_is_asked_about_in_the_form(client: "Client") -> None:
    """Only then are there two to choose from; a time that never was is told."""
    phone = Phone(client, *opened(PLAN.replace("Asia/Dhaka", "America/Santiago")))
    twice = {**FORM, "day": "2026-04-04", "clock": "23:30", "value": "1.0"}

    status, page = phone.send(**twice)

    assert status == 422
    assert page.count('name="turn"') == 2
    assert phone.send(**twice, turn="1")[0] == 200
    assert 'name="turn"' not in phone.send(**{**FORM, "value": "x"})[1]


def test_a_form_is_looked_at_while_every_seat_is_taken(phone: Phone) -> None:
    """Only to take a value in needs one."""
    with _every_seat():
        assert phone.send(**FORM, value="1.0")[0] == 200
