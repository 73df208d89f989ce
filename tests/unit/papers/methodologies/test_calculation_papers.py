"""A calculation on paper: the same words as text and as PDF, and what it must not be taken for."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from openjcm.measure import Basis, Period
from openjcm.methodology import Explanation, cases_of, explain, load_definition, work
from openjcm.methodology.entries import Heading
from openjcm.papers.methodologies import calculations
from openjcm.papers.methodologies.calculations import CaseWorked, case_sheet, report_sheet
from openjcm.papers.methodologies.filled_reports import FilledReport, FilledYear, filled_sheet
from openjcm.papers.methodologies.trees import tree_text
from openjcm.papers.pdf import sheet_pdf
from openjcm.papers.record_text import headings
from openjcm.papers.sheet_text import sheet_text
from openjcm.papers.words import LANGUAGES
from openjcm.views.figures import Figure
from openjcm.views.methodologies.calculations import ReportCalculation, StatedNote, YearWorked

CHILLER = "OJ_cop_ratio_ver1"
SOLAR = "BD_AM002_ver01.0"


def _explained(name: str, number: int = -1) -> Explanation:
    definition, case = load_definition(name), cases_of(name)[number]
    return explain(definition, work(definition, case.values), case.evidence)


def _case(name: str = CHILLER, *, draft: bool = False, credits_: int | None = 92) -> CaseWorked:
    return CaseWorked(
        explained=_explained(name),
        definition_sha256="0" * 64,
        title="Two chillers",
        says="Two chillers, by hand.",
        evidence=Basis.ILLUSTRATIVE,
        credits=credits_,
        warnings=("EC_PJ looks like kWh",),
        draft=draft,
    )


def _report(worked_by: str = CHILLER, uncertainty: str = "5.2E-47") -> ReportCalculation:
    figure = Figure(92, Basis.RECONSTRUCTED)
    return ReportCalculation(
        partnership="BD-R",
        report="BD002-MR-1",
        record="BD-R/joint record 10",
        submitted_on=date(2020, 2, 3),
        project_id="BD002",
        title_en="A chiller",
        title_ja="冷凍機",
        period=Period(date(2017, 3, 1), date(2017, 12, 31)),
        methodology="BD_AM001_ver01.0" if worked_by == CHILLER else worked_by,
        worked_by=worked_by,
        definition_sha256="0" * 64,
        readings_basis=Basis.RECONSTRUCTED,
        notes=(StatedNote("EF", Basis.RECONSTRUCTED, "Chosen by us."),),
        years=(YearWorked(2017, figure, uncertainty, _explained(worked_by)),),
        basis=Basis.RECONSTRUCTED,
    )


def _pages(written: bytes) -> list[str]:
    pages = PdfReader(BytesIO(written)).pages
    return ["".join(page.extract_text().split()) for page in pages]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_says_what_it_is_not(language: str) -> None:
    """Rehearsal and unofficial template stand over every page of the PDF, and in the text."""
    sheet = report_sheet(_report(), language)
    pages = _pages(sheet_pdf(sheet))

    assert sheet.banner
    assert CHILLER in sheet.standing
    for page in pages:
        assert "".join(sheet.banner.split()) in page
        assert "".join(sheet.standing.split()) in page
    assert sheet_text(sheet).startswith(sheet.banner)
    assert sheet.standing in sheet_text(sheet)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_stands_in_the_pdf_with_unit_and_formula(language: str) -> None:
    """What the chillers of the case come to by hand: 653.42… and 561.0852, of them 92.339386."""
    words = "".join(_pages(sheet_pdf(case_sheet(_case(), language))))
    text = "".join(sheet_text(case_sheet(_case(), language)).split())

    for said in (
        *("RE=sum(EC_PJ*COP_PJ/COP_RE)*EF=653.42458", "PE=sum(EC_PJ)*EF=561.0852tCO2e"),
        *("ER=RE-PE=92.339386", "EC_PJlookslikekWh"),
    ):
        assert said in words
        assert said in text


def test_a_paper_may_be_compared_by_its_hash() -> None:
    """It carries no day of making: a case has none of its own."""
    sheet = case_sheet(_case(), "en")

    assert sheet_pdf(sheet) == sheet_pdf(sheet)
    information = PdfReader(BytesIO(sheet_pdf(sheet))).metadata
    assert information is not None
    assert information.creation_date is None


def test_what_a_definition_is_not_depends_on_it() -> None:
    """An executable version is not confirmed yet; a draft is one whatever number it bears."""
    assert case_sheet(_case(SOLAR), "en").standing.startswith("Not confirmed: ")
    assert report_sheet(_report(SOLAR), "en").standing.startswith("Not confirmed: ")
    assert case_sheet(_case(SOLAR, draft=True), "en").standing.startswith("Draft: ")


def test_a_version_of_which_no_relation_is_stated_is_not_official(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Should somebody write a definition of it all the same; of a confirmed one nothing is said."""
    monkeypatch.setattr(headings, "heading_kind", lambda _: Heading.NOT_OFFICIAL)
    assert case_sheet(_case(SOLAR), "en").standing.startswith("Not official: ")

    monkeypatch.setattr(headings, "heading_kind", lambda _: Heading.NONE)
    assert case_sheet(_case(SOLAR), "en").standing == ""


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "source: 2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 2"),
        ("ja", "出典：2006年IPCC国家温室効果ガスインベントリガイドライン第2巻"),  # noqa: RUF001 - as it is written
    ],
)
def test_a_value_that_was_looked_up_says_where_it_stands(language: str, source: str) -> None:
    """On the paper and in the tree of the shell; a row of the project's own has no such place."""
    template = "OJ_fuel_efficiency_ipcc_ver1"
    done = replace(_case(template), explained=_explained(template, 0))
    paper = "".join(sheet_text(case_sheet(done, language)).split())

    assert "".join(source.split()) in paper
    assert source in tree_text(done.explained, language)


