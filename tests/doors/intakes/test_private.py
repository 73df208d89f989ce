"""A private link: who has it may type, and nobody else learns anything of it."""

import logging
import re
import threading
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.intake import Use, new_key, withdraw_key
from openjcm.intake.door import bodies
from openjcm.intake.keys import digest_of
from openjcm.intake.links import link_of
from openjcm.measure.basis import Basis
from openjcm.web.pages.intakes import receipts
from openjcm.web.pages.intakes.log_lines import KeysLeftOut
from openjcm.web.rendering import SITE
from told.intakes.phones import Phone, opened
from told.intakes.photos import heic, invoice, photo

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
Hidden = Callable[[str], dict[str, Any]]
FORM: dict[str, Any] = {"source": "meter", "day": "2026-02-01", "clock": "09:00", "value": "1.0"}


def _file(content: bytes, name: str) -> Any:  # noqa: ANN401 - of Django
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_key_and_an_unknown_intake_are_one_and_the_same(
    phone: Phone, language: str
) -> None:
    """404 with the same page, whatever is asked; so is a key that was withdrawn."""
    other = new_key(phone.name, "second-phone", Use.TYPE)
    withdraw_key(phone.name, digest_of(other).hex())
    pages = set()
    for name, key in (
        (phone.name, "x" * 43),
        ("none", phone.key),
        (phone.name, other),
        ("%00", "%00"),
        (phone.name, "\u65e5"),
    ):
        for path in ("", "/meters/1", "/typed", "/typed/1", "/evidence/" + "0" * 64):
            response = phone.client.get(f"/{language}/intakes/{name}/{key}{path}")
            assert response.status_code == 404
            text = response.content.decode()
            pages.add(re.sub(r"/intakes/[^\"]*", "", text))
    sent = phone.client.post(f"/{language}/intakes/{phone.name}/{'x' * 43}/meters/1", FORM)

    assert len(pages) == 1
    assert sent.status_code == 404


def test_no_page_is_kept_listed_or_told_of(phone: Phone, hidden: Hidden) -> None:
    """Headers of every page, and what stands in its head; a form says its site and no address."""
    _, page = phone.send(**FORM, reason="x")
    phone.post(**hidden(page), step="take")

    for path, policy in (
        ("", "no-referrer"),
        ("/typed", "no-referrer"),
        ("/typed/1", "no-referrer"),
        ("/meters/1", "strict-origin"),
    ):
        response = phone.client.get(f"/en/{phone.base}{path}")
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == policy
        head, _, body = response.content.decode().partition("</head>")
        assert phone.key not in head
        assert 'name="robots" content="noindex, nofollow"' in head
        assert "<script" not in body
    assert phone.post(**FORM, reason="x")["Cache-Control"] == "no-store"
    for path in ("/sitemap.xml", "/en/", "/en/search?q=roof", "/en/feeds/decisions.atom"):
        assert phone.name not in phone.client.get(path).content.decode()
    assert "Disallow: /ja/intakes/" in phone.client.get("/robots.txt").content.decode()


def test_a_link_is_what_the_site_answers(phone: Phone) -> None:
    """What a shell prints leads there."""
    link = link_of("https://jcm.example", phone.name, phone.key, "ja")

    assert link == f"https://jcm.example/ja/{phone.base}"
    assert phone.client.get(link.removeprefix("https://jcm.example")).status_code == 200


@pytest.mark.usefixtures("phone")
def test_a_form_of_another_site_is_refused(phone: Phone) -> None:
    """Without the proof of the page 403, and nothing is held or taken; no line has the key."""
    from django.test import Client  # noqa: PLC0415 - after the settings

    visitor = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    address = f"/en/{phone.base}/meters/1"
    page = visitor.get(address).content.decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    sent = {**FORM, "reason": "x"}
    ours = {**sent, "csrfmiddlewaretoken": found.group(1)}

    assert visitor.post(address, sent).status_code == 403
    assert visitor.post(address, ours, headers={"origin": "https://x.example"}).status_code == 403
    assert visitor.post(address, ours, headers={"origin": "http://localhost"}).status_code == 200
    assert phone.arrived == []


@pytest.mark.parametrize(
    ("said", "args"),
    [
        ("Forbidden (%s): %s", ("CSRF cookie not set.", "/en/intakes/roof/KEY/meters/1")),
        ("Internal Server Error: /ja/intakes/roof/KEY", ()),
        ("no link", ()),
    ],
)
def test_no_line_of_the_log_has_a_key(said: str, args: tuple[str, ...]) -> None:
    """What stands around it stays."""
    record = logging.LogRecord("django", logging.ERROR, "", 0, said, args, None)

    assert KeysLeftOut().filter(record)
    assert "KEY" not in record.getMessage()
    assert record.getMessage().startswith((said % args)[:8])


