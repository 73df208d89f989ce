"""Documents that pages name: pages of the site, to which hints and words lead."""

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.methodology.drafting.hints import all_hints
from openjcm.web.documents.rendering import DOCUMENTS
from openjcm.web.rendering import SITE
from openjcm.web.templatetags.methodologies import LEADS, led

if TYPE_CHECKING:
    from django.test import Client

LANGUAGES = ("en", "ja")
DRAFT = "methodology-draft"


def _page(client: "Client", path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(
    client: "Client", language: str, name: str
) -> None:
    """To a page that answers, with the anchor in it; and every picture is there."""
    page = _page(client, f"/{language}/documents/{name}")
    body = page.partition("<h1")[2].partition("</main>")[0]

    for href in set(re.findall(r'href="([^"#][^"]*)"', body)):
        path, _, anchor = href.partition("#")
        if path.startswith("/"):
            assert not anchor or f'id="{anchor}"' in _page(client, path), href
        else:
            assert path.startswith("https://")
    for anchor in re.findall(r'href="#([^"]*)"', body):
        assert f'id="{anchor}"' in body
    for source in re.findall(r'<img src="([^"]*)"', body):
        assert source.startswith("/static/workbooks/")
        assert "?v=" in source
    assert ".md" not in "".join(re.findall(r'href="([^"]*)"', body))


def test_the_tutorial_is_told_in_both_languages(client: "Client") -> None:
    """With its pictures, its tables and what a shell prints; the reference is in English alone."""
    english = _page(client, "/en/documents/fill-in-a-monitoring-report")
    japanese = _page(client, "/ja/documents/fill-in-a-monitoring-report")
    reference = _page(client, "/ja/documents/methodology-reference")

    assert "<h1>Fill in a monitoring report</h1>" in english
    assert "<h1>モニタリング報告書の記入</h1>" in japanese
    assert "記入します。数値は架空のものです。以下の" in japanese
    assert "calendar years.\nThe numbers are made up." in english
    assert english.count("<img ") == japanese.count("<img ") == 2
    assert "$ openjcm methodology read-workbook report.xlsx" in english
    assert "<table" in english
    assert SITE.say("ja", "document-in-english") not in japanese
    assert SITE.say("ja", "document-in-english") in reference
    assert '<h1 lang="en">Reference of the language of methodologies</h1>' in reference
    assert 'id="building-blocks"' in reference


def test_there_is_no_other_document(client: "Client") -> None:
    """No file of the machine is read by its name."""
    for name in ("architecture", "..%2F..%2Fsettings", "x"):
        assert client.get(f"/en/documents/{name}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_pages_name_is_linked(client: "Client", language: str) -> None:
    """The tutorial from the form of a workbook, the language from the draft, all in the sitemap."""
    version = _page(client, f"/{language}/methodologies/BD_AM002/ver01.0")
    draft = _page(client, f"/{language}/{DRAFT}")
    sitemap = client.get("/sitemap.xml").content.decode()

    named = {"en": "Fill in a monitoring report", "ja": "モニタリング報告書の記入"}[language]
    link = f'<a href="/{language}/documents/fill-in-a-monitoring-report">{named}</a>'
    assert link in version
    for name in DOCUMENTS:
        assert f"/{language}/documents/{name}</loc>" in sitemap
    for name in ("methodology-reference", "methodology-language", "write-a-methodology"):
        assert f'href="/{language}/documents/{name}"' in draft


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_on_a_draft_lead_to_pages(client: "Client", language: str) -> None:
    """None names a file or a command that a reader of the site has not."""
    answer = client.post(f"/{language}/{DRAFT}", {"definition": 'id = "OJ_x_ver1"\n'})
    page = unescape(answer.content.decode())
    faults = page.partition('<ol class="faults"')[2].partition("</ol>")[0]

    link = (
        f'<a href="/{language}/documents/methodology-reference">the reference of the language</a>'
    )
    assert link in faults
    assert "docs/" not in faults
    assert "openjcm methodology" not in faults


@pytest.mark.usefixtures("client")
def test_every_hint_that_a_draft_can_have_is_complete(client: "Client") -> None:
    """Those of the catalogue and of confirming alone name what a shell does: no draft has them."""
    of_the_shell = {
        *("confirmed-by-persons", "two-persons", "document-named", "confirmed-as-it-is", "frozen"),
        *("relation-as-far-as-stated", "pattern-known"),
    }
    for stem, hint in all_hints().items():
        said = str(led(hint, "en"))
        assert stem in of_the_shell or not re.search("docs/|openjcm ", said), stem
        for address in re.findall(r'href="(/[^"]*)"', said):
            assert client.get(address).status_code == 200
    named = " ".join(
        (*all_hints().values(), *(SITE.say(x, "workbook-tutorial") for x in LANGUAGES))
    )
    assert all(each in named for each in LEADS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_lines_of_a_draft_name_what_a_reader_has(client: "Client", language: str) -> None:
    """The address of the reference stands in its remarks; the commands of a shell do not."""
    page = _page(client, f"/{language}/{DRAFT}?family=OJ_chiller_ver1")
    text = page.partition('<textarea id="definition"')[2].partition("</textarea>")[0]

    assert f"http://localhost/{language}/documents/methodology-reference has every key" in text
    assert "docs/" not in text
    assert "openjcm " not in text
    assert "#\n#\n" not in text
