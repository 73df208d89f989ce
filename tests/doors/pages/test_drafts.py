"""A draft that a stranger pastes: faults, reading and trial, within its share of the machine."""

import re
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
HEADINGS = {
    "en": "Draft: worked by a file of yours, which is no official methodology",
    "ja": "草案：利用者のファイルによる計算で、公式の方法論ではありません",  # noqa: RUF001 - as it is written
}
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_shown_with_its_line_and_hint(client: "Client", language: str) -> None:
    """Two slips of the pen: each line is marked, and what was meant is named."""
    wrong = DEFINITION.replace("EC_OWN / KWH", "EC_OWM / KWH").replace('"MW"', '"MV"', 1)
    lines = [n for n, each in enumerate(wrong.splitlines(), 1) if "OWM" in each or "MV" in each]

    status, page = _post(client, language, definition=wrong, case=CASE)

    assert status == 200
    assert len(lines) == 2
    for line in lines:
        assert f'<a href="#definition-{line}">definition.toml:{line}</a>' in page
        assert f'<li id="definition-{line}" value="{line}" class="faulty">' in page
    assert "did you mean 'EC_OWN'?" in page
    assert SITE.say(language, "draft-not-worked") in page
    assert HEADINGS[language] not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_draft_is_shown_and_worked(client: "Client", language: str) -> None:
    """(1000 - 20) + (500.5 - 10.5) = 1470 MWh, times 0.5: 735 t, as worked by hand."""
    status, page = _post(client, language, definition=DEFINITION, case=CASE)

    assert status == 200
    assert SITE.say(language, "draft-no-faults") in page
    assert page.index(HEADINGS[language]) < page.index('class="tree"')
    cells = re.findall(r'<td class="number"[^>]*>([^<]*(?:<span[^>]*>[^<]*)?)', page)
    assert [re.sub(r"<[^>]+>", "", each) for each in cells] == ["735.00", "0", "735.00", "735"]
    assert "1470.0 MWh" in page
    assert "<math" in page
    assert "<code>RE = sum(EG - EC_OWN / KWH_IN_MWH) * EF</code>" in page


def test_a_draft_of_several_years_is_worked_year_by_year(client: "Client") -> None:
    """10.9 and 7.3 MWh at 1 t are 10 and 7 whole tonnes: 17, and not 18."""
    case = (
        "[monitored]\n[fixed]\nEF = 1\n[vintage.2017]\nEG = [10.9]\nEC_OWN = [0]\n"
        "[vintage.2018]\nEG = [7.3]\nEC_OWN = [0]\n"
    )

    _, page = _post(client, definition=DEFINITION, case=case)

    rows = [re.sub(r"<[^>]+>", " ", each).split() for each in page.split("<tr>")]
    assert ["2017", "10.9", "0", "10.9", "10", "illustrative"] in rows
    assert ["2018", "7.3", "0", "7.3", "7", "illustrative"] in rows
    assert ["All", "vintages", "18.2", "0", "18.2", "17", "illustrative"] in [
        each[:7] for each in rows
    ]


def test_a_warning_about_a_value_is_told(client: "Client") -> None:
    """Two million kWh of own use is beyond what is plausible, and leaves nothing to reduce."""
    _, page = _post(client, definition=DEFINITION, case=CASE.replace("20000,", "2000000,"))

    assert SITE.say("en", "draft-warnings") in page
    assert "plausible" in page


def test_a_case_that_expects_otherwise_is_worked_and_marked(client: "Client") -> None:
    """The hand had changed two digits: the line of the case says what came out."""
    wrong = CASE.replace('ER = "735"', 'ER = "753"')
    line = wrong.splitlines().index('ER = "753"') + 1

    _, page = _post(client, definition=DEFINITION, case=wrong)

    assert f'<a href="#case-{line}">case.toml:{line}</a> expected 753, got 735' in page
    assert HEADINGS["en"] in page


def test_a_file_takes_the_place_of_what_is_pasted(client: "Client") -> None:
    """It is put into the form, so that it can be mended there; a mark of its order is no fault."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    file = SimpleUploadedFile("mine.toml", b"\xef\xbb\xbf" + DEFINITION.encode())

    status, page = _post(client, definition="nonsense", case="", file=file)

    assert status == 200
    assert SITE.say("en", "draft-no-faults") in page
    assert DEFINITION in page
    assert HEADINGS["en"] not in page


def test_what_is_pasted_stays_text(client: "Client") -> None:
    """What a stranger writes is shown as written: in the form, in faults, in the view."""
    script = "<script>alert(1)</script>"
    sound = DEFINITION.replace("Capacity of the plant", script)
    faulty = DEFINITION.replace('is = "CAP', f'is = "{script} CAP')

    for text in (sound, faulty):
        response = client.post("/en/methodology-draft", {"definition": text, "case": ""})
        page = response.content.decode()
        assert "&lt;script&gt;" in page
        assert "<script" not in page


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
    """It uses no time of the processor, and is ended by the clock."""
    _doing(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(checking, "SECONDS_MAX", 0.2)

    status, _ = _post(client, definition=DEFINITION, case="")

    assert status == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_few_are_worked_at_once_and_others_told_to_come_again(
    client: "Client", monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Every seat is taken: 503, with the text kept in the form."""
    monkeypatch.setattr(checking, "SECONDS_WAITED", 0.01)
    for _ in range(checking.AT_ONCE):
        assert checking._SEATS.acquire(blocking=False)
    try:
        response = client.post(f"/{language}/methodology-draft", {"definition": DEFINITION})
    finally:
        for _ in range(checking.AT_ONCE):
            checking._SEATS.release()

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    page = unescape(response.content.decode())
    assert SITE.say(language, "draft-problem-busy") in page
    assert DEFINITION in page


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


