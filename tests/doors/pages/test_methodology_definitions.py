"""A definition at every door: what the language holds of it is shown, and the same everywhere."""

import json
from html import unescape
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from told.asking import Answers, Shell

if TYPE_CHECKING:
    from django.test import Client

CHILLER = "methodology-templates/OJ_chiller_ver1"
STUDY = "http://www2.gec.jp/main.nsf/en/Activities-Climate_Change_Mitigation-jcm2013ps01"


def _page(client: "Client", path: str, language: str = "en") -> str:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200, path
    return unescape(response.content.decode())


@pytest.mark.parametrize("template", ["OJ_chiller_ver1", "OJ_heat_supply_ver1"])
def test_shell_and_api_give_the_same_definition(cli: Answers, api: Answers, template: str) -> None:
    """Field by field."""
    said = api(f"methodology-templates/{template}")

    assert said["definition"] == cli("methodology", "show", template)
    assert said["template"]["name"]["id"] == template
    assert said["template"]["name"]["title_en"] == said["definition"]["title"]


def test_every_template_has_one_title(api: Answers) -> None:
    """The family and the definition of its template do not name it twice."""
    for each in api("methodology-templates"):
        name = each["name"]
        found = api(f"methodology-templates/{name['id']}")["definition"]
        assert (found["title"] if found else name["title_en"]) == name["title_en"]


def test_a_template_for_later_has_no_definition(api: Answers) -> None:
    """It is named all the same."""
    said = api("methodology-templates/OJ_rice_cultivation_ver1")

    assert said["definition"] is None
    assert said["template"]["name"]["readiness"] == "later"


def test_a_template_that_there_is_not_is_not_found(client: "Client") -> None:
    """With the code that the site has, too."""
    response = client.get("/api/v1/methodology-templates/OJ_none_ver1")

    assert response.status_code == 404
    assert response.json()["code"] == "no-template"


def test_the_page_shows_what_the_api_says_of_each_parameter(client: "Client", api: Answers) -> None:
    """Where the value is expected, between which ends, how often, and the hints."""
    page, definition = _page(client, CHILLER), api(CHILLER)["definition"]

    for each in (*definition["parameters"], *definition["asked"]):
        for key in ("data_source", "plausible", "frequency", "source"):
            assert each[key] in page, (each["symbol"], key)
        assert all(option in page for option in each["options"]), each["symbol"]
        assert all(f"a hint, no default: {one['hint']}" in page for one in each["choices"])
    said = 'required from the project <span class="known">expected source: the adopted document'
    assert said in page


def test_the_page_shows_the_key_of_a_table_and_the_source_of_a_criterion(client: "Client") -> None:
    """The reference COP is asked by cooling capacity; the criteria are of a draft of 2013."""
    page = _page(client, CHILLER)

    tables = page.partition('id="tables"')[2].partition("</section>")[0]
    assert all(word in tables for word in ("COP_RE", "<dd>kW</dd>", "<dd>left</dd>", "refuse"))
    criteria = page.partition('id="eligibility"')[2].partition("</section>")[0]
    assert criteria.count(f'href="{STUDY}"') == 5
    assert criteria.count("of a draft or a study; in no adopted text") == 5


def test_a_threshold_of_a_draft_is_marked_on_the_page(client: "Client") -> None:
    """0.1 and 3.15 MW are no rule of an adopted document."""
    english = _page(client, "methodology-templates/OJ_heat_supply_ver1")
    japanese = _page(client, "methodology-templates/OJ_heat_supply_ver1", "ja")

    parameters = english.partition('id="parameters"')[2].partition("</section>")[0]
    assert parameters.count("of a draft or a study; in no adopted text") == 2
    assert "文書案・調査によるもの。採択文書にはない" in japanese


def test_a_heading_does_not_run_together(client: "Client") -> None:
    """The symbol stands apart from what it means."""
    assert '<h3><span class="code">RE</span> – Reference emissions' in _page(client, CHILLER)
    assert '<span class="code">RE</span> ' not in _page(client, CHILLER, "ja")


def test_show_has_all_parts_as_text(shell: Shell) -> None:
    """Tables, criteria, asked values, hints, and a value that the template fixes."""
    chiller = shell("methodology", "show", "OJ_chiller_ver1")[1]
    for each in (
        *("Unofficial template", "COP_RE  [1]", "The project gives the rows"),
        *("is        COP_PJ > 6.0", "TYPE", "centrifugal, screw", "a hint, no default: 37"),
        *("The validator answers it.", "required from the project", "expected source"),
    ):
        assert each in chiller, each
    assert "CAP_MOST = 3.15  [MW]" in shell("methodology", "show", "OJ_heat_supply_ver1")[1]
    assert "value" not in json.loads(shell("methodology", "show", "OJ_chiller_ver1", "--json")[1])


def test_show_speaks_japanese(shell: Shell) -> None:
    """Under the heading that what is not confirmed has."""
    said = shell("methodology", "show", "BD_AM002_ver01.0", "--language", "ja")[1]

    assert said.startswith("未確認")
    assert "想定される出典" in said


def test_work_is_headed_in_the_language_that_was_asked_for(shell: Shell) -> None:
    """A definition that was never compared with the adopted document says so."""
    case = files("openjcm.methodology") / "definitions/KE_AM002_ver01.0/cases"
    name = str(next(iter(sorted(case.iterdir(), key=str))))

    said = shell("methodology", "work", "KE_AM002_ver01.0", name, "--language", "ja")[1]
    assert said.startswith("未確認")
