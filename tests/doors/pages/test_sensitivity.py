"""Which input moves the worked case of a page most: the picture, and the same numbers beside it."""

import re
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from openjcm.methodology.entries import all_families
from openjcm.methodology.entries.families import Readiness
from openjcm.papers.charts.swings import tonnes_words
from openjcm.views.methodologies.sensitivity import MOST, Sensitivity, find_sensitivity

if TYPE_CHECKING:
    from django.test import Client

SVG = "{http://www.w3.org/2000/svg}"
CHILLER = "methodology-templates/OJ_chiller_ver1"
VERSION = "methodologies/BD_AM002/ver01.0"
HARMLESS = {"svg", "title", "desc", "defs", "g", "path", "use", "line", "rect"}


def _rows(client: "Client", path: str, language: str = "en") -> dict[str, list[str]]:
    page = unescape(client.get(f"/{language}/{path}").content.decode())
    table = page.partition('class="stacks swings"')[2].partition("</table>")[0]
    lines = re.findall(r"(?s)<tr><th scope=\"row\"><code>(.*?)</code>(.*?)</tr>", table)
    return {
        symbol: re.findall(r'<td class="number"[^>]*>(.*?)</td>', cells) for symbol, cells in lines
    }


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_table_has_what_was_worked_by_hand(client: "Client", language: str) -> None:
    """0.1575 MWh x 0.533 = 0.0839475 t: either moves the product by a tenth of it."""
    rows = _rows(client, VERSION, language)

    assert rows.keys() == {"EG", "EF_RE"}
    # 0.0839475 x 0.9 = 0.07555275 and x 1.1 = 0.09234225, since ER = sum(EG x EF_RE).
    assert rows["EG"] == rows["EF_RE"] == ["0.075553", "0.092342"]


def test_a_sign_of_per_cent_stays_with_its_number(client: "Client") -> None:
    """Else the heading of a narrow column breaks between them."""
    page = unescape(client.get(f"/en/{VERSION}").content.decode())

    assert "ER at −10\u00a0%</th>" in page
    assert "ER at +10\u00a0%</th>" in page


def test_a_chiller_turns_around_when_its_cooling_water_does(client: "Client") -> None:
    """COP_PJ a tenth smaller gives no reduction, a tenth larger twice that of the case, 6 t."""
    rows = _rows(client, CHILLER)

    assert rows["COP_PJ"] == ["0.0000", "12.0000"]
    assert rows["EC_PJ"] == rows["EF"] == ["5.4000", "6.6000"]
    # A tenth of 37 degrees Celsius is no tenth of a temperature.
    assert "T_COOL_STD" not in rows


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            CHILLER,
            {
                "en": [
                    "Celsius means nothing: T_COOL_OUT, T_CHIL_OUT, T_COOL_STD, T_CHIL_STD.",
                    "since it is a table: COP_RE.",
                ],
                "ja": [
                    "摂氏温度の1割は意味を持たない",
                    "表であるため、変化させていません",
                ],
            },
        ),
        (
            "methodologies/TH_AM005/ver03.0",
            {
                "en": ["a tenth of it is zero: EF_GRID.", "since it is no number: POWER."],
                "ja": [
                    "その1割も0となるため、変化させていません",
                    "数値ではないため、変化させていません",
                ],
            },
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_not_varied_is_named_with_its_reason(
    client: "Client", path: str, said: dict[str, list[str]], language: str
) -> None:
    """Else a zero reads as having no influence, and a choice as if there were none."""
    page = unescape(client.get(f"/{language}/{path}").content.decode())
    rows = _rows(client, path, language)

    for each in said[language]:
        assert each in page
    assert not {"EF_GRID", "POWER", "T_CHIL_OUT", "T_COOL_STD"} & rows.keys()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("path", [CHILLER, VERSION])
@pytest.mark.parametrize(("scheme", "size"), [("light", "wide"), ("dark", "narrow")])
def test_the_picture_is_whole_and_says_what_it_shows(
    client: "Client", language: str, path: str, scheme: str, size: str
) -> None:
    """Two bars an input, nothing that is loaded, and every number in words."""
    answer = client.get(f"/{language}/{path}/sensitivity.svg", {"scheme": scheme, "size": size})
    picture = fromstring(answer.content)  # noqa: S314 - our own answer
    said = picture.findtext(f"{SVG}desc") or ""

    assert answer["Content-Type"].startswith("image/svg+xml")
    assert {each.tag.removeprefix(SVG) for each in picture.iter()} <= HARMLESS
    assert float(picture.get("width") or 0) <= (740 if size == "wide" else 360)
    for symbol, ends in _rows(client, path, language).items():
        assert symbol in said
        assert all(end in said for end in ends)


def test_of_many_inputs_the_strongest_are_shown(client: "Client") -> None:
    """A dump with recycling has twenty-four, one of them zero; the page says how many are left."""
    path = "methodology-templates/OJ_waste_combustion_ver1"
    page = client.get(f"/en/{path}").content.decode()

    assert len(_rows(client, path)) == MOST
    assert f"{24 - 1 - MOST} inputs that move it less are left out." in page


def test_every_template_that_is_written_has_its_picture() -> None:
    """And none of its inputs is left without a meaning."""
    written = [each for each in all_families() if each.readiness is Readiness.NOW]
    assert written
    for each in written:
        assert all(one.says for one in find_sensitivity(each.id).inputs)


@pytest.mark.parametrize(
    "path",
    ["methodologies/XX_AM001/ver01.0", "methodologies/ID_AM002/ver02.0", f"{CHILLER}x"],
)
def test_what_is_not_written_has_no_picture(client: "Client", path: str) -> None:
    """No version, a version without a definition, no template."""
    assert client.get(f"/en/{path}/sensitivity.svg").status_code == 404


@pytest.mark.parametrize("amount", ["0", "12345678", "0.00012"])
def test_amounts_are_rounded_alike(amount: str) -> None:
    """Five digits of the result of the case, and at most six decimals; halves go up."""
    found = Sensitivity("X", "0", Decimal(amount), (), 0)
    written = {"0": "0.5000", "12345678": "1", "0.00012": "0.500000"}
    assert tonnes_words(found, Decimal("0.5")) == written[amount]
