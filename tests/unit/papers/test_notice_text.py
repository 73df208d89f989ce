"""The notice as plain text: golden files, and what must never be printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.papers import LANGUAGES, notice_table, notice_text
from openjcm.papers.columns import width
from openjcm.papers.sheet_text import LINE
from openjcm.papers.words import say
from openjcm.views.figures import UNDISCLOSED, Figure
from openjcm.views.notice import Funding, Notice, SideQuantity

Golden = Callable[[str, str], str]

_TABLE = """\
Joint Committee Bangladesh–Japan, decision of 28 March 2022
Project                                                      Monitoring period           Notified   GoJ will acquire
BD002 Installation of High Efficiency Centrifugal Chiller …  01 Mar 2017 – 31 Jul 2019   144        73
                                                             (29 months)
BD004 Introduction of PV-diesel Hybrid System …              01 Jun 2016 – 31 Jul 2019   355        178
                                                             (38 months)
Total                                                                                    499        251
"""  # noqa: E501 - the table is as wide as it is printed, dash included


def test_the_short_table_is_the_one_of_the_first_issuance(published: Notice) -> None:
    """The table that a newcomer sees, character for character."""
    assert notice_table(published, "en") == _TABLE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["published", "rehearsed"])
def test_the_papers_are_as_they_were_reviewed(
    golden: Golden, request: pytest.FixtureRequest, kind: str, language: str
) -> None:
    """Table and full text stand as golden files, read by people."""
    notice = request.getfixturevalue(kind)
    table, text = notice_table(notice, language), notice_text(notice, language)

    assert table == golden(f"{kind}-table.{language}.txt", table)
    assert text == golden(f"{kind}.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_line_up_in_both_languages(published: Notice, language: str) -> None:
    """Every figure of a column starts in the same cell."""
    lines = notice_table(published, language).splitlines()
    starts = [
        width(line[: line.index(number)])
        for line in lines
        for number in ("144", "355", "499")
        if number in line
    ]

    assert len(starts) == 3
    assert len(set(starts)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_wider_than_the_paper(
    rehearsed: Notice, published: Notice, language: str
) -> None:
    """Full text fits a terminal of 92 cells."""
    for notice in (published, rehearsed):
        assert all(width(line) <= LINE for line in notice_text(notice, language).splitlines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_published_is_said_in_words(published: Notice, language: str) -> None:
    """An undisclosed figure is never a number, a zero or a blank."""
    first = replace(published.lines[0], goj=UNDISCLOSED, notified=Figure(987, Basis.UNDISCLOSED))
    notice = replace(
        published,
        lines=(first,),
        total_notified=UNDISCLOSED,
        goj_total=UNDISCLOSED,
        announced_on=None,
    )
    words = say(language, "not-published")
    table, text = notice_table(notice, language), notice_text(notice, language)

    assert table.count(words) == 4
    assert say(language, "lead-goj-undisclosed") in _one_line(text)
    assert say(language, "unpublished-announced") in text
    row = next(line for line in text.splitlines() if "2017" in line)
    assert row.count(words) == 2
    assert "987" not in text + table


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_of_issue_that_is_published_is_not_called_unpublished(
    published: Notice, language: str
) -> None:
    """Where one side's day is known, only what the table does not show is missing."""
    japan, host = published.sides
    known = replace(japan, issued_on=date(2022, 4, 11))
    text = _one_line(notice_text(replace(published, sides=(known, host)), language))

    assert say(language, "unpublished-issued-rest") in text
    assert say(language, "unpublished-issued") not in text
    assert say(language, "unpublished-issued") in _one_line(notice_text(published, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_is_named_only_where_its_announcement_is_known(
    published: Notice, language: str
) -> None:
    """An announcement that nobody has found names no office."""
    contact = say(language, "contact-decision")
    unknown = replace(published, announced_on=None)

    assert contact in _one_line(notice_text(published, language))
    assert contact not in _one_line(notice_text(unknown, language))
    assert say(language, "links") not in notice_text(unknown, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_projects_without_a_number_and_remarks_are_printed(
    published: Notice, language: str
) -> None:
    """The total is about more projects than the lines name, and its day is inferred."""
    notice = replace(published, projects=4, unnamed=2, remarks=("decision-day-inferred",))
    further = say(language, "unnamed-projects", count=2)
    text = _one_line(notice_text(notice, language))

    assert further in notice_table(notice, language)
    assert further.split(" without")[0] in text
    assert say(language, "remark-decision-day-inferred") in text
    assert say(language, "remarks") not in notice_text(published, language)


def test_the_lead_counts_projects_and_not_lines(published: Notice) -> None:
    """One line can be a part of what was decided, or stand for several projects."""
    notice = replace(published, lines=published.lines[:1], projects=3)

    assert "is notified of for the 3 projects below." in _one_line(notice_text(notice, "en"))


def test_holders_of_the_rest_are_called_unpublished(published: Notice) -> None:
    """Who got the other half is asked first, so it is answered plainly."""
    text = notice_text(published, "en")

    assert "GoJ does not acquire 248 of the 499 tCO2e (499 − 251, derived)." in text
    assert "the holders of the credits that GoJ does not acquire" in text


def test_a_decision_on_vintages_before_2021_counts_0_towards_the_ndc(published: Notice) -> None:
    """Vintages before 2021 are not ITMOs; later ones count only once used."""
    assert "Not an ITMO; counts as issued, 0 towards the NDC." in notice_text(published, "en")
    later = notice_text(replace(published, not_an_itmo=False), "en")
    assert "Not an ITMO" not in later
    assert "A notification alone counts 0 towards the NDC." in later


def test_partners_stand_in_signing_order_and_in_kana_order_in_japanese(published: Notice) -> None:
    """The order of the ministry's own lists."""
    english, japanese = (notice_text(published, language) for language in LANGUAGES)

    assert "Mongolia, Bangladesh, Ethiopia, Kenya, Maldives" in english
    assert "インドネシア、エチオピア、カンボジア、ケニア、コスタリカ" in japanese
    assert "Partner countries on 31 March 2022 (17)" in english


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rehearsal_says_so_at_head_and_foot_and_names_no_ministry(
    rehearsed: Notice, language: str
) -> None:
    """A reader who sees one page of it cannot take it for a notice."""
    text = notice_text(rehearsed, language)
    banner = say(language, "rehearsal-banner")

    assert "".join(text.splitlines()[:2]).startswith(banner[:40])
    assert notice_table(rehearsed, language).startswith(banner)
    assert text.count(banner[:40]) == 2
    assert say(language, "issuer-ministry") not in text.split("\n\n")[1]
    assert say(language, "basis-published") + " [" not in text


def test_a_rehearsed_figure_is_never_called_published(rehearsed: Notice) -> None:
    """A published figure in a rehearsal is a mistake, and stops the paper."""
    mixed = replace(rehearsed, goj_total=Figure(251, Basis.PUBLISHED))

    for write in (notice_table, notice_text):
        with pytest.raises(Malformed, match="no published figure"):
            write(mixed, "en")


def test_a_reconstructed_figure_is_never_printed_outside_a_rehearsal(published: Notice) -> None:
    """What we chose is not a fact of a decision."""
    mixed = replace(published, goj_total=Figure(251, Basis.RECONSTRUCTED))

    with pytest.raises(Malformed, match="belongs in a rehearsal"):
        notice_text(mixed, "en")


def test_a_rehearsed_share_that_is_not_issued_yet_is_called_so(rehearsed: Notice) -> None:
    """In a rehearsal nothing is hidden: it has only not happened yet."""
    waiting = SideQuantity("JP", "JP-2022-1", rehearsed.sides[0].notified, UNDISCLOSED, None)
    text = notice_text(replace(rehearsed, sides=(waiting,), sources=()), "en")

    assert "JP-2022-1     not yet issued            251  not yet issued" in text
    assert "Sources" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_side_that_was_notified_of_nothing_has_nothing_to_issue(
    published: Notice, language: str
) -> None:
    """Not “not yet issued”: nothing will ever be."""
    nothing = Figure(0, Basis.PUBLISHED)
    sides = (SideQuantity("JP", None, nothing, nothing, None),)
    text = notice_text(replace(published, sides=sides), language)

    assert say(language, "standing-nothing") in text
    assert say(language, "not-yet-issued") not in text


def test_every_unknown_of_the_funding_is_called_not_confirmed(published: Notice) -> None:
    """Nullable means said, not left out."""
    unknown = Funding(None, None, None, None, None, None, None)
    lines = tuple(replace(line, funding=unknown) for line in published.lines)
    text = notice_text(replace(published, lines=lines, sources=()), "en")

    assert text.count("not confirmed") == 7
    assert "None given." in text


def test_a_way_of_deciding_without_words_is_printed_as_it_was_entered(published: Notice) -> None:
    """A kind of decision that we do not know yet is not lost; nor is an unknown side."""
    sides = (SideQuantity("XX", None, UNDISCLOSED, UNDISCLOSED, None),)
    lines = tuple(replace(line, funding=None) for line in published.lines)
    text = notice_text(replace(published, decided_by="by letter", sides=sides, lines=lines), "en")

    assert "Decided by      by letter" in text
    assert "XX " in text
    assert "Funding and share" not in text


def _one_line(text: str) -> str:
    """Join wrapped lines: Japanese without a blank, English with one."""
    return text.replace("\n  ", "\n").replace("。\n", "。").replace("\n", " ")


def _without_blanks(text: str) -> str:
    """Take out everything that wrapping may have put in."""
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remark_of_a_line_names_the_projects_that_it_is_about(
    published: Notice, language: str
) -> None:
    """One about two projects in one amount, one about a line without any number."""
    both, other = published.lines
    lines = (
        replace(both, project_id="TH002+TH005", remarks=("goj-below-one-half",)),
        replace(other, project_id="", unnamed=2, remarks=("period-not-confirmed",)),
    )
    text = _without_blanks(notice_text(replace(published, lines=lines), language))
    comma = say(language, "list-comma")
    unnamed = say(language, "unnamed-projects", count=2)

    assert _without_blanks(say(language, "remarks")) in text
    for label, remark in (
        (f"TH002{comma}TH005", "goj-below-one-half"),
        (unnamed, "period-not-confirmed"),
    ):
        words = say(language, f"remark-{remark}")
        assert _without_blanks(say(language, "named", label=label, value=words)) in text


@pytest.mark.parametrize(
    ("language", "basis", "words"),
    [
        ("en", Basis.PUBLISHED, "printed by the source"),
        ("en", Basis.DERIVED, "computed from this record, not printed by the source"),
        ("ja", Basis.PUBLISHED, "出典に記載"),
        ("ja", Basis.DERIVED, "本記録から算出。出典に記載なし"),
    ],
)
def test_an_ordinal_says_how_it_is_known(
    published: Notice, language: str, basis: Basis, words: str
) -> None:
    """Beside the number itself, in both languages."""
    text = notice_text(replace(published, ordinal_basis=basis), language)

    assert _without_blanks(words) in _without_blanks(text)
