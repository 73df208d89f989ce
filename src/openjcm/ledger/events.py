"""What happens to credits, as facts: issued, transferred, retired, cancelled.

Plain values that a journal can keep; ranges count both ends. Which serial numbers a range covers
is written out, so that a replay decides nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placement:
    """Serial numbers that an issuance put into one account."""

    account: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Range:
    """Serial numbers of one issuance."""

    issuance: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CreditsIssued:
    """One vintage issued in one side's registry, on one decision and one notification."""

    issuance: str
    decision: str
    notification: str
    side: str
    host: str
    project: str
    vintage: int
    first: int
    last: int
    placed: tuple[Placement, ...]


@dataclass(frozen=True, slots=True)
class CreditsTransferred:
    """Credits moved between two holding accounts of one registry."""

    side: str
    source: str
    target: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class CreditsRetired:
    """Credits used towards the NDC; they stay in the retirement account for good."""

    side: str
    source: str
    target: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class CreditsCancelled:
    """Credits set aside for another purpose than the NDC; they stay for good."""

    side: str
    source: str
    target: str
    ranges: tuple[Range, ...]
    purpose: str


Moved = CreditsTransferred | CreditsRetired | CreditsCancelled
LedgerEvent = CreditsIssued | Moved
