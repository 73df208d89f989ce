"""Pages of one version, of a template, and of two versions side by side."""

import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from openjcm.methodology.entries import all_entries, all_families
from openjcm.papers.recorded import as_recorded
from openjcm.papers.words import say
from openjcm.views.methodologies import versions
from openjcm.views.methodologies.known import AdoptedDocument, ConfirmedBy, VersionConfirmation
from told.asking import Answers

if TYPE_CHECKING:
    from django.test import Client


# What the page writes in words of the reader's language.
_STEMS = {
    *("title", "title_rests_on", "status", "standing", "scope_basis", "rests_on", "confidence"),
    *("speaks_of", "evidence", "technology", "scope", "example_project", "rounding", "source"),
    *("says", "sha256"),
}


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


@pytest.mark.parametrize("path", ["methodologies/BD_AM002/ver01.0", "methodologies/TH_AM005"])
def test_a_formula_that_no_source_prints_is_not_called_printed(client: "Client", path: str) -> None:
    """The source names the factors in words; the formula is ours."""
    page, japanese = _page(client, path), _page(client, path, "ja")

    assert "named in words by the source; the formula is ours</span>" in page
    assert "要素は資料に文章で記載。算定式は当システムによるもの</span>" in japanese
    for text, printed in ((page, "printed by the source"), (japanese, "資料に記載")):
        assert not re.search(rf"</code> <span class=\"known\">{printed}<", text)


@pytest.mark.parametrize(
    "path",
    [
        *("methodologies/KE_AM002/ver01.0", "methodologies/KE_AM002"),
        "methodologies/diff?a=KE_AM002_ver01.0&b=OJ_displacement_ver1",
    ],
)
def test_a_version_that_is_not_confirmed_says_so_first(client: "Client", path: str) -> None:
    """Executable is not confirmed: no adopted document was seen."""
    english = "Not confirmed: written from an official summary; the adopted document was not seen."
    assert english in _page(client, path)
    japanese = "公式の概要に基づいて作成した。採択文書は確認していない。"
    assert japanese in _page(client, path, "ja")


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


@pytest.mark.parametrize(
    ("language", "row", "source", "own"),
    [
        (
            "en",
            "Natural gas: 56100",
            "Volume 2, Chapter 1, Table 1.4, default values, read in two",
            "The project may give rows of its own in place of these.",
        ),
        (
            "ja",
            "Natural gas（天然ガス）: 56100",  # noqa: RUF001 - as it is written
            "第2巻第1章、表1.4のデフォルト値。二次資料2点で確認",
            "プロジェクトが独自の行を与えることもできます。",
        ),
    ],
)
def test_a_table_of_the_ipcc_stands_with_its_source(
    client: "Client", language: str, row: str, source: str, own: str
) -> None:
    """Rows, the table of the guidelines, and that a project may have its own; the case too."""
    page = _page(client, "methodology-templates/OJ_fuel_efficiency_ipcc_ver1", language)

    assert row in page
    assert page.count(source) == 2
    assert own in page


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "2006 IPCC Guidelines, Volume 2, Chapter 1, Table 1.4, column of the lower end"),
        ("ja", "2006年IPCCガイドライン第2巻第1章、表1.4の下限の列"),
    ],
)
def test_a_required_value_says_where_it_is_expected(
    client: "Client", language: str, expected: str
) -> None:
    """Of the ends of the range no copy was found, so the page names the table that has them."""
    page = _page(client, "methodology-templates/OJ_fuel_efficiency_ipcc_ver1", language)

    assert expected in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "What a project does",
                "Generation of each system times the factor of its case",
                "No project emissions are counted",
                "https://www.jcm.go.jp/bd-jp/methodologies/49",
            ),
        ),
        (
            "ja",
            (
                "プロジェクトの内容",
                "太陽光・ディーゼルハイブリッド",
                "リファレンス排出量",
                "承認日",
            ),
        ),
    ],
)
def test_a_version_begins_with_what_it_is_about(
    client: "Client", language: str, said: tuple[str, ...]
) -> None:
    """What the project does, both emissions in words with their source, and the approval."""
    page = _page(client, "methodologies/BD_AM002/ver01.0", language)
    summary = page.partition('id="summary"')[2].partition("</section>")[0]

    for each in said:
        assert each in summary
    assert page.index('id="summary"') < page.index('id="formulas"')
    assert say(language, "blank-not-known") in summary
    later = _page(client, "methodologies/TH_AM005/ver03.0", language)
    assert 'datetime="2023-10-11"' in later.partition('id="summary"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("language", "not_known", "counted"),
    [
        ("en", "What the adopted texts changed is not known", "things cannot be compared"),
        ("ja", "採択文書の変更点は不明です", "比較できない点は"),
    ],
)
@pytest.mark.parametrize(
    ("path", "pairs"),
    [
        ("methodologies/TH_AM005", ["01.0&b=TH_AM005_ver02.0", "02.0&b=TH_AM005_ver03.0"]),
        (
            "methodologies/TH_AM005/ver02.0",
            ["01.0&b=TH_AM005_ver02.0", "02.0&b=TH_AM005_ver03.0"],
        ),
        (
            "methodologies/TH_AM005/ver03.0",
            ["01.0&b=TH_AM005_ver03.0", "02.0&b=TH_AM005_ver03.0"],
        ),
    ],
)
def test_what_changed_from_version_to_version_has_a_line_each(
    client: "Client", language: str, not_known: str, counted: str, path: str, pairs: list[str]
) -> None:
    """The older one first, with counts, and that the adopted texts were not compared."""
    page = _page(client, path, language)
    lines = page.partition('class="changes"')[2].partition("</ul>")[0].split("<li>")[1:]

    assert len(lines) == len(pairs)
    for line, pair in zip(lines, pairs, strict=True):
        assert f"diff?a=TH_AM005_ver{pair}" in line
        assert not_known in line
        assert counted in line


