"""Corrections name what they replace, and photos that are wrong cost nothing that was typed."""

from collections.abc import Callable
from typing import Any

import pytest

from openjcm.intake import Sent, deliver
from openjcm.intake.looking import month_so_far
from openjcm.intake.typed import typed_in
from openjcm.web.rendering import SITE
from told.intakes.phones import Phone
from told.intakes.photos import invoice, photo

LANGUAGES = ("en", "ja")
Hidden = Callable[[str], dict[str, Any]]
Marks = Callable[[str], list[str]]
FORM: dict[str, Any] = {
    "source": "meter",
    "day": "2026-02-01",
    "clock": "09:00",
    "note": "a dark day",
}


def _file(content: bytes, name: str = "IMG 1.jpg") -> Any:  # noqa: ANN401 - of Django
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_names_the_batch_that_it_replaces(
    phone: Phone, hidden: Hidden, language: str
) -> None:
    """It begins from what was typed, photo included; both stay in the list, and one counts."""
    shot = photo()
    _, page = phone.send(language=language, **FORM, value="1234.5", photo=_file(shot))
    phone.post(language=language, **hidden(page), step="take")
    (first,) = phone.arrived

    form = phone.read("/meters/1?corrects=1", language)
    assert 'value="1234.5"' in form
    assert SITE.say(language, "typed-corrects", number=1) in form
    sent = {**hidden(form), **FORM, "value": "1243.5"}
    _, page = phone.send(language=language, **sent)
    assert first.sha256 in page
    answer = phone.post(language=language, **hidden(page), step="take")

    assert answer.status_code == 303
    second = phone.arrived[1]
    assert second.replaces == first.sha256
    assert second.evidence == first.evidence
    old = phone.read("/typed/1", language)
    assert SITE.say(language, "typed-replaced-by", number=2) in old
    assert "?corrects=" not in old
    assert phone.read(language=language).count("1243.5 kWh") == 1
    # Who would correct what is corrected already is led to what became of it.
    again = phone.client.get(f"/{language}/{phone.base}/meters/1?corrects=1")
    assert again["Location"] == f"/{language}/{phone.base}/typed/1"


def test_another_value_of_the_same_instant_takes_its_place(
    phone: Phone, hidden: Hidden, marks: Marks
) -> None:
    """Asked, with the number of the batch that it replaces; the old value comes back as well."""
    first = phone.typed("1000.0", "2026-02-01", "09:00")
    values = ("1000.5", "1000.0")
    for number, value in enumerate(values, start=1):
        _, page = phone.send(**FORM, value=value, reason="none")
        assert f"(no. {number})" in page
        assert phone.post(**hidden(page), step="take", sure=marks(page)).status_code == 303

    second, third = phone.arrived[1:]
    assert second.replaces == first.sha256
    assert third.replaces == second.sha256


def test_a_correction_to_an_instant_that_has_a_value_is_not_taken(
    phone: Phone, hidden: Hidden
) -> None:
    """One batch takes the place of one other."""
    phone.typed("1000.0", "2026-02-01", "09:00")
    phone.typed("1500.0", "2026-03-01", "09:00")
    form = phone.read("/meters/1?corrects=2")

    _, page = phone.send(**{**hidden(form), **FORM, "value": "1500.0", "reason": "none"})

    assert SITE.say("en", "typed-asks-of-another", count=1, value="1000.0", unit="kWh") in page
    assert 'value="take"' not in page


def test_nothing_but_a_typed_value_of_the_meter_is_corrected(phone: Phone) -> None:
    """No file of a sender, no value of another meter, none that never came."""
    phone.typed("1000.0", "2026-02-01")
    rows = b"meter,read_at,kwh\nPV1,2026-03-02T00:00:00+06:00,8\n"
    note = "typed from: meter"
    batch, _ = deliver(phone.intake, Sent(rows, note=note))
    other = b"meter,read_at,value,entry\nPV9,2026-03-03T00:00:00+06:00,8,e\n".replace(b"9", b"1")
    deliver(phone.intake, Sent(other.replace(b",8,", b",8.0,"), note="typed from: dream"))

    for path in ("1?corrects=2", "2?corrects=1", "1?corrects=9", "1?corrects=x", "1?corrects=3"):
        assert phone.client.get(f"/en/{phone.base}/meters/{path}").status_code == 404
    sent = {**FORM, "value": "1.0", "reason": "x"}
    for sha256 in (batch.sha256, "0" * 64):
        assert phone.send(**sent, replaces=sha256)[0] == 404
    for path in ("/meters/3", "/meters/0", "/typed/2", "/typed/9"):
        assert phone.client.get(f"/en/{phone.base}{path}").status_code == 404
    assert len(phone.arrived) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_photo_that_is_none_costs_nothing_that_was_typed(
    phone: Phone, hidden: Hidden, language: str
) -> None:
    """A renamed page and 11 MB are refused by name; the good photo beside them is held."""
    sent = {**FORM, "value": "1234.5", "photo": _file(photo())}
    page_file = _file(b"<!doctype html><script>1</script>", "meter.jpg")
    large = _file(photo() + b"\0" * 11_000_000)

    status, page = phone.send(language=language, **sent, file=page_file)
    assert status == 422
    assert SITE.say(language, "typed-slip-evidence-not-known") in page
    assert 'value="1234.5"' in page
    assert "a dark day" in page
    assert len(hidden(page)["held"]) == 1
    again = {**FORM, **hidden(page), "value": "1234.5", "file": large}
    status, page = phone.send(language=language, **again)
    assert status == 422
    assert SITE.say(language, "typed-slip-evidence-too-large", megabytes=10) in page

    status, page = phone.send(language=language, **{**FORM, **hidden(page), "value": "1234.5"})
    assert status == 200
    assert "IMG-1.jpg" in page


