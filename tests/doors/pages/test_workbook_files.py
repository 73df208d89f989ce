"""Workbooks taken from the pages of versions and templates, for what their form asks."""

import io
import re
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from openjcm.web.pages.record import workbook_files

if TYPE_CHECKING:
    from django.test import Client

VERSION = "methodologies/BD_AM002/ver01.0"
STANDS_IN = "methodologies/BD_AM001/ver01.0"
TEMPLATE = "methodology-templates/OJ_chiller_ver1"
SHEETS = ["MPS(input)", "MPS(calc_process)", "MSS", "MRS(input)", "MRS(calc_process)"]


def _asked(client: "Client", path: str, **asked: str) -> Any:  # noqa: ANN401 - an answer of the test client
    return client.get(f"/{path}/workbook.xlsx", asked)


def _rows(content: bytes, symbol: str) -> int:
    """Return in how many rows of the report a symbol stands."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == SHEETS
    lines = book["MRS(input)"].iter_rows(values_only=True)
    return sum(symbol in line for line in lines)


def test_a_workbook_has_what_was_asked(client: "Client") -> None:
    """Three systems over March 2017 to July 2019: a row for each of three vintages, nine."""
    answer = _asked(
        client,
        f"en/{VERSION}",
        **{"count.system": "3", "first": "2017-03-01", "last": "2019-07-31"},
    )

    assert answer.status_code == 200
    assert answer["Content-Type"] == workbook_files.MEDIA
    assert answer["Content-Disposition"] == 'attachment; filename="BD_AM002_ver01.0_en.xlsx"'
    assert _rows(answer.content, "EG") == 9


@pytest.mark.parametrize(("asked", "rows"), [({}, 1), ({"first": "2020-12-31"}, 1)])
def test_what_is_not_asked_is_filled_in(client: "Client", asked: dict[str, str], rows: int) -> None:
    """One member, and one calendar year: the latest that is over, or that of the day given."""
    answer = _asked(client, f"ja/{VERSION}", **asked)

    assert _rows(answer.content, "EG") == rows


def test_a_version_on_a_template_gets_that_of_the_template(client: "Client") -> None:
    """Its page says so, the name of the file says so, and so does every sheet."""
    page = client.get(f"/en/{STANDS_IN}").content.decode()
    answer = _asked(client, f"en/{STANDS_IN}", **{"count.chiller": "2"})

    assert "Made of the unofficial template OJ_cop_ratio_ver1" in page
    named = "BD_AM001_ver01.0_by_OJ_cop_ratio_ver1_en.xlsx"
    assert answer["Content-Disposition"] == f'attachment; filename="{named}"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    for sheet in book:
        said = [str(cell) for line in sheet.iter_rows(values_only=True) for cell in line if cell]
        assert any("OJ_cop_ratio_ver1" in each for each in said), sheet.title


@pytest.mark.parametrize(
    ("language", "here", "of_template"),
    [
        ("en", "by the formulas of this page", "by the formulas of an unofficial template"),
        ("ja", "このページの算定式により", "非公式の代用様式の算定式により"),
    ],
)
def test_the_form_says_by_which_formulas_it_computes(
    client: "Client", language: str, here: str, of_template: str
) -> None:
    """A page without formulas does not speak of its own, and leads to those of the template."""
    own = client.get(f"/{language}/{VERSION}").content.decode()
    stands_in = client.get(f"/{language}/{STANDS_IN}").content.decode()

    assert here in own
    assert of_template not in own
    assert of_template in stands_in
    assert here not in stands_in
    form = stands_in.partition('id="workbook"')[2]
    assert f'href="/{language}/methodology-templates/OJ_cop_ratio_ver1"' in form


def test_a_number_without_known_versions_has_a_workbook_too(client: "Client") -> None:
    """On the page of the number, since there is none of a version; by the template."""
    page = client.get("/en/methodologies/VN_AM004").content.decode()
    answer = _asked(client, "en/methodologies/VN_AM004")

    assert "Made of the unofficial template OJ_biogas_fuel_ver1" in page
    named = "VN_AM004_by_OJ_biogas_fuel_ver1_en.xlsx"
    assert answer["Content-Disposition"] == f'attachment; filename="{named}"'
    assert "workbook.xlsx" not in client.get("/en/methodologies/BD_AM001").content.decode()
    assert _asked(client, "en/methodologies/BD_AM001").status_code == 404


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("path", [VERSION, STANDS_IN, TEMPLATE])
def test_the_form_asks_for_what_the_file_takes(client: "Client", language: str, path: str) -> None:
    """Sent as it stands, every field of it is taken."""
    page = client.get(f"/{language}/{path}").content.decode()
    form = page.partition(f'action="/{language}/{path}/workbook.xlsx"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="([^"]+)"[^>]* value="([^"]+)"', form))

    assert {"first", "last"} < fields.keys()
    assert _asked(client, f"{language}/{path}", **fields).status_code == 200


def test_whoever_has_the_workbook_of_today_is_told_so(client: "Client") -> None:
    """The same asking gives the same bytes on one day, with a tag."""
    first = _asked(client, f"en/{TEMPLATE}")
    again = client.get(f"/en/{TEMPLATE}/workbook.xlsx", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304


@pytest.mark.parametrize(
    ("field", "asked"),
    [
        ("count.system", {"count.system": "201"}),
        ("count.system", {"count.system": "many"}),
        ("count.system", {"count.system": "0"}),
        ("chiller", {"count.chiller": "2"}),
        ("first", {"first": "yesterday"}),
        ("last", {"first": "2020-01-01", "last": "2019-01-01"}),
        ("last", {"first": "1990-01-01", "last": "2020-01-01"}),
        ("at most 2000", {"count.system": "200", "first": "2000-01-01", "last": "2020-01-01"}),
    ],
)
def test_a_wrong_asking_is_refused_and_names_the_field(
    client: "Client", field: str, asked: dict[str, str]
) -> None:
    """422, with what to write instead."""
    answer = _asked(client, f"en/{VERSION}", **asked)

    assert answer.status_code == 422
    said = re.findall(r'(?s)<p class="problem">(.*?)</p>', answer.content.decode())
    assert field in said[0]


@pytest.mark.parametrize(
    "path",
    [
        *("methodologies/XX_AM001/ver01.0", "methodologies/OJ_chiller/ver1"),
        *("methodology-templates/OJ_none_ver1", "methodology-templates/OJ_rice_cultivation_ver1"),
    ],
)
def test_what_cannot_be_worked_has_no_workbook(client: "Client", path: str) -> None:
    """No such version, a template under the address of a version, and one that is for later."""
    assert _asked(client, f"en/{path}").status_code == 404


def test_no_page_offers_a_workbook_that_there_is_not(client: "Client") -> None:
    """A template for later has none; a version whose family has none neither."""
    page = client.get("/en/methodology-templates/OJ_rice_cultivation_ver1").content.decode()

    assert "workbook.xlsx" not in page
    assert workbook_files.version_form("en", "XX_AM001", "01.0") is None
