"""A draft that is made to hurt: it has its share of time and memory, and no more."""

import time
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.web.drafts import checking, child
from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
# Of the processor, to start, to read its modules and to answer; others may have the machine.
SECONDS = 4
# What is replaced where a test says what the process does.
MAIN = ("-m", "openjcm.web.drafts.child")
_EXAMPLE = files("openjcm.web") / "drafts" / "example"
DEFINITION = (_EXAMPLE / "definition.toml").read_text(encoding="utf-8")
CASE = (_EXAMPLE / "case.toml").read_text(encoding="utf-8")


def _formulas(count: int) -> str:
    """Write formulas each of which needs the one before twice."""
    return "".join(
        f'[[formula]]\ngives = "X{n}"\nis = "X{n - 1} * X{n - 1}"\nunit = "1"\nsays = "x"\n'
        f'evidence = "illustrative"\nsource = "x"\n'
        for n in range(1, count)
    )


HOSTILE = {
    "lists": "a = " + "[" * 199_000,
    "tables": "a = " + "{a=" * 66_000,
    "brackets": DEFINITION.replace("CAP <= CAP_MOST", "(" * 190_000),
    "keys": "a" + ".a" * 90_000 + " = 1",
    "remark": "#" * 200_000,
    "lines": "\n" * 199_000 + "x",
    "exponent": DEFINITION.replace("CAP <= CAP_MOST", "CAP ^ 999999999 <= CAP_MOST"),
    "number": DEFINITION.replace("value = 20", "value = 1e999999999"),
    "digits": DEFINITION.replace("value = 20", f"value = {'9' * 190_000}"),
    "itself": 'based_on = "OJ_own_use_ver1"\nid = "OJ_own_use_ver1"\n',
    "laughs": DEFINITION.replace("\nid", "\nuses = [" + '"gwp-ar4", ' * 8000 + "]\nid", 1),
    "chain": DEFINITION + _formulas(1500),
    "elsewhere": DEFINITION.replace("OJ_displacement_ver1", "../../../../../etc/passwd"),
}
HOSTILE_VALUES = {
    "members": CASE.replace("[1000, 500.5]", "[" + "1, " * 60_000 + "1]"),
    "exponent": CASE.replace("EF = 0.5", "EF = 1e999999999"),
    "lists": "[monitored]\nEG = " + "[" * 190_000,
    "vintages": "".join(f"[vintage.{n}]\nEG = [1]\n" for n in range(1000, 9000)),
}


def _post(client: "Client", language: str = "en", **sent: Any) -> tuple[int, str]:  # noqa: ANN401 - texts and files
    response = client.post(f"/{language}/methodology-draft", sent)
    assert response["Cache-Control"] == "no-store"
    return response.status_code, unescape(response.content.decode())


def _doing(monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    """Let the process do something before it answers."""
    words = checking._WORDS[: -len(MAIN)]
    inside = f"from openjcm.web.drafts import child\n{first}\nchild.main()"
    monkeypatch.setattr(checking, "_WORDS", (*words, "-c", inside))


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_draft_made_to_hurt_is_answered_at_once(
    client: "Client", monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Within half of its time, and all of its memory; slow, for the process takes long to start."""
    _doing(monkeypatch, f"child.SECONDS_MAX = {SECONDS}")

    status, page = _post(client, definition=HOSTILE[name][:200_000], case="")

    assert status == 200
    assert SITE.say("en", "draft-not-worked") in page
    assert len(page) < 1_000_000


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE_VALUES)
def test_values_made_to_hurt_are_answered_at_once(
    client: "Client", monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What is wrong is told at its line, and the sound draft shown; slow as those above."""
    _doing(monkeypatch, f"child.SECONDS_MAX = {SECONDS}")

    status, page = _post(client, definition=DEFINITION, case=HOSTILE_VALUES[name])

    assert status == 200
    assert "case.toml:" in page
    assert SITE.say("en", "draft-view") in page


@pytest.mark.parametrize(
    "hurt",
    ["while True: pass", "x = bytearray(600 << 20)", "f = lambda: f(); f()"],
    ids=["seconds", "memory", "depth"],
)
def test_the_process_cannot_go_beyond_its_limits(
    client: "Client", monkeypatch: pytest.MonkeyPatch, hurt: str
) -> None:
    """Whatever happens in it: it is killed or gives up, and the page says what the limits are."""
    said = f"child.SECONDS_MAX = 1\ndef hurt(*_):\n    {hurt}\nchild.answered = hurt"
    _doing(monkeypatch, said)
    started = time.monotonic()

    status, page = _post(client, definition=DEFINITION, case="")

    assert status == 422
    assert time.monotonic() - started < checking.SECONDS_MAX
    assert SITE.say("en", "draft-problem-out-of-bounds") in page
    assert "512 MiB" in page
    assert DEFINITION in page


def test_the_process_cannot_write_and_what_is_our_mistake_is_no_fault_of_the_draft(
    client: "Client", monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """No file grows, and what fails in any other way is a page of status 500."""
    file = tmp_path / "written"
    hurt = f"def hurt(*_):\n    open({str(file)!r}, 'w').write('x')\nchild.answered = hurt"
    _doing(monkeypatch, hurt)

    response = client.post("/en/methodology-draft", {"definition": DEFINITION})

    assert response.status_code == 500
    assert file.stat().st_size == 0


def test_a_process_that_sleeps_is_given_up(
    client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """It got no time of the processor: nothing is wrong with the draft, and it is worth a try."""
    _doing(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(checking, "SECONDS_MAX", 0.2)

    status, _ = _post(client, definition=DEFINITION, case="")

    assert status == 503


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_too_large_is_refused_by_name(client: "Client", language: str) -> None:
    """A text of 200,001 characters is not checked; a form beyond all of them is not even read."""
    assert _post(client, language, definition="#" * 200_001)[0] == 422
    status, page = _post(client, language, definition=DEFINITION, case="#" * 200_001)
    assert status == 422
    assert "200,000" in page
    status, page = _post(client, language, definition="#" * 3_000_000)
    assert status == 413
    assert SITE.say(language, "draft-problem-too-large") in page


@pytest.mark.usefixtures("site")
def test_a_part_that_is_longer_than_a_page_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sound is said to be so, and why it is not seen."""
    monkeypatch.setattr(child, "PART_LENGTH_MAX", 100)

    answer = child.answered(DEFINITION, CASE, "en")

    assert answer["is_sound"]
    assert (answer["view"], answer["tried"]) == ("", "")
    assert answer["too_long"] == ["view", "tried"]
