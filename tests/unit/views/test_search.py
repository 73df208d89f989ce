"""Search of the public record."""

from datetime import date

import pytest

from openjcm.views.reader import Reader
from openjcm.views.search import Hit, search
from told.canary import CANARY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BD002", ["decision", "BD002"]),
        ("bd002 CHILLER", ["decision", "BD002"]),
        ("centrifugal hybrid", ["decision"]),
        ("ファスナー", ["decision", "BD004"]),
        ("bangladesh", ["decision", "BD002"]),
        ("バングラデシュ", ["decision"]),
        ("2022-03-28", ["decision"]),
        ("diesel", ["decision", "BD004"]),
        ("no such word", []),
        ("", []),
        (" \t", []),
    ],
)
def test_every_word_must_be_found(public: Reader, text: str, found: list[str]) -> None:
    """Words, names and numbers in both languages, letter case aside."""
    hits = search(public, text)

    assert [hit.project_id or hit.kind for hit in hits] == found


def test_a_hit_says_where_it_leads(public: Reader) -> None:
    """Decision and project, with titles in both languages."""
    decision, project = search(public, "BD004")

    assert decision == Hit(
        "decision",
        "BD-2022-03-28",
        "BD",
        "Bangladesh",
        "バングラデシュ",
        on=date(2022, 3, 28),
    )
    assert project == Hit(
        "project",
        "BD-2022-03-28",
        "BD",
        "Introduction of PV-diesel Hybrid System at Fastening Manufacturing Plant",
        "ファスナー製造工場への太陽光・ディーゼルハイブリッド発電システムの導入",
        "BD004",
    )


@pytest.mark.parametrize("text", [CANARY, CANARY.lower(), "rehearsal", "BD-R", "14531", "の題"])
def test_a_rehearsal_is_never_found(public: Reader, text: str) -> None:
    """REHEARSAL_IS_APART: neither by its words nor by its key nor by its amounts."""
    assert search(public, text) == ()
