"""Vintages are told in one way: by notices, decisions, measures and figures alike."""

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from openjcm.papers.words import LANGUAGES
from openjcm.store.database import reader
from openjcm.views.measures import measures
from openjcm.views.notices import list_notices
from openjcm.views.record.addends import Summed, summed_figure
from openjcm.views.record.decisions import list_decisions
from openjcm.views.record.pages import LARGEST_PAGE, every

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.usefixtures("client")

NOT_AN_ITMO = {"en": "Not an ITMO; counts as issued", "ja": "ITMOではありません。"}
CANNOT_BE_TOLD = {"en": "cannot be told", "ja": "分かりません"}
BY_DAY = {"en": "it had ended by 20 April 2018", "ja": "2018年4月20日までに終わっています"}


def _seen(client: "Client", address: str) -> str:
    shown = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", shown).split())


def test_notices_and_measures_agree_on_vintages() -> None:
    """What a notice says of before 2021 is, with all its tonnes, in that measure and its figure."""
    found = measures(reader())
    by_decision: dict[str, int] = defaultdict(int)
    for each in summed_figure(reader(), Summed.PRE_2021).addends:
        by_decision[each.decision] += each.amount.amount or 0
    notices = every(lambda cursor: list_notices(reader(), cursor=cursor, limit=LARGEST_PAGE))

    for notice in notices:
        if notice.not_an_itmo:
            assert by_decision.get(notice.key) == notice.total_notified.amount, notice.key
        else:
            assert notice.key not in by_decision
    assert sum(by_decision.values()) == found.pre_2021.amount


def test_decisions_and_measures_agree_on_vintages() -> None:
    """Of one kind or another, each decision's tonnes are in the part that it names."""
    found = measures(reader())
    tonnes: dict[str, int] = defaultdict(int)
    decisions = every(lambda cursor: list_decisions(reader(), cursor=cursor, limit=LARGEST_PAGE))
    for each in decisions:
        shown = each.notified_in_part if each.notified.amount is None else each.notified
        tonnes[each.vintages] += shown.amount or 0

    parts = (found.pre_2021, found.since_2021, found.vintage_unknown)
    assert [tonnes["before"], tonnes["since"], tonnes["unknown"]] == [p.amount for p in parts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_without_a_period_says_by_which_day_it_had_ended(
    client: "Client", language: str
) -> None:
    """TH001 was decided in April 2018; Kenya in February 2021, which tells nothing."""
    for ending in ("", "/notice.txt"):
        shown = _seen(client, f"/{language}/notices/TH-2018-04-20{ending}").replace("\n", " ")
        assert NOT_AN_ITMO[language] in shown
        assert BY_DAY[language].replace(" ", "") in shown.replace(" ", "")
    assert NOT_AN_ITMO[language] not in _seen(client, f"/{language}/notices/KE-2021-02-07")


@pytest.mark.parametrize(
    ("measure", "gaps"),
    [
        (Summed.PRE_2021, {"PW-2025-07-26", "KH-2023-12-22"}),
        (Summed.SINCE_2021, {"PW-2026-05-16", "MV-2025-12-16"}),
    ],
)
def test_the_gaps_of_a_vintage_are_what_could_be_of_it(measure: Summed, gaps: set[str]) -> None:
    """Not published and of these vintages, or not known to be of others."""
    unknown = {"KE-2021-02-07", "TH-undated-TH002-TH005", "TH-undated-TH003-TH004"}

    found = summed_figure(reader(), measure)

    assert {each.decision for each in found.gaps} == gaps | unknown | {"VN-undated-VN008"}
    assert not any(each.in_part for each in found.gaps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_says_how_many_of_its_projects_have_no_number(
    client: "Client", language: str
) -> None:
    """Indonesia's 17,673 are not ID015's alone."""
    (rest,) = (
        each
        for each in summed_figure(reader(), Summed.NOTIFIED).addends
        if each.decision == "ID-2020-01-10"
    )
    shown = _seen(client, f"/{language}/figures/notified")

    assert (rest.projects, rest.unnamed) == (("ID015",), 2)
    row = shown[shown.index("ID015") :][:80]
    assert {"en": "2 projects without published numbers", "ja": "番号非公表のプロジェクト2件"}[
        language
    ] in row


@pytest.mark.parametrize(
    ("language", "without"),
    [("en", "+ 2 decisions without amount"), ("ja", "ほかに数量非公表の決定2件")],
)
def test_the_parts_by_vintage_say_what_is_missing_in_them(
    client: "Client", language: str, without: str
) -> None:
    """Two decisions of each kind have no amount: of before 2021, and from 2021."""
    for path in ("", "statistics"):
        shown = _seen(client, f"/{language}/{path}")
        for amount in ("156,767", "2,017"):
            assert without in shown[shown.index(amount) :][:90], amount


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "30 decisions are known to this record. Printed for the scheme as a whole: about"),
        ("ja", "本記録にある決定は30件です。"),
    ],
)
def test_home_says_how_small_the_record_is(client: "Client", language: str, said: str) -> None:
    """Beside notified and issued: how many decisions are known, and the scheme's 700,000."""
    shown = _seen(client, f"/{language}/")

    assert shown.count(said) == 2
    assert shown.count("700,000") == 2


@pytest.mark.parametrize(("language", "said"), [("en", "1,776 tCO2e , in part"), ("ja", "1,776")])
def test_what_is_issued_in_part_is_shown(client: "Client", language: str, said: str) -> None:
    """Mongolia's side of November 2018: on the decision, in lists, on the country's page."""
    for path in ("decisions/MN-2018-11-06", "decisions?partner=MN", "partners/MN"):
        assert said in _seen(client, f"/{language}/{path}")
    assert "1,776" in _seen(client, f"/{language}/notices/MN-2018-11-06")


@pytest.mark.parametrize(("language", "said"), [("en", "day not published"), ("ja", "日付")])
def test_a_figure_writes_no_key_where_a_day_is_not_published(
    client: "Client", language: str, said: str
) -> None:
    """As every list does."""
    shown = _seen(client, f"/{language}/figures/goj")

    assert said in shown
    assert "TH-undated" not in shown
