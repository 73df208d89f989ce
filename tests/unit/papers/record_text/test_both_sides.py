"""The text about both sides of decisions: rows, checks, days, sums and the verdict."""

from dataclasses import replace
from datetime import date

import pytest

from openjcm.measure.basis import Basis
from openjcm.papers.record_text.both_sides import both_sides_text
from openjcm.views.figures import UNDISCLOSED, Figure, PartnerName, Source
from openjcm.views.record.both_sides import (
    Agreement,
    BothSides,
    SharedDecision,
    Shares,
    SideSum,
)
from openjcm.views.record.decision import SideFigures

DAY = date(2026, 1, 30)


def _figure(amount: int | None) -> Figure:
    return UNDISCLOSED if amount is None else Figure(amount, Basis.PUBLISHED)


def _side(
    side: str, notified: int | None, issued: int | None, standing: str, issued_on: date | None
) -> SideFigures:
    open_on = date(2026, 6, 7) if standing == "open" else None
    return SideFigures(side, _figure(notified), _figure(issued), issued_on, open_on, standing)


WHOLE = Shares(
    projects=("MN006",),
    unnamed=0,
    notified=_figure(30312),
    japan=_side("JP", 24249, 24249, "issued", DAY),
    host=_side("MN", 6063, None, "open", None),
    agreement=Agreement.AGREES,
)


def _told(whole: Shares, *parts: Shares, remarks: tuple[str, ...] = ()) -> BothSides:
    return BothSides(
        host=PartnerName("MN", "Mongolia", "モンゴル", date(2013, 1, 8)),
        decisions=(SharedDecision("MN-2026-01-24", date(2026, 1, 24), whole, parts, remarks),),
        notified=SideSum(Figure(30312, Basis.DERIVED), 0, 0),
        notified_japan=SideSum(Figure(24249, Basis.DERIVED), 1, 0),
        notified_host=SideSum(Figure(6063, Basis.DERIVED), 2, 0),
        issued_japan=SideSum(Figure(24249, Basis.DERIVED), 0, 0),
        issued_host=SideSum(UNDISCLOSED, 2, 1),
        sources=(Source("A page", "https://example.org/"),),
    )


def _flat(found: BothSides, language: str = "en") -> str:
    return " ".join(both_sides_text(found, language).split())


def test_each_side_stands_on_its_own_day_or_not_yet() -> None:
    """Japan's 24,249 on its day, Mongolia's 6,063 open, and no zero anywhere."""
    lines = both_sides_text(_told(WHOLE), "en").splitlines()

    row = next(n for n, line in enumerate(lines) if line.startswith("MN-2026-01-24"))
    assert lines[row].split() == [
        *("MN-2026-01-24", "30,312", "24,249", "6,063", "agrees", "24,249"),
        *("not", "issued", "by"),
    ]
    assert lines[row + 1].split()[-1] == "2026-06-07"
    assert lines[row + 2].split() == ["MN006", "2026-01-30"]
    assert "0" not in " ".join(lines).split()


def test_the_introduction_says_that_nothing_is_reconstructed() -> None:
    """In both languages."""
    english = _flat(_told(WHOLE))
    japanese = both_sides_text(_told(WHOLE), "ja").replace("\n", "")

    assert "Published figures only; nothing is reconstructed." in english
    assert "公表された数値のみであり、再構成した数値はない。" in japanese
    assert "モンゴル" in japanese


def test_sums_say_what_is_in_none_of_them() -> None:
    """One decision and several, unknown and open."""
    said = _flat(_told(WHOLE))

    unknown = "without amount, or with one only in part"
    assert f"Notified, Japan 24,249 [derived], 1 decision {unknown}" in said
    assert f"Notified, Mongolia 6,063 [derived], 2 decisions {unknown}" in said
    expected = f"Issued, Mongolia not published, 2 decisions {unknown}, 1 decision not issued"
    assert expected in said


@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("en", "contradicted:", "Contradicted: MN-2026-01-24, MN006: 30,312 ≠ 24,249 + 6,064."),
        ("ja", "矛盾：", "矛盾：MN-2026-01-24、MN006：30,312 ≠ 24,249 + 6,064。"),  # noqa: RUF001 - Japanese
    ],
)
def test_a_contradicted_total_is_said_with_its_figures(
    language: str, words: str, sentence: str
) -> None:
    """In its row, and as a sentence that names the decision."""
    host = replace(WHOLE.host, notified=_figure(6064))
    wrong = replace(WHOLE, host=host, agreement=Agreement.CONTRADICTED)

    said = both_sides_text(_told(wrong), language)

    assert words in said
    assert sentence in " ".join(said.split())


@pytest.mark.parametrize(
    ("agreement", "words"),
    [(Agreement.NO_CHECK, "no check"), (Agreement.OPEN, "cannot be told")],
)
def test_what_cannot_be_checked_is_no_agreement(agreement: Agreement, words: str) -> None:
    """The row says so, and the verdict does not count it."""
    said = _flat(_told(replace(WHOLE, agreement=agreement)))

    assert words in said
    assert "Total and sides agree in 0 of 1 decisions." in said


def test_days_of_lines_stand_with_the_lines() -> None:
    """The whole has none of its own; a line whose day nobody printed says so."""
    several = replace(WHOLE, japan=_side("JP", 24249, 24249, "issued", None))
    unnamed = replace(several, projects=(), unnamed=1)

    said = both_sides_text(_told(several, WHOLE, unnamed), "en")

    assert said.count("days below") == 1
    assert said.count("day not known") == 1
    assert said.count("MN006") == 1
    assert "1 project" in said


def test_nothing_to_issue_and_nothing_published_are_told_apart() -> None:
    """A zero that was printed, and a blank."""
    japan = _side("JP", 0, 0, "nothing", None)
    host = _side("MN", 1, None, "undisclosed", None)

    said = _flat(_told(replace(WHOLE, notified=_figure(1), japan=japan, host=host)))

    assert "nothing to issue" in said
    assert "not published" in said


def test_remarks_name_their_decision() -> None:
    """What a reader must know stands below the table."""
    said = _flat(_told(WHOLE, remarks=("rows-rebuilt",)))

    assert "MN-2026-01-24: Lines were rebuilt" in said