def test_a_form_without_a_definition_or_with_no_text_says_so(client: "Client") -> None:
    """Each by name, with what to do."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    blank = _post(client, definition=" \n", case=CASE)
    picture = _post(client, file=SimpleUploadedFile("a.toml", b"\x89PNG\xff"), case=CASE)

    assert blank[0] == picture[0] == 422
    assert SITE.say("en", "draft-problem-blank") in blank[1]
    assert SITE.say("en", "draft-problem-not-text") in picture[1]
    assert CASE in picture[1]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_is_not_ours_is_refused(language: str) -> None:
    """Without the proof of the page 403; with it, from the browser that read it, an answer."""
    from django.test import Client  # noqa: PLC0415 - after the settings

    visitor = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    address = f"/{language}/methodology-draft"
    sent = {"definition": " ", "case": ""}

    without = visitor.post(address, sent)
    page = visitor.get(address)
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert found
    ours = {**sent, "csrfmiddlewaretoken": found.group(1)}

    assert without.status_code == 403
    assert SITE.say(language, "refusal-form-not-ours") in without.content.decode()
    assert visitor.post(address, ours).status_code == 422
    assert visitor.post(address, ours, headers={"origin": "https://x.example"}).status_code == 403
    assert (
        Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
        .post(address, ours)
        .status_code
        == 403
    )
    assert page["Referrer-Policy"] == "same-origin"


def test_the_page_of_one_reader_is_given_to_no_other(client: "Client") -> None:
    """Who has the cookie already gets no new one, and the page is still kept by nobody."""
    from django.test import Client  # noqa: PLC0415 - after the settings

    proof = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
    shown = [client.get("/en/methodology-draft").content.decode() for _ in range(2)]
    other = Client(headers={"host": "localhost"}).get("/en/methodology-draft")

    assert len({proof.findall(each)[0] for each in (*shown, other.content.decode())}) == 3
    assert "csrftoken" in other.cookies


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_and_the_first_lines_of_a_template_are_filled_in(
    client: "Client", language: str
) -> None:
    """The example is sound, as others here show; a template's draft has blanks to be filled."""
    address = f"/{language}/methodology-draft"
    example = unescape(client.get(f"{address}?example=1").content.decode())
    begun = unescape(client.get(f"{address}?family=OJ_chiller_ver1").content.decode())

    assert DEFINITION in example
    assert CASE in example
    assert 'based_on = "OJ_chiller_ver1"' in begun
    assert "[monitored]" in begun
    assert client.get(f"{address}?family=OJ_none_ver1").status_code == 422


@pytest.mark.parametrize("path", ["methodologies", "methodology-templates"])
def test_the_lists_lead_to_it(client: "Client", path: str) -> None:
    """From where a proposer looks for what there is."""
    assert 'href="/en/methodology-draft"' in client.get(f"/en/{path}").content.decode()


def test_a_long_text_shows_the_lines_around_its_faults(client: "Client") -> None:
    """A thousand lines and more: three before a fault, three behind it, and no others."""
    text = "# x\n" * 1500 + DEFINITION.replace("EC_OWN / KWH", "EC_OWM / KWH")
    line = next(n for n, each in enumerate(text.splitlines(), 1) if "OWM" in each)

    _, page = _post(client, definition=text, case="")

    assert SITE.say("en", "draft-lines-cut") in page
    assert f'id="definition-{line - 3}"' in page
    assert f'id="definition-{line + 3}"' in page
    assert 'id="definition-7"' not in page


@pytest.mark.usefixtures("site")
def test_a_part_that_is_longer_than_a_page_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sound is said to be so, and why it is not seen."""
    monkeypatch.setattr(child, "PART_LENGTH_MAX", 100)

    answer = child.answered(DEFINITION, CASE, "en")

    assert answer["is_sound"]
    assert (answer["view"], answer["tried"]) == ("", "")
    assert answer["too_long"] == ["view", "tried"]
