"""The allocation workbench a page at a time: no row twice, none left out, the scores of all."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

ROWS_A_PAGE = 7
_ROW = re.compile(r'<th scope="row"><a href="[^"]*/decisions/([^"]+)">')
_NEXT = re.compile(r'rel="next" href="(\?[^"]+)"')
_SCORE = re.compile(r"<tfoot>.*?</tfoot>", re.DOTALL)


def _page(client: "Client", query: str) -> str:
    return client.get(f"/en/allocation-workbench{query}").content.decode().replace("&amp;", "&")


def test_the_pages_of_a_bench_hold_each_row_once(
    client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows of all pages are the rows of the one page that holds them all."""
    whole = _page(client, "?bench=1")
    monkeypatch.setattr("openjcm.web.pages.record.workbench.ROWS", ROWS_A_PAGE)

    # Another address than above: what stands is kept by address.
    pages = [_page(client, "?bench=1&from=0")]
    while following := _NEXT.search(pages[-1]):
        pages.append(_page(client, following[1]))

    assert len(_ROW.findall(whole)) > ROWS_A_PAGE
    assert [row for each in pages for row in _ROW.findall(each)] == _ROW.findall(whole)
    assert {score for each in pages for score in _SCORE.findall(each)} == set(_SCORE.findall(whole))
    assert _SCORE.search(whole)
    assert 'href="?bench=1"' in pages[1]


@pytest.mark.parametrize("query", ["?bench=0", "?bench=goj", "?bench=1&from=-1", "?bench=1&from=x"])
def test_what_is_no_page_is_refused(client: "Client", query: str) -> None:
    """The field is named."""
    answer = client.get(f"/en/allocation-workbench{query}")

    assert answer.status_code == 422
    assert ("from" if "from" in query else "bench") in answer.content.decode()