@pytest.mark.usefixtures("site")
def test_every_handler_of_the_log_leaves_keys_out() -> None:
    """As the site's settings have it."""
    from django.conf import settings  # noqa: PLC0415 - after the settings

    handlers: Any = settings.LOGGING["handlers"]
    assert all("keys" in each["filters"] for each in handlers.values())


# What is sent under which name, and how it is given: its kind, in which way, and its ending.
GIVEN = {
    "photo": (photo(), "a.exe", "image/jpeg", "inline", "jpg"),
    "heic": (heic(), "a.heic", "image/heic", "attachment", "heic"),
    "pdf": (invoice(), "a.pdf", "application/pdf", "attachment", "pdf"),
}


@pytest.mark.parametrize("kind", GIVEN)
def test_a_photo_is_given_as_it_came_and_can_do_nothing(
    phone: Phone, hidden: Hidden, kind: str
) -> None:
    """Under its own kind, in a box without scripts, to those who have the link alone."""
    content, name, media, how, ending = GIVEN[kind]
    _, page = phone.send(**FORM, file=_file(content, name))
    phone.post(**hidden(page), step="take")
    (evidence,) = phone.arrived[0].evidence

    answer = phone.client.get(f"/en/{phone.base}/evidence/{evidence.sha256}")

    assert answer.content == content
    assert answer["Content-Type"] == media
    saved_as = f'{how}; filename="evidence-{evidence.sha256[:12]}.{ending}"'
    assert answer["Content-Disposition"] == saved_as
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert "script" not in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"
    elsewhere = Phone(phone.client, *opened())
    for base, sha256 in ((elsewhere.base, evidence.sha256), (phone.base, "0" * 64)):
        assert phone.client.get(f"/en/{base}/evidence/{sha256}").status_code == 404


def test_values_that_are_no_example_have_no_banner(client: "Client") -> None:
    """The basis of the intake stands on every page; the banner only where values are made up."""
    real = Phone(client, *opened(basis=Basis.RECORDED))
    example = Phone(client, *opened())

    assert SITE.say("en", "typed-illustrative") not in real.read()
    assert SITE.say("en", "typed-illustrative") in example.read()
    assert "basis-recorded" in real.read()


def test_a_long_list_shows_the_latest(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many as one page shows."""
    monkeypatch.setattr(receipts, "SHOWN_MAX", 1)
    phone.typed("1.0", "2026-01-01")
    phone.typed("2.0", "2026-02-01")

    page = phone.read("/typed")
    assert "2.0 kWh" in page
    assert "1.0 kWh" not in page


@pytest.mark.parametrize(("language", "other"), [("en", "ja"), ("ja", "en")])
def test_the_other_language_is_asked_with_what_was_typed(
    phone: Phone, language: str, other: str
) -> None:
    """A link would lead to an empty form; before anything is sent it is a link."""
    _, form = phone.send(language=language, **{**FORM, "value": "x"})
    _, page = phone.send(language=language, **FORM, reason="x")

    button = 'name="step" value="{}" formaction="/{}/{}/meters/1"'
    assert button.format("change", other, phone.base) in form
    assert button.format("check", other, phone.base) in page
    assert f'href="/{other}/{phone.base}/meters/1"' in phone.read("/meters/1", language)


def test_a_phone_that_lost_its_line_is_given_up(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a photo came, and then nothing more: no thread waits for the rest."""
    monkeypatch.setattr(bodies, "SECONDS_IDLE", 0.05)
    silent = threading.Event()

    class _Lost(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            piece = super().read(size)
            if not piece:
                silent.wait(5)
            return piece

    inside: dict[str, Any] = {"wsgi.input": _Lost(b"--x"), "CONTENT_LENGTH": "9000"}
    answer = phone.client.generic(
        "POST",
        f"/en/{phone.base}/meters/1",
        content_type="multipart/form-data; boundary=x",
        **inside,
    )
    silent.set()

    assert answer.status_code == 422


def test_the_key_of_a_logger_opens_no_page(phone: Phone) -> None:
    """It delivers files; whoever types has a key of another kind."""
    key = new_key(phone.name, "logger-2")

    assert phone.client.get(f"/en/intakes/{phone.name}/{key}").status_code == 404
    assert phone.client.get(f"/en/{phone.base}").status_code == 200
