"""Pages of one version, of a template, and of two versions side by side."""

from html import unescape
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client


def _page(client: "Client", path: str, language: str = "en") -> str:
    response = client.get(f"/{language}/{path}")
    assert response.status_code == 200, path
    return unescape(response.content.decode())


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_version_shows_formulas_parameters_and_a_worked_case(
    client: "Client", language: str
) -> None:
    """The formula is MathML with its text beside it; what it is worked to stands below."""
    page = _page(client, "methodologies/BD_AM002/ver01.0", language)

    assert 'alttext="RE = sum(EG * EF_RE)"' in page
    assert "<code>RE = sum(EG * EF_RE)</code>" in page
    assert 'class="tree"' in page
    assert "BD004" in page


def test_a_version_that_is_not_official_says_so_first(client: "Client") -> None:
    """And leads to the template of its family."""
    page = _page(client, "methodologies/ID_AM002/ver02.0")

    assert "Not official." in page
    assert "No definition of this version is written" in page
    assert "/en/methodology-templates/OJ_" in page


def test_every_template_is_headed_as_unofficial(client: "Client") -> None:
    """One that is written, and one that is named for later."""
    for template in ("OJ_displacement_ver1", "OJ_rice_cultivation_ver1"):
        page = _page(client, f"methodology-templates/{template}")
        assert '<span class="template-mark">Unofficial template</span>' in page


@pytest.mark.parametrize("language", ["en", "ja"])
def test_two_versions_stand_side_by_side(client: "Client", language: str) -> None:
    """What both say stands once; what differs stands twice."""
    page = _page(client, "methodologies/diff?a=ID_AM002_ver01.0&b=ID_AM002_ver02.0", language)

    assert page.count('class="otherwise"') > 0
    assert "EC_PJ" in page


def test_without_versions_the_page_asks_which(client: "Client") -> None:
    """Every version of the catalogue and every template may be chosen."""
    page = _page(client, "methodologies/diff")

    assert "<option>ID_AM002_ver01.0</option>" in page
    assert "<option>OJ_displacement_ver1</option>" in page


@pytest.mark.parametrize(
    "path",
    [
        *("methodologies/XX_AM001/ver01.0", "methodologies/BD_AM002/ver09.0"),
        *("methodology-templates/OJ_none_ver1", "methodologies/diff?a=X&b=Y"),
    ],
)
def test_what_there_is_not_is_not_found(client: "Client", path: str) -> None:
    """A number, a version, a template that nobody has."""
    assert client.get(f"/en/{path}").status_code == 404


@pytest.mark.parametrize(("language", "word"), [("en", "DOES NOT HOLD"), ("ja", "適合しない")])
def test_a_worked_case_answers_the_criteria_it_says_something_of(
    client: "Client", language: str, word: str
) -> None:
    """A COP of 6.0 is not above 6.0; a template whose case asks nothing has no answers."""
    page = _page(client, "methodology-templates/OJ_chiller_ver1", language)

    assert word in page
    other = _page(client, "methodology-templates/OJ_cogeneration_ver1", language)
    assert 'class="criteria-answered"' not in other
