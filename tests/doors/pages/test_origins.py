"""Where a number comes from: a source with its kind, or a page of addends, one click away."""

import re
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import LANGUAGES
from openjcm.store.database import reader
from openjcm.views.measures import measures
from openjcm.views.record.addends import Summed, summed_figure
from openjcm.views.record.facts import source_kinds

if TYPE_CHECKING:
    from django.test import Client

SECONDARY = {"en": "secondary source", "ja": "二次資料"}
ABOUT = {"en": "about", "ja": "約"}
PARTS = {
    "en": ("+ 2 decisions without amount", "1 decision published in part"),
    "ja": ("ほかに数量非公表の決定2件", "数量の一部のみ公表の決定1件"),
}


def _seen(client: "Client", address: str) -> str:
    """Return a page as it is read, without tags."""
    shown = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "origins"),
    [
        ("", ("figures/notified", "figures/notified-pre-2021", "figures/issued-japan", "goals")),
        ("", ("figures/issued-goj", "figures/issued-others", "figures/notified?until=2024-06-30")),
        ("statistics", ("figures/issued-goj", "figures/notified?until=2024-06-30")),
        ("goals", ("figures/notified?until=2024-06-30", "figures/notified?until=2018-07-13")),
        ("statistics", ("figures/notified-since-2021", "figures/goj?year=2018", "decisions")),
        ("statistics", ("figures/notified?partner=VN", "projects", "partners")),
        ("partners", ("projects?partner=MN", "decisions?partner=MN")),
        ("partners/VN", ("figures/notified?partner=VN", "figures/goj?partner=VN")),
        ("notices/BD-2022-03-28", ("decisions/BD-2022-03-28",)),
        ("projects/BD002", ("decisions/BD-2022-03-28",)),
        ("decisions", ("decisions/BD-2022-03-28",)),
        ("figures/goj", ("decisions/BD-2022-03-28",)),
        ("allocation-workbench", ("decisions/BD-2022-03-28",)),
    ],
)
def test_a_number_leads_to_where_it_comes_from(
    client: "Client", path: str, origins: tuple[str, ...], language: str
) -> None:
    """Totals to their addends, counts to their lists, lines to their decision."""
    shown = client.get(f"/{language}/{path}").content.decode()

    for origin in origins:
        assert f'href="/{language}/{origin}"' in shown, origin


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("projects/ID015", "https://gec.jp/jcm/projects/14pro_ina_06/"),
        ("decisions/MN-2018-11-06", "https://www.jcm.go.jp/jc/mn-projects-issues"),
    ],
)
def test_a_figure_of_an_official_source_names_it_without_a_mark(
    client: "Client", path: str, address: str, language: str
) -> None:
    """Beside the figure, not only in the list of sources."""
    shown = client.get(f"/{language}/{path}").content.decode()

    assert shown.count(f'href="{address}"') >= 2
    assert SECONDARY[language] not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_secondary_source_is_called_one_beside_every_link_to_it(
    client: "Client", language: str
) -> None:
    """TH001: neither the 150 nor the 151 was printed by an official page."""
    kinds = source_kinds(reader())

    shown = client.get(f"/{language}/decisions/TH-2018-04-20").content.decode()

    marked = re.findall(
        r'<a href="(https?://[^"]+)" rel="external noreferrer">[^<]*</a> '
        rf'<span class="source-kind">{SECONDARY[language]}</span>',
        shown,
    )
    links = re.findall(r'<a href="(https?://[^"]+)" rel="external', shown)
    assert len(links) > 4
    assert {kinds[link] for link in links} == {"secondary"}
    assert marked == links


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_says_which_of_its_sources_are_secondary(client: "Client", language: str) -> None:
    """On the page and in the paper: data/issuances.csv has no official page for TH001."""
    for ending in ("", "/notice.txt"):
        shown = _seen(client, f"/{language}/notices/TH-2018-04-20{ending}")
        assert SECONDARY[language] in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_project_shows_both_amounts_that_were_printed(client: "Client", language: str) -> None:
    """TH001: 151 by one source, 150 by another; each with its address."""
    shown = _seen(client, f"/{language}/projects/TH001")

    row = shown[shown.index("151 tCO2e") :]
    assert re.search(r"151 tCO2e .*tenbou\.nies\.go\.jp .*150 tCO2e .*indonesia-news\.biz", row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("path", "amounts"),
    [
        ("", ("17,000,000",)),
        ("statistics", ("17,000,000",)),
        ("goals", ("17,000,000", "100,000,000", "200,000,000")),
    ],
)
def test_a_figure_that_was_rounded_says_so(
    client: "Client", path: str, amounts: tuple[str, ...], language: str
) -> None:
    """Beside the large figure itself."""
    shown = _seen(client, f"/{language}/{path}")

    for amount in amounts:
        assert f"{ABOUT[language]} {amount}" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_total_tells_without_amount_from_published_in_part(
    client: "Client", language: str
) -> None:
    """Palau has two decisions without amount, Viet Nam one of which a part is published."""
    for path in ("statistics", "partners/PW"):
        assert PARTS[language][0] in _seen(client, f"/{language}/{path}")
    for path in ("statistics", "partners/VN", ""):
        assert PARTS[language][1] in _seen(client, f"/{language}/{path}")