@pytest.mark.parametrize("path", ["methodologies/TH_AM005", "methodologies/TH_AM005/ver01.0"])
def test_a_day_that_was_not_seen_is_not_called_unpublished(client: "Client", path: str) -> None:
    """That nobody published it would be a claim."""
    for language, said in (("en", "not published"), ("ja", "非公表")):
        versions_ = _page(client, path, language).partition('id="versions"')[2]
        assert said not in versions_.partition("</section>")[0]
        assert say(language, "blank-not-known") in versions_.partition("</section>")[0]


def test_differences_come_first_and_the_rest_is_folded(client: "Client") -> None:
    """Equal rows, blanks and our own bookkeeping stand below, each in a box that opens."""
    page = _page(client, "methodologies/diff?a=TH_AM005_ver03.0&b=OJ_chiller_ver1")
    open_, *folded = re.split(r"<details[^>]*>", page)

    assert "COP_PJ_TC" in open_
    assert 'class="same"' not in open_
    for part in ("Standing", "the source speaks of", "SHA-256"):
        assert part not in open_
    assert [re.findall(r"<summary>([^(]+) \(", each)[0] for each in folded] == [
        "More of what one alone has",
        "What cannot be compared",
        "How we know it: what differs in source and firmness alone",
        "The same in both",
    ]
    assert "EC_PJ" in folded[-1]


def test_two_versions_of_which_nothing_known_differs_say_so(client: "Client") -> None:
    """Eleven things differ in how we know them, and that is no difference of the documents."""
    page = _page(client, "methodologies/diff?a=TH_AM005_ver01.0&b=TH_AM005_ver03.0")

    first = page.index("What the adopted texts changed is not known")
    assert first < page.index("Of what is known of both, nothing differs.")
    assert "11 more things differ only in how we know them" in page
    assert "<table" not in page.partition("<details")[0]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ("VN_AM004 – Anaerobic", "OJ_cop_ratio_ver1 – ")),
        ("ja", ("VN_AM004：Anaerobic", "OJ_cop_ratio_ver1：成績係数")),  # noqa: RUF001 - as it is written
    ],
)
def test_what_can_be_chosen_has_its_title(
    client: "Client", language: str, titles: tuple[str, ...]
) -> None:
    """To compare, and to begin a draft from; an identifier alone says nothing to a reader."""
    page = _page(client, "methodologies/diff", language)

    for each in titles:
        assert each in page
    assert titles[1] in _page(client, "methodology-draft", language)
    assert f'href="/{language}/methodologies/diff"' in _page(client, "methodologies", language)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_two_versions_stand_side_by_side(client: "Client", language: str) -> None:
    """What both say stands once; what differs stands twice."""
    page = _page(client, "methodologies/diff?a=ID_AM002_ver01.0&b=ID_AM002_ver02.0", language)

    assert page.count('class="otherwise"') > 0
    assert "EC_PJ" in page


