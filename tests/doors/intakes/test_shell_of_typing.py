"""The shell makes private links, and lists what was typed with its photos and invoices."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from told.asking import Shell
from told.intakes.phones import Phone
from told.intakes.photos import photo

Hidden = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_link_made_in_the_shell_leads_to_the_meters(
    phone: Phone, shell: Shell, language: str
) -> None:
    """With a key of its own, in the language that was asked for; shown once."""
    code, said, _ = shell("intake", "link", phone.name, "--sender", "a1", "--language", language)
    told = shell("intake", "link", phone.name, "--sender", "a2", "--json")[1]

    assert code == 0
    address = next(each.strip() for each in said.splitlines() if "http" in each)
    path = address.partition("//")[2].partition("/")[2]
    assert path.startswith(f"{language}/intakes/{phone.name}/")
    assert phone.client.get(f"/{path}").status_code == 200
    assert json.loads(told)["link"] != address
    assert shell("intake", "link", "none", "--sender", "a1")[0] == 3


def test_a_typed_value_leads_to_its_photo(phone: Phone, hidden: Hidden, shell: Shell) -> None:
    """By SHA-256, in JSON and in a table; what was corrected is marked."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    assert "Nothing was typed yet." in shell("intake", "typed", phone.name)[1]
    shot = photo()
    first = phone.typed("1.0", "2026-02-01", "09:00")
    form = hidden(phone.read("/meters/1?corrects=1"))
    sent = {**form, "source": "meter", "day": "2026-02-01", "clock": "09:00", "value": "2.0"}
    _, page = phone.send(**sent, photo=SimpleUploadedFile("a.jpg", shot))
    phone.post(**hidden(page), step="take")

    found = json.loads(shell("intake", "typed", phone.name, "--json")[1])

    sha256 = hashlib.sha256(shot).hexdigest()
    assert found["basis"] == "illustrative"
    assert [each["replaced"] for each in found["typed"]] == [True, False]
    (last,) = (each for each in found["typed"] if each["replaces"] == first.sha256)
    assert [each["sha256"] for each in last["typed"]["evidence"]] == [sha256]
    assert (last["typed"]["value"], last["sender"]) == ("2.0", "phone")
    text = shell("intake", "typed", phone.name)[1]
    assert "1 (corrected)" in text
    assert sha256[:12] in text
    assert "none: of a test" in text
