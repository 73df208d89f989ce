"""Editions of the documents.

The documents of the scheme are adopted for each partnership, in versions of their own.
An edition says where a rule stands in one of them and how well that is known.
"""

from datetime import date

import pytest

from openjcm.measure.errors import RuleBroken
from openjcm.rulebook import Rule, edition_in_force


def test_a_refusal_names_document_and_paragraph() -> None:
    """A refusal says which document it rests on, and where the paragraph is not confirmed.

    `JCM_BD_PCP_ver_not_confirmed, paragraph not confirmed`
    """
    edition = edition_in_force("BD", date(2022, 3, 28))

    with pytest.raises(RuleBroken, match="ver_not_confirmed, paragraph not confirmed"):
        edition.require(Rule.VERIFIED_BEFORE_REQUEST, holds=False, finding="not verified")


def test_unknown_documents_do_not_run_live() -> None:
    """A partnership whose documents are not known in the adopted version cannot run live."""
    edition = edition_in_force("BD", date(2022, 3, 28))

    with pytest.raises(RuleBroken, match="edition not known: cannot run live"):
        edition.require_live()


def test_no_other_document_stands_in() -> None:
    """For a partner country without an edition, no other edition stands in."""
    with pytest.raises(RuleBroken, match="no edition of the scheme's documents is known for MN"):
        edition_in_force("MN", date(2022, 3, 28))
