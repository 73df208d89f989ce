"""What a story has led to so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openjcm.actions.derivation import Filed
from openjcm.actions.request import Receipt
from openjcm.stories.story_file import Story


@dataclass(slots=True)
class Played:
    """What a story has led to so far: receipts by step, and what later steps refer to."""

    story: Story
    documents: Mapping[str, Filed]
    receipts: list[Receipt] = field(default_factory=list)
    accounts: dict[str, str] = field(default_factory=dict)

    def last(self, kind: str, **where: str) -> Mapping[str, Any]:
        """Return the body of the newest receipt of a kind with these values."""
        return next(
            receipt.body
            for receipt in reversed(self.receipts)
            if receipt.kind == kind
            and all(receipt.body.get(name) == value for name, value in where.items())
        )