def test_photos_may_be_left_out_and_be_too_many(phone: Phone, hidden: Hidden) -> None:
    """What is left out is not in the batch; the fifth is refused; a held one is not guessed."""
    sent = {**FORM, "value": "1234.5"}
    _, page = phone.send(**sent, photo=_file(photo(width=300)), file=_file(invoice(), "i.pdf"))
    _, page = phone.send(**{**hidden(page), **sent}, photo=_file(photo(width=301)))
    first, *_ = hidden(page)["held"]
    status, page = phone.send(**{**hidden(page), **sent}, drop=first.split()[0], step="change")
    assert status == 200
    assert [each.split()[1] for each in hidden(page)["held"]] == ["i.pdf", "IMG-1.jpg"]

    more = {"photo": _file(photo(width=302)), "file": _file(photo(width=303))}
    _, page = phone.send(**{**hidden(page), **sent}, **more)
    _, page = phone.send(**{**hidden(page), **sent}, photo=_file(photo(width=304)))
    assert SITE.say("en", "typed-slip-evidence-too-many", most=4) in page
    _, page = phone.send(**sent, held="0" * 64)
    assert SITE.say("en", "typed-slip-evidence-gone") in page
    assert SITE.say("en", "typed-slip-evidence-blank") not in page


def test_a_form_beyond_all_files_is_not_read(phone: Phone) -> None:
    """Its size is told before; what was typed stands in the page before."""
    status, page = phone.send(**FORM, value="1.0", file=_file(b"x" * 26_000_000))

    assert status == 413
    assert SITE.say("en", "typed-problem-too-large") in page


def test_a_month_is_told_only_where_readings_tell_it(phone: Phone) -> None:
    """Behind the multiplier of 40; not across a fall, and not without a value before."""
    first = phone.typed("1000.0", "2026-01-01")
    second = phone.typed("1250.5", "2026-02-01")
    third = phone.typed("900.0", "2026-03-01")

    told = []
    for batch in (first, second, third):
        typed = typed_in(batch, phone.plan)
        assert typed is not None
        month = month_so_far(phone.intake, phone.plan, phone.arrived, typed)
        told.append((month.month.isoformat(), month.value))

    # (1250.5 - 1000.0) * 40 = 10020, by hand.
    assert [each[0] for each in told] == ["2025-12-01", "2026-01-01", "2026-02-01"]
    assert [None if value is None else int(value) for _, value in told] == [None, 10020, None]
    receipt = phone.read(f"/typed/{second.number}")
    assert "10,020.0" in receipt
    assert "From 1 January 2026 00:00 until 1 February 2026 00:00." in receipt


def test_a_large_photo_says_its_size(phone: Phone) -> None:
    """Before it is asked for over a slow line."""
    shot = photo()
    large = _file(shot + b"\0" * (2_000_000 - len(shot)))

    assert "IMG-1.jpg (2.0 MB)" in phone.send(**FORM, value="1.0", photo=large)[1]


def test_a_file_that_only_says_it_was_typed_is_no_typed_value(phone: Phone) -> None:
    """Another header, fewer columns: a sender can say so, and is not believed."""
    three = b"meter,read_at,kwh\nPV1,2026-03-04T00:00:00+06:00,8\n"
    deliver(phone.intake, Sent(three, note="typed from: meter"))
    four = b"meter,read_at,kwh,more\nPV1,2026-03-05T00:00:00+06:00,8,x\n"
    batch, _ = deliver(phone.intake, Sent(four, note="typed from: meter"))

    assert typed_in(batch, phone.plan) is None
    assert SITE.say("en", "typed-list-empty") in phone.read("/typed")