def test_a_whole_tonne_that_is_not_told_is_not_guessed() -> None:
    """Words stand in the place of the number."""
    facts = [each.value for each in case_sheet(_case(credits_=None), "en").facts]

    assert "cannot be told from fifty digits" in facts


def test_results_say_how_firm_they_are_and_within_what_they_were_worked() -> None:
    """An exact reduction has no bound."""
    table = report_sheet(_report(), "en").sections[0].table
    exact = report_sheet(_report(uncertainty=""), "en").sections[0].table

    assert table is not None
    assert exact is not None
    # 5.2 x 10^-47 t is less than one of the forty-sixth decimals.
    assert table.rows[0][1].note == "reconstructed, wrong by less than 1 in decimal place 46"
    assert exact.rows[0][1].note == "reconstructed"


@pytest.mark.parametrize(
    ("uncertainty", "english", "japanese"),
    [
        ("5.2E-47", "less than 1 in decimal place 46", "小数第46位の1未満"),
        ("0.04", "less than 1 in decimal place 1", "小数第1位の1未満"),
        ("0.3", "at most 0.3 tCO2e", "最大0.3 tCO2e"),
        ("1.2E+1", "at most 12 tCO2e", "最大12 tCO2e"),
    ],
)
def test_by_how_much_a_result_may_be_wrong_is_said_in_words(
    uncertainty: str, english: str, japanese: str
) -> None:
    """No reader of a report reads powers of ten of a program."""
    assert calculations.uncertainty_words("en", uncertainty) == english
    assert calculations.uncertainty_words("ja", uncertainty) == japanese


def test_a_filled_report_whose_tonne_is_not_told_says_so() -> None:
    """Of one year and therefore of all; of a draft of the reader's own the paper says so."""
    first, second = (Period(date(year, 1, 1), date(year, 12, 31)) for year in (2017, 2018))
    explained = _explained(CHILLER)
    report = FilledReport(
        title="Two chillers",
        over="",
        definition_sha256="0" * 64,
        evidence=Basis.MEASURED,
        years=(FilledYear(first, 92, explained), FilledYear(second, None, explained)),
        warnings=("EC_PJ looks like kWh",),
        differences=(),
        draft=True,
    )
    sheet = filled_sheet(report, "en")

    assert "cannot be told from fifty digits" in [each.value for each in sheet.facts]
    assert sheet.standing.startswith("Draft")
    assert sheet.sections[0].items == ("EC_PJ looks like kWh",)
    assert replace(report, years=report.years[:1]).credits == 92


def test_why_a_value_was_fixed_stands_at_it() -> None:
    """And what it means, in the definition's words."""
    text = sheet_text(report_sheet(_report(), "en"))

    assert "CO2 emission factor of the electricity consumed\n        Chosen by us.\n" in text


def test_of_a_very_long_series_it_is_said_how_much_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beyond a thousand places; here beyond one."""
    monkeypatch.setattr(calculations, "PLACES_SHOWN", 1)
    sheet = case_sheet(_case(), "en")

    assert "… and 1 more" in sheet_text(sheet)
    assert "…and1more" in "".join(_pages(sheet_pdf(sheet)))
