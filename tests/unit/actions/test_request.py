"""The one form of a request as JSON values."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from openjcm.actions.request import Signature, SignedRequest, content_of, json_value
from openjcm.measure.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(SignedRequest):
    """A request for this test."""

    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOtherwise(SignedRequest):
    """Another act with the same fields."""

    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskByTemplate(SignedRequest):
    """An act that learned to say by what it was worked."""

    worked_by: str = ""


def test_what_an_act_learned_to_say_later_is_signed_where_it_is_said() -> None:
    """Without it an older request keeps its digest; with it the template is signed too."""
    silent = AskByTemplate(request_id=UUID(int=1), partnership="BD")

    assert "worked_by" not in content_of(silent)
    assert content_of(replace(silent, worked_by="T"))["worked_by"] == "T"


def test_values_become_text_and_never_a_float() -> None:
    """Decimals keep their digits, also small ones; fractions, days, ids and enums are text."""
    said = json_value(
        {
            "tiny": Decimal("0.00000010"),
            "large": Decimal("1E+3"),
            "half": Fraction(1, 2),
            "on": date(2022, 3, 28),
            "id": UUID(int=1),
            "basis": Basis.DERIVED,
            2018: [1, (True, None, "text")],
        }
    )

    assert said == {
        "tiny": "0.00000010",
        "large": "1000",
        "half": "1/2",
        "on": "2022-03-28",
        "id": "00000000-0000-0000-0000-000000000001",
        "basis": "derived",
        "2018": [1, [True, None, "text"]],
    }


def test_what_is_signed_is_the_act_its_id_and_its_words() -> None:
    """Signatures are not part of what is signed; the same request signed anew is the same."""
    asked = Ask(request_id=UUID(int=1), partnership="BD", values=(Decimal("1.50"),))
    signed = replace(asked, signatures=(Signature("p", "co-chair", "k", "s"),))

    assert content_of(signed) == content_of(asked)
    assert content_of(asked) == {
        "act": "Ask",
        "request_id": "00000000-0000-0000-0000-000000000001",
        "partnership": "BD",
        "values": ["1.50"],
    }


def test_a_signature_is_good_for_one_act_and_one_id() -> None:
    """TWO_PERSONS: the same words under another id, or as another act, are not what was signed."""
    asked = Ask(request_id=UUID(int=1), partnership="BD", values=())
    again = replace(asked, request_id=UUID(int=2))
    other = AskOtherwise(request_id=UUID(int=1), partnership="BD", values=())

    assert content_of(asked) != content_of(again)
    assert content_of(asked) != content_of(other)


def test_the_first_form_of_what_was_signed_is_still_read() -> None:
    """Records of version 1 left act and id out; their requests are known again by that form."""
    unsigned = Ask(request_id=UUID(int=1), partnership="BD", values=(Decimal("1.50"),))
    signed = Ask(
        request_id=UUID(int=2),
        partnership="BD",
        values=(Decimal("1.50"),),
        signatures=(Signature("p", "co-chair", "k", "s"),),
    )

    first = {"partnership": "BD", "values": ["1.50"]}
    assert content_of(unsigned, version=1) == content_of(signed, version=1) == first
