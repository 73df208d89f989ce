"""A block: credits of one issuance with consecutive serial numbers, in one account."""

from dataclasses import dataclass, replace

from openjcm.ledger.accounts import AccountKind
from openjcm.measure.errors import Malformed


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive credits in one account; ``first`` and ``last`` are both inside, never empty.

    Raises:
        Malformed: the first serial number is not above zero, or the last lies before it.
    """

    issuance: str
    side: str
    host: str
    project: str
    vintage: int
    first: int
    last: int
    account: str
    kind: AccountKind

    def __post_init__(self) -> None:
        if not 0 < self.first <= self.last:
            raise Malformed(
                f"{self.issuance}: {self.first} to {self.last} is no range of serial numbers",
                code="block-is-empty",
                about=self.issuance,
            )

    @property
    def amount(self) -> int:
        """Credits in the block, both ends counted."""
        return self.last - self.first + 1

    def split(self, amount: int) -> tuple["Block", "Block"]:
        """Cut the first ``amount`` credits off.

        Returns the block cut off, then what is left of this one.

        Raises:
            Malformed: nothing would stand on one of the two sides.
        """
        if not 0 < amount < self.amount:
            raise Malformed(
                f"{self.issuance}: {amount} of {self.amount} cannot be cut off; "
                "a split leaves something on both sides",
                code="split-leaves-nothing",
                about=self.issuance,
            )
        cut = self.first + amount
        return replace(self, last=cut - 1), replace(self, first=cut)


def is_whole(amount: object) -> bool:
    """Answer whether something typed is a whole number; True and 20.0 are none.

    >>> is_whole(20), is_whole(20.0), is_whole(True)
    (True, False, False)
    """
    return type(amount) is int