def test_a_total_says_which_decisions_are_in_it_in_part(client: "Client") -> None:
    """VN008's published part stands in the total; three decisions have no amount at all."""
    shown = client.get("/en/figures/notified").content.decode()

    without, _, in_part = shown.partition("In this total in part")
    gaps = without[without.index("Not in this total") :]
    assert re.findall(r"/en/decisions/([\w-]+)", gaps) == [
        *("PW-2026-05-16", "MV-2025-12-16", "PW-2025-07-26", "KH-2023-12-22"),
    ]
    assert re.findall(r"/en/decisions/([\w-]+)", in_part) == ["VN-undated-VN008"]


@pytest.mark.parametrize(
    ("measure", "part"), [(Summed.PRE_2021, "pre_2021"), (Summed.SINCE_2021, "since_2021")]
)
def test_the_addends_of_the_vintages_give_what_the_measures_say(
    client: "Client", measure: Summed, part: str
) -> None:
    """The same amounts, told one by one."""
    found = summed_figure(reader(), measure)

    assert found.total.amount == getattr(measures(reader()), part).amount
    assert sum(each.amount.amount or 0 for each in found.addends) == found.total.amount
    shown = _seen(client, f"/en/figures/{measure}")
    assert "or not of which vintages it is" in shown


def test_what_is_worked_out_says_how_in_figures_as_they_are_written(client: "Client") -> None:
    """Separators in both languages; what was put into words is in the reader's."""
    for language in LANGUAGES:
        shown = _seen(client, f"/{language}/decisions/MN-2026-01-24")
        assert "30,312 + 322 + 139" in shown
        assert "30312" not in shown
    assert "出典のページにある累計" in _seen(client, "/ja/decisions/MN-2018-11-06")


def test_japanese_pages_mark_what_is_not_japanese(client: "Client") -> None:
    """Titles, companies and technologies in English are read as such; ours are in Japanese."""
    project = client.get("/ja/projects/TH001").content.decode()
    methodology = client.get("/ja/methodologies/BD_AM001").content.decode()

    assert '<span lang="en">Siam Steel International Public Company Limited</span>' in project
    assert '<span lang="en">Introduction of Solar PV Systems' in project
    assert "公式の一覧の第三者による写し" in project
    assert "third-party copy" not in project
    assert "合同 第3号" in project
    assert '<span lang="en">Energy Saving by Introduction' in methodology
    assert '<span lang="en">' not in client.get("/en/projects/TH001").content.decode()


def test_japanese_pages_set_full_width_marks(client: "Client") -> None:
    """Brackets and commas within sentences and headings."""
    for path, said in (
        ("allocation-workbench", "プロジェクトの合計に対して、切捨て"),
        ("goals", "（未確認）"),  # noqa: RUF001 - as it is written
        ("notices/BD-2022-03-28", "（29か月）"),  # noqa: RUF001 - as it is written
        ("decisions/BD-2022-03-28", "（38か月）"),  # noqa: RUF001 - as it is written
    ):
        assert said in _seen(client, f"/ja/{path}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_up_to_a_day_says_the_day(client: "Client", language: str) -> None:
    """In its heading; what is no day is refused in words."""
    shown = _seen(client, f"/{language}/figures/notified?until=2018-07-13")

    assert {"en": "up to 13 July 2018", "ja": "2018年7月13日まで"}[language] in shown
    assert "11,469" in shown
    assert client.get(f"/{language}/figures/notified?until=soon").status_code == 422


def test_what_is_published_may_be_by_a_secondary_source(client: "Client") -> None:
    """The page about the site says no more than the list of sources holds: three kinds."""
    kinds = set(source_kinds(reader()).values())

    assert kinds == {"official", "secondary", "copy"}
    assert "a third party’s copy or a secondary source" in _seen(client, "/en/about")
    assert "二次資料" in _seen(client, "/ja/about").partition("公表値は")[2][:120]


def test_a_page_writes_days_in_one_way(client: "Client") -> None:
    """Decision, project and notice alike; the ministry's short form is the paper's own."""
    for path in ("notices/BD-2022-03-28", "decisions/BD-2022-03-28", "projects/BD002"):
        shown = _seen(client, f"/en/{path}")
        assert "1 March 2017 – 31 July 2019" in shown, path
        assert "01 Mar 2017" not in shown, path
    assert "01 Mar 2017 – 31 Jul 2019" in _seen(client, "/en/notices/BD-2022-03-28/notice.txt")
