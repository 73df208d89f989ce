"""The one form of a request as JSON values."""

from dataclasses import dataclass
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


def test_what_is_signed_leaves_out_id_and_signatures() -> None:
    """Two requests that say the same have the same content, whoever signs them."""
    unsigned = Ask(request_id=UUID(int=1), partnership="BD", values=(Decimal("1.50"),))
    signed = Ask(
        request_id=UUID(int=2),
        partnership="BD",
        values=(Decimal("1.50"),),
        signatures=(Signature("p", "co-chair", "k", "s"),),
    )

    assert content_of(unsigned) == content_of(signed) == {"partnership": "BD", "values": ["1.50"]}
