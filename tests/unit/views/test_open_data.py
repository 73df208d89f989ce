"""Open data: one row a project in a published decision."""

from datetime import date

from openjcm.views.open_data import DecisionRow, decision_rows
from openjcm.views.reader import Reader
from told.canary import CANARY


def test_a_row_is_a_project_in_a_decision(public: Reader) -> None:
    """Each amount stands beside its basis, and the row carries source and licence."""
    chiller, hybrid = decision_rows(public)

    assert chiller == DecisionRow(
        partnership="BD",
        decision="BD-2022-03-28",
        decided_on=date(2022, 3, 28),
        announced_on=date(2022, 3, 31),
        project="BD002",
        title_en=(
            "Installation of High Efficiency Centrifugal Chiller for Air Conditioning System in "
            "Clothing Tag Factory in Bangladesh"
        ),
        title_ja="衣料品タグ工場における省エネ型ターボ冷凍機を利用した空調の効率化",
        period_first=date(2017, 3, 1),
        period_last=date(2019, 7, 31),
        months=29,
        notified_tco2e=144,
        notified_basis="published",
        goj_will_acquire_tco2e=73,
        goj_will_acquire_basis="published",
        notified_to_japan_tco2e=None,
        notified_to_japan_basis="undisclosed",
        notified_to_host_tco2e=None,
        notified_to_host_basis="undisclosed",
        source="https://www.env.go.jp/en/headline/2596.html",
        licence="facts quoted with source; the ministry's text is not reproduced",
    )
    assert (hybrid.project, hybrid.months, hybrid.notified_tco2e) == ("BD004", 38, 355)
    assert hybrid.goj_will_acquire_tco2e == 178


def test_a_blank_stays_blank(filled: Reader) -> None:
    """A share that was not printed is None, and its basis says why."""
    rows = decision_rows(filled)

    assert [row.decision[:7] for row in rows] == ["BD-2023", "BD-2023", "BD-2022", "BD-2022"]
    assert (rows[0].goj_will_acquire_tco2e, rows[0].goj_will_acquire_basis) == (None, "undisclosed")
    assert rows[0].announced_on is None


def test_a_rehearsal_has_no_row(public: Reader) -> None:
    """REHEARSAL_IS_APART: no partnership, word or amount of one."""
    rows = decision_rows(public)

    assert {row.partnership for row in rows} == {"BD"}
    assert CANARY not in repr(rows)
