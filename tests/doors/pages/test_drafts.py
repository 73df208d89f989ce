"""A draft that a stranger pastes: every fault at its line, how it reads, what it comes to."""

import re
import subprocess
import sys
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.web.rendering import SITE

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
HEADINGS = {
    "en": "Draft: worked by a file of yours, which is no official methodology",
    "ja": "草案：利用者のファイルによる計算で、公式の方法論ではありません",  # noqa: RUF001 - as it is written
}
_EXAMPLE = files("openjcm.web") / "drafts" / "example"
DEFINITION = (_EXAMPLE / "definition.toml").read_text(encoding="utf-8")
CASE = (_EXAMPLE / "case.toml").read_text(encoding="utf-8")


def _post(client: "Client", language: str = "en", **sent: Any) -> tuple[int, str]:  # noqa: ANN401 - texts and files
    response = client.post(f"/{language}/methodology-draft", sent)
    assert response["Cache-Control"] == "no-store"
    return response.status_code, unescape(response.content.decode())


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
        shown = page.partition(f'<li id="definition-{line}" value="{line}" class="faulty">')[2]
        marked = shown.partition("</mark>")[0].removeprefix("<mark>")
        assert marked == wrong.splitlines()[line - 1]
    for number, text in enumerate(wrong.splitlines(), start=1):
        shown = page.partition(f'<li id="definition-{number}" value="{number}"')[2]
        assert text in shown.partition("</li>")[0]
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


def test_a_form_without_a_definition_or_with_no_text_says_so(client: "Client") -> None:
    """Each by name, with what to do."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    blank = _post(client, definition=" \n", case=CASE)
    picture = _post(client, file=SimpleUploadedFile("a.toml", b"\x89PNG\xff"), case=CASE)

    assert blank[0] == picture[0] == 422
    assert SITE.say("en", "draft-problem-blank") in blank[1]
    assert SITE.say("en", "draft-problem-not-text") in picture[1]
    assert CASE in picture[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_pasted_stays_whatever_cannot_be_taken(client: "Client", language: str) -> None:
    """A file that is no text or too long, values or a definition too long: the rest is kept."""
    from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415 - after settings

    pasted = {"definition": DEFINITION, "case": CASE}
    picture = SimpleUploadedFile("a.toml", b"\x89PNG\xff")
    long_file = SimpleUploadedFile("a.toml", b"#" * 200_001)
    wrong: dict[str, dict[str, Any]] = {
        "not-text": {**pasted, "file": picture},
        "file-too-long": {**pasted, "file": long_file},
        "too-long": {**pasted, "definition": "#" * 200_001},
        "case-too-long": {**pasted, "case": "#" * 200_001},
    }

    for stem, sent in wrong.items():
        status, page = _post(client, language, **sent)
        assert status == 422
        assert SITE.say(language, f"draft-problem-{stem}") in page
        fields = dict(re.findall(r'(?s)<textarea id="(\w+)".*?>\n(.*?)</textarea>', page))
        assert fields == {name: sent[name] for name in pasted}


@pytest.mark.parametrize(("language", "other"), [("en", "ja"), ("ja", "en")])
def test_the_other_language_is_asked_with_the_draft(
    client: "Client", language: str, other: str
) -> None:
    """A link would lead to an empty form; before anything is sent it is a link."""
    _, page = _post(client, language, definition=DEFINITION, case=CASE)
    begun = client.get(f"/{language}/methodology-draft?example=1").content.decode()
    header = page.partition('class="languages"')[2].partition("</div>")[0]

    button = f'form="draft" formaction="/{other}/methodology-draft" lang="{other}">'
    assert button in header
    assert "<a " not in header
    assert '<form class="draft" id="draft" method="post"' in page
    assert f'<a href="/{other}/methodology-draft?example=1" lang="{other}"' in begun


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


@pytest.mark.parametrize(
    ("address", "secure", "trusted"),
    [("", False, []), ("https://jcm.example", True, ["https://jcm.example"])],
)
def test_a_form_of_a_published_site_is_its_own(
    tmp_path: Path, address: str, trusted: list[str], *, secure: bool
) -> None:
    """Behind a proxy that speaks HTTPS; over plain HTTP a browser sends no secure cookie back."""
    said = {"OPENJCM_ADDRESS": address, "OPENJCM_SECRET_KEY": "x", "OPENJCM_DATA": str(tmp_path)}
    words = (
        "from openjcm.app import settings as s; "
        "print([s.CSRF_COOKIE_SECURE, s.CSRF_TRUSTED_ORIGINS])"
    )

    done = subprocess.run(
        [sys.executable, "-c", words], env=said, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == str([secure, trusted])
