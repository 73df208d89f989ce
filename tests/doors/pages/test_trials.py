"""Definitions tried with values of a reader's own: in the page, and as one types."""

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from openjcm.methodology import load_definition
from openjcm.methodology.catalogue import definition_ids, template_ids
from openjcm.views.methodologies.trial import find_trial
from openjcm.web.headers import HEADERS, WITH_SCRIPT

if TYPE_CHECKING:
    from django.test import Client

RATIO = "methodology-templates/OJ_cop_ratio_ver1"
VERSION = "methodologies/BD_AM002/ver01.0"
BATTERY = "methodology-templates/OJ_displacement_with_battery_ver1"
DATED = "methodology-templates/OJ_displacement_with_battery_by_interval_ver1"


def _ask(client: "Client", path: str, **asked: str) -> Any:  # noqa: ANN401 - an answer of the test client
    return client.get(f"/{path}", asked)


def _results(answer: Any) -> list[str]:  # noqa: ANN401 - an answer of the test client
    said = unescape(answer.content.decode()).partition('class="facts trial-result"')[2]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", each).split())
        for each in re.findall(r"(?s)<dd[^>]*>(.*?)</dd>", said.partition("</dl>")[0])
    ]


def _fields(client: "Client", path: str) -> dict[str, str]:
    page = unescape(client.get(f"/en/{path}").content.decode())
    form = page.partition('class="filters trial"')[2].partition("</form>")[0]
    chosen = re.findall(r'(?s)<select[^>]* name="([^"]+)">.*?value="([^"]+)" selected', form)
    return dict([*re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', form), *chosen])


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("ending", ["", "/try"])
def test_a_form_that_was_sent_comes_back_with_the_result(
    client: "Client", language: str, ending: str
) -> None:
    """157.5 kWh became 2.5 MWh: 2.5 x 0.4 = 1 t of RE and of ER, no PE, one whole tonne."""
    answer = _ask(
        client, f"{language}/{VERSION}{ending}", **{"try": "1", "EG.1": "2.5", "EF_RE.1": "0.4"}
    )

    assert answer.status_code == 200
    amounts = [each.partition(" tCO2e ")[0] for each in _results(answer)[:3]]
    assert amounts == ["1.00", "0", "1.00"]
    assert _results(answer)[3].startswith("1 ")
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_thousands_are_grouped_in_every_result(client: "Client") -> None:
    """2,500,000 MWh x 0.4 = 1,000,000 t, as the whole tonnes below; decimals are not grouped."""
    asked = {"try": "1", "EG.1": "2500000.0004", "EF_RE.1": "0.4"}
    results = _results(_ask(client, f"en/{VERSION}/try", **asked))

    assert results[0].startswith("1,000,000.00016 tCO2e")
    assert results[3].startswith("1,000,000 ")


def test_the_form_begins_with_the_case(client: "Client") -> None:
    """Sent as it stands it gives what the case says: 0.0839475 t, no whole tonne."""
    fields = _fields(client, VERSION)

    assert fields == {"try": "1", "EG.1": "0.1575", "EF_RE.1": "0.533"}
    results = _results(_ask(client, f"en/{VERSION}/try", **fields))
    assert results[0] == "0.0839475 tCO2e illustrative"
    assert results[3].startswith("0 ")


def test_a_wrong_field_is_named_and_the_others_stay(client: "Client") -> None:
    """A comma is no point; a blank is no zero; nothing is worked."""
    answer = _ask(client, f"en/{VERSION}", **{"try": "1", "EG.1": "1,5", "EF_RE.1": "0.7"})
    page = unescape(answer.content.decode())

    assert answer.status_code == 422
    assert "<code>EG</code> system 1: write a number such as 0.533" in page
    assert page.count('aria-invalid="true"') == 1
    assert 'value="1,5" aria-invalid="true"' in page
    assert 'value="0.7"' in page
    assert _results(answer) == []
    blank = _ask(client, f"ja/{VERSION}/try", **{"EG.1": "", "EF_RE.1": "9" * 101})
    assert blank.status_code == 200
    assert blank.content.decode().count("数値を入力してください") == 2


def test_what_the_formula_cannot_take_is_told(client: "Client") -> None:
    """A reference that is zero is divided by."""
    fields = _fields(client, RATIO)
    answer = _ask(client, f"en/{RATIO}", **{**fields, "COP_RE.1": "0"})

    assert answer.status_code == 422
    assert "These values cannot be worked." in answer.content.decode()
    assert _ask(client, f"en/{RATIO}/try", **{**fields, "COP_RE.1": "0"}).status_code == 200


def test_an_option_is_chosen_from_those_there_are(client: "Client") -> None:
    """One that there is not is named."""
    fields = _fields(client, BATTERY)
    assert fields["OPTION"] == "net of the battery"

    said = _ask(client, f"en/{BATTERY}/try", **{**fields, "OPTION": "nothing"}).content.decode()
    assert "choose one of the options" in said


@pytest.mark.parametrize("definition_id", [*definition_ids(), *template_ids()])
def test_every_definition_gives_its_case_again(definition_id: str) -> None:
    """Sent as it stands, no form is refused, and what it does not hold is named."""
    form = find_trial(definition_id)
    fields = {field.name: field.text for each in form.inputs for field in each.fields}
    done = find_trial(definition_id, fields)

    assert not done.wrong
    assert not done.refused
    assert done.result is not None
    given = {each.symbol for each in load_definition(definition_id).required}
    assert given <= {*form.kept, *(each.symbol for each in form.inputs)}


def test_warnings_are_told(client: "Client") -> None:
    """A negative reduction gives no credits: 0 whole tonnes, and why."""
    fields = _fields(client, RATIO)
    answer = _ask(client, f"en/{RATIO}/try", **{**fields, "COP_PJ.1": "0.5", "COP_PJ.2": "0.5"})

    assert _results(answer)[3].startswith("0 ")
    assert "gives no credits" in answer.content.decode()


def test_only_pages_with_a_form_load_a_script(client: "Client") -> None:
    """One file of ours; nothing stands in the page, and every other page has no script at all."""
    answer = client.get(f"/en/{VERSION}")
    page = answer.content.decode()
    scripts = re.findall(r"<script[^>]*>[^<]*", page)

    assert answer["Content-Security-Policy"] == WITH_SCRIPT
    assert len(scripts) == 1
    assert re.fullmatch(
        r'<script src="/static/django_htmx/htmx-2.min.js\?v=[0-9a-f]{12}" defer>', scripts[0]
    )
    assert not re.search(r"<[^>]* on[a-z]+=", page)
    plain = client.get("/en/methodologies/ID_AM002/ver02.0")
    assert "<script" not in plain.content.decode()
    for other in (plain, client.get("/en/"), client.get(f"/en/{VERSION}/try")):
        assert other["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
        assert "script-src" not in other["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("methodologies/XX_AM001/ver01.0/try", 404),
        ("methodologies/ID_AM002/ver02.0/try", 404),
        ("methodology-templates/OJ_none_ver1/try", 404),
        (f"{VERSION}/try?EG.1={'1' * 6_000}", 422),
    ],
)
def test_what_cannot_be_tried_is_refused(client: "Client", path: str, status: int) -> None:
    """No version, no definition, no template; and a form that is far too long."""
    assert client.get(f"/en/{path}").status_code == status
