"""The editions that come with OpenJCM."""

from datetime import date

import pytest

from openjcm.measure.errors import NotFound, RuleBroken
from openjcm.rulebook import (
    Kind,
    Rule,
    all_editions,
    conditions_of,
    edition_in_force,
    load_edition,
    record_edition,
    shelf,
)

DECISION_DAY = date(2022, 3, 28)


def test_bangladesh_is_bound_by_what_is_known_of_its_documents() -> None:
    """The decision of 2022 stands under Bangladesh's edition: EDITION_KNOWN."""
    edition = edition_in_force("BD", DECISION_DAY)

    assert edition.document == "JCM_BD_PCP_ver_not_confirmed"
    assert not edition.runs_live


def test_no_base_file_stands_in_for_a_partner_without_an_edition() -> None:
    """A partner whose documents are not known is refused: EDITION_KNOWN."""
    with pytest.raises(RuleBroken, match="edition not known: cannot run live") as refused:
        edition_in_force("KE", DECISION_DAY)

    assert refused.value.code == Rule.EDITION_KNOWN


def test_the_financing_conditions_never_bind_a_partnership() -> None:
    """An edition of a financing programme is found by name alone."""
    financing = [edition for edition in all_editions() if edition.kind is Kind.FINANCING]

    assert [edition.partner for edition in financing] == [None]


def test_conditions_are_found_by_the_name_of_their_programme() -> None:
    """A project names its programme, and the programme's conditions say the rest."""
    conditions = conditions_of("Financing Programme for JCM Model Projects")

    assert conditions.document == "FP_JCM_Model_Projects_ver_not_confirmed"


def test_a_programme_without_conditions_is_not_found() -> None:
    """No other programme's conditions stand in for it."""
    with pytest.raises(NotFound, match="Another Programme") as refused:
        conditions_of("Another Programme")

    assert refused.value.code == "no-such-programme"


def test_an_unknown_document_is_not_found() -> None:
    """A document that has no edition here is not found."""
    with pytest.raises(NotFound, match="JCM_XX"):
        load_edition("JCM_XX_PCP_ver01.0")


def test_published_facts_are_bound_by_an_edition_that_must_be_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An installation without the rules of the record refuses to record: EDITION_KNOWN."""
    assert record_edition().kind is Kind.RECORD

    monkeypatch.setattr(shelf, "all_editions", tuple)

    with pytest.raises(RuleBroken, match="are not known here") as refused:
        record_edition()
    assert refused.value.code == Rule.EDITION_KNOWN
