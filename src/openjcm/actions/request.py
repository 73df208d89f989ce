"""What an action is asked: frozen dataclasses, and their one form as JSON values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What every request says: in which partnership, and its own id.

    The same id again returns the same receipt; with other content, or as another act, it is
    refused.
    """

    request_id: UUID
    partnership: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A person's signature over the digest of a request, by a registered authenticator."""

    person: str
    role: str
    key_id: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedRequest(Request):
    """A request that two natural persons sign; signatures are not part of what is signed."""

    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an action answers: the journal record that says it was done."""

    partnership: str
    side: str
    seq: int
    kind: str
    body: Mapping[str, Any]

    @property
    def record(self) -> str:
        """The record as people cite it."""
        return f"{self.partnership}/{self.side} record {self.seq}"


# The form of what is signed, by the version of the record that keeps its digest.
_FIRST_FORM = 1
_NOT_SIGNED = ("signatures",)
_NOT_SIGNED_AT_FIRST = ("request_id", "signatures")
# What an act learned to say later; where it is empty, older requests keep their digest.
_SIGNED_WHERE_SAID = ("worked_by",)


def content_of(request: Request, *, version: int = _FIRST_FORM + 1) -> dict[str, Any]:
    """Return what is signed: which act, under which id, and everything that it says.

    Act and id belong to it, so that a signature is good for one act and for one time: sent
    again under another id, or as another act, it does not hold.

    Args:
        request: Any request; its signatures are left out.
        version: The version of the record; in the first, act and id were left out.
    """
    said = json_value(request)
    said = {key: value for key, value in said.items() if value or key not in _SIGNED_WHERE_SAID}
    if version == _FIRST_FORM:
        return {key: value for key, value in said.items() if key not in _NOT_SIGNED_AT_FIRST}
    kept = {key: value for key, value in said.items() if key not in _NOT_SIGNED}
    return {"act": type(request).__name__, **kept}


def json_value(value: Any) -> Any:  # noqa: ANN401 - any of our values in, JSON out
    """Return a value of ours as JSON: decimals, fractions, days and ids as text, never a float.

    >>> json_value({"share": Fraction(1, 2), "on": date(2022, 3, 28)})
    {'share': '1/2', 'on': '2022-03-28'}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: json_value(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(json_value(key)): json_value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:  # noqa: ANN401 - one value of ours in, JSON out
    match value:
        case Enum():
            return value.value
        case Decimal():
            return format(value, "f")
        case Fraction() | UUID() | date():
            return str(value)
    return value