@pytest.mark.parametrize(
    ("number", "version", "other"),
    [
        ("BD_AM002", "01.0", "BD_AM001_ver01.0"),
        ("ID_AM002", "01.0", "ID_AM002_ver02.0"),
        ("VN_AM004", "not confirmed", "OJ_chiller_ver1"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_of_a_comparison_shows_what_the_api_answers(
    client: "Client", api: Answers, language: str, number: str, version: str, other: str
) -> None:
    """Every name, every value that is written as it is, and why a blank is one."""
    said = api("methodologies", number, "versions", version, "diff", **{"with": other})
    page = _page(client, f"methodologies/diff?a={said['a']['id']}&b={other}", language)
    shown = " ".join(re.sub(r"<[^>]+>", " ", page).split())

    items = [(part["part"], item) for part in said["parts"] for item in part["items"]]
    assert len(items) > 15
    for part, item in items:
        assert part in {"head", "definition"} or item["name"] in shown
        for field in item["fields"]:
            for side in ("a", "b"):
                if field["key"] in {"unit", "expected_from", "says"} and language == "ja":
                    continue
                if field["key"] in {"is", "unit", "says"} and item["name"] not in _STEMS:
                    assert as_recorded(language, field[side]) in shown
    blanks = {
        field[f"{side}_blank"] for _, item in items for field in item["fields"] for side in "ab"
    }
    for each in blanks - {None}:
        assert say(language, f"blank-{each}") in shown
    assert f"{said['not_told']}" in shown


@pytest.mark.parametrize("language", ["en", "ja"])
def test_who_confirmed_a_version_stands_on_its_page(
    client: "Client", monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Document, source and hash, both persons with their days; and that it is not yet whole."""
    persons = tuple(ConfirmedBy(each, date(2026, 11, 30), 3) for each in ("Aiko", "Bat"))
    document = AdoptedDocument(
        name="x.pdf",
        sha256="0a" * 32,
        url="https://example.org/x.pdf",
        dated=None,
        attached_on=date(2026, 11, 29),
    )
    for confirmed_on, words in ((None, "confirm-not-whole"), (date(2026, 11, 30), "confirm-whole")):
        known = VersionConfirmation(document, persons, confirmed_on)
        monkeypatch.setattr(versions, "confirmation_of", lambda _id, known=known: known)
        # An address of its own, since a page is kept as long as the record stands.
        page = _page(client, f"methodologies/BD_AM002/ver01.0?{words}", language)
        assert all(each in page for each in ("x.pdf", "https://example.org/x.pdf", "Aiko", "Bat"))
        assert "2026-11-30" in page
        assert say(language, words) in page


def test_without_versions_the_page_asks_which(client: "Client") -> None:
    """Every version of the catalogue and every template may be chosen."""
    page = _page(client, "methodologies/diff")

    assert '<option value="ID_AM002_ver01.0">' in page
    assert '<option value="OJ_displacement_ver1">' in page


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


def _in_english(page: str) -> set[str]:
    """Return what a Japanese page marks as English, but for the titles of projects."""
    main = re.sub(r'(?s)^.*?<main|<section aria-labelledby="projects">.*?</section>', "", page)
    return set(re.findall(r'<(?:span|q|dd|td)[^>]* lang="en"[^>]*>([^<]*)<', main))


def test_japanese_pages_leave_official_titles_alone_in_english(client: "Client") -> None:
    """Every version and every template; a template has no official title at all."""
    official = {each.title for each in all_entries() if not each.title.startswith("(working")}
    for template in all_families():
        assert _in_english(_page(client, f"methodology-templates/{template.id}", "ja")) == set()
    for each in all_entries():
        if each.id != each.number:
            path = f"methodologies/{each.number}/ver{each.version}"
            assert _in_english(_page(client, path, "ja")) <= official, path


def test_what_is_left_in_english_is_found() -> None:
    """The title of a project is no text of ours."""
    page = (
        '<main><p><span lang="en">A mill</span></p>'
        '<section aria-labelledby="projects"><span lang="en">A plant</span></section></main>'
    )

    assert _in_english(page) == {"A mill"}


def test_two_versions_are_compared_in_japanese(client: "Client") -> None:
    """Formulas are code; sources, options and plausible ranges are in words."""
    page = _page(client, "methodologies/diff?a=OJ_chiller_ver1&b=OJ_efficiency_ratio_ver1", "ja")

    assert _in_english(page) == set()
    assert "specific consumption（単位当たり電力量）" in page  # noqa: RUF001 - as it is written
    assert "<code>sum(EC_PJ * GAIN) * EF</code>" in page
