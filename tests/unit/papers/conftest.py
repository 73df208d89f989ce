"""The decision of 28 March 2022 as published, and a rehearsal of it, for tests of papers.

Sources: the notice of 31 March 2022 (env.go.jp/en/headline/2596.html) and its Japanese report
(tenbou.nies.go.jp 33505). The figures by calendar year are illustrative.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.period import Period
from openjcm.views.comparison import Comparison, Pair
from openjcm.views.figures import UNDISCLOSED, Figure, Goal, PartnerName, Source
from openjcm.views.notice import Funding, Notice, NoticeLine, SideQuantity, VintageLine
from openjcm.views.walk import Fact, Table, Walk, WalkStep

_URL = "https://www.env.go.jp/en/headline/2596.html"
_PARTNERS = (
    ("MN", "Mongolia", "モンゴル", date(2013, 1, 8)),
    ("BD", "Bangladesh", "バングラデシュ", date(2013, 3, 19)),
    ("ET", "Ethiopia", "エチオピア", date(2013, 5, 27)),
    ("KE", "Kenya", "ケニア", date(2013, 6, 12)),
    ("MV", "Maldives", "モルディブ", date(2013, 6, 29)),
    ("VN", "Viet Nam", "ベトナム", date(2013, 7, 2)),
    ("LA", "Lao PDR", "ラオス", date(2013, 8, 7)),
    ("ID", "Indonesia", "インドネシア", date(2013, 8, 26)),
    ("CR", "Costa Rica", "コスタリカ", date(2013, 12, 9)),
    ("PW", "Palau", "パラオ", date(2014, 1, 13)),
    ("KH", "Cambodia", "カンボジア", date(2014, 4, 11)),
    ("MX", "Mexico", "メキシコ", date(2014, 7, 25)),
    ("SA", "Saudi Arabia", "サウジアラビア", date(2015, 5, 13)),
    ("CL", "Chile", "チリ", date(2015, 5, 26)),
    ("MM", "Myanmar", "ミャンマー", date(2015, 9, 16)),
    ("TH", "Thailand", "タイ", date(2015, 11, 19)),
    ("PH", "Philippines", "フィリピン", date(2017, 1, 12)),
)
_FUNDING = Funding(
    programme="Financing Programme for JCM Model Projects",
    operator=None,
    year=None,
    subsidy=None,
    minimum_share="1/2",
    rounding_reading="0001",
    evidence=_URL,
)
_TITLES = {
    "BD002": (
        (
            "Installation of High Efficiency Centrifugal Chiller for Air Conditioning System in "
            "Clothing Tag Factory in Bangladesh"
        ),
        "衣料品タグ工場における省エネ型ターボ冷凍機を利用した空調の効率化",
    ),
    "BD004": (
        "Introduction of PV-diesel Hybrid System at Fastening Manufacturing Plant",
        "ファスナー製造工場への太陽光・ディーゼルハイブリッド発電システムの導入",
    ),
}


_GOLDEN = Path(__file__).parents[2] / "scenarios" / "notice"


@pytest.fixture(name="golden")
def the_golden_files() -> Callable[[str, str], str]:
    """Give the expected text of a name; ``OPENJCM_REWRITE_GOLDEN=1`` writes it anew."""

    def expected(name: str, text: str) -> str:
        if os.environ.get("OPENJCM_REWRITE_GOLDEN"):
            (_GOLDEN / name).write_text(text, encoding="utf-8")
        return (_GOLDEN / name).read_text(encoding="utf-8")

    return expected


def _published(amount: int) -> Figure:
    return Figure(amount, Basis.PUBLISHED, _URL)


def _rebuilt(amount: int) -> Figure:
    return Figure(amount, Basis.RECONSTRUCTED)


def _line(project_id: str, period: Period, notified: Figure, goj: Figure) -> NoticeLine:
    title_en, title_ja = _TITLES[project_id]
    return NoticeLine(
        project_id, title_en, title_ja, period, period.months, notified, goj, (), _FUNDING, 0, ()
    )


_GOALS = (
    Goal(
        "Public and private sectors together aim at cumulative emission reductions and "
        "removals of about 100 million t-CO2 by fiscal year 2030.",
        "官民あわせて、2030年度までの累積で約1億t-CO2の排出削減・吸収量の確保を目標としています。",
        date(2021, 10, 22),
        _URL,
    ),
)
_SOURCES = (
    Source(
        "Ministry of the Environment, Japan: 1st issuance of credits from the Joint "
        "Crediting Mechanism between Bangladesh and Japan",
        _URL,
        "quoted as facts with their source",
    ),
    Source(
        "環境展望台 環境省、初のバングラデシュとのJCM発行状況を公表",
        "https://tenbou.nies.go.jp/news-sp/jnews/detail.php?i=33505",
    ),
)


@pytest.fixture(name="published")
def the_published_notice() -> Notice:
    """Give the decision as the ministry announced it."""
    partners = tuple(PartnerName(*row) for row in _PARTNERS)
    until = date(2019, 7, 31)
    return Notice(
        key="BD-2022-03-28",
        partnership="BD",
        rehearsal=False,
        host=partners[1],
        decided_on=date(2022, 3, 28),
        decided_by="decision",
        announced_on=date(2022, 3, 31),
        ordinal=1,
        ordinal_basis=Basis.PUBLISHED,
        lines=(
            _line("BD002", Period(date(2017, 3, 1), until), _published(144), _published(73)),
            _line("BD004", Period(date(2016, 6, 1), until), _published(355), _published(178)),
        ),
        total_notified=Figure(499, Basis.DERIVED),
        goj_total=_published(251),
        sides=tuple(
            SideQuantity(side, None, UNDISCLOSED, UNDISCLOSED, None) for side in ("JP", "BD")
        ),
        partners=partners,
        goals=_GOALS,
        sources=_SOURCES,
        not_an_itmo=True,
        ended_by=None,
        projects=2,
        unnamed=0,
        remarks=(),
    )


@pytest.fixture(name="rehearsed")
def a_rehearsed_notice(published: Notice) -> Notice:
    """Give a rehearsal of that decision, whose years are illustrative."""
    years = {
        "BD002": ((2017, 49, 25), (2018, 60, 30), (2019, 35, 18)),
        "BD004": ((2016, 66, 33), (2017, 112, 56), (2018, 112, 56), (2019, 65, 33)),
    }
    lines = tuple(
        replace(
            line,
            notified=_rebuilt(sum(credits_ for _, credits_, _ in years[line.project_id])),
            goj=_rebuilt(sum(goj for _, _, goj in years[line.project_id])),
            vintages=tuple(
                VintageLine(year, _rebuilt(credits_), _rebuilt(goj))
                for year, credits_, goj in years[line.project_id]
            ),
            worked_by="OJ_cop_ratio_ver1" if line.project_id == "BD002" else "",
        )
        for line in published.lines
    )
    return replace(
        published,
        key="BD-rehearsal-2022-03-28",
        partnership="BD-rehearsal",
        rehearsal=True,
        announced_on=None,
        lines=lines,
        total_notified=_rebuilt(499),
        goj_total=_rebuilt(251),
        sides=(
            SideQuantity("JP", "JP-2022-1", _rebuilt(251), _rebuilt(251), date(2022, 4, 11)),
            SideQuantity("BD", "BD-2022-1", _rebuilt(248), _rebuilt(0), None),
        ),
    )


@pytest.fixture(name="comparison")
def the_comparison(published: Notice, rehearsed: Notice) -> Comparison:
    """Give both side by side."""
    pairs = []
    for ours, theirs in zip(rehearsed.lines, published.lines, strict=True):
        pairs.append(Pair(ours.project_id, "months", theirs.months, ours.months or 0))
        pairs.append(Pair(ours.project_id, "notified", theirs.notified.amount, _of(ours.notified)))
        pairs.append(Pair(ours.project_id, "goj", theirs.goj.amount, _of(ours.goj)))
        pairs += [
            Pair(ours.project_id, f"goj-{vintage.year}", None, _of(vintage.goj))
            for vintage in ours.vintages
        ]
    pairs.append(Pair("", "notified", 499, 499))
    pairs.append(Pair("", "goj", 251, 251))
    return Comparison(published, rehearsed, tuple(pairs), ("BD-JP-2016-000001",))


@pytest.fixture(name="walk")
def a_rehearsed_walk() -> Walk:
    """Give a walk of a rehearsed block, cut short to one step of each shape."""
    title_en, title_ja = _TITLES["BD002"]
    calculation = WalkStep(
        stem="calculation",
        on=date(2019, 8, 1),
        facts=(
            Fact("methodology", "BD_AM001_ver01.0", Basis.RECALLED),
            Fact("worked-by", "OJ_cop_ratio_ver1"),
            Fact("RE", "410.25", Basis.RECONSTRUCTED, "tCO2e", "EC_PJ * COP_PJ / COP_RE * EF"),
        ),
        tables=(
            Table("parameter", ("symbol", "value", "basis"), (("EF", "0.67", "reconstructed"),)),
        ),
        record="BD-rehearsal/common/12",
    )
    readings = WalkStep(
        stem="readings",
        on=None,
        facts=(Fact("file", "BD002.csv", Basis.RECONSTRUCTED),),
        tables=(
            Table(
                "chiller-1",
                ("meter", "read-at", "register", "row"),
                (("CH-1", "2017-03-01T00:00+06:00", "0", "2"), ("CH-1", "2017-04-01", "51", "3")),
            ),
        ),
    )
    steps = (calculation, readings)
    return Walk("R-BD-1", "BD-rehearsal", True, "BD002", title_en, title_ja, steps)


def _of(figure: Figure) -> int:
    assert figure.amount is not None
    return figure.amount
