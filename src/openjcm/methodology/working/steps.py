"""What a calculation keeps: every intermediate, as series, opened into single steps when asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from openjcm.methodology.working.inputs import Members


class StepKind(StrEnum):
    """Where in a formula a step stands."""

    TERM = "term"
    PART = "part"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way, in full precision.

    A *term* is one element of a sum (``per`` and ``item``, counted from 1, say which, ``at`` says
    it with names), a *part* the sum itself inside a larger formula, a *result* the value of the
    formula. ``symbol`` of a result is what the formula gives; the others, which the document does
    not name, are numbered after it in their order: ``RE_1``, ``RE_2``. ``is_exact`` is false when
    fifty digits were not enough anywhere in the series or before it; ``uncertainty`` is then by
    how much the value may be wrong at most.
    """

    symbol: str
    value: Decimal
    unit: str
    formula: str
    kind: StepKind = StepKind.RESULT
    per: str = ""
    item: int = 0
    at: str = ""
    is_exact: bool = True
    uncertainty: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Line:
    """All values of one expression: one, or one for each place of its index sets."""

    symbol: str
    values: tuple[Decimal, ...]
    unit: str
    formula: str
    kind: StepKind
    sets: tuple[str, ...] = ()
    uncertainty: Decimal = Decimal(0)

    @property
    def is_exact(self) -> bool:
        """Whether fifty digits were enough, here and before."""
        return self.uncertainty == 0

    @property
    def per(self) -> str:
        """The index sets, joined by commas; empty for one value."""
        return ", ".join(self.sets)

    def opened(self, members: Members) -> Iterator[Step]:
        """Yield a step for each place."""
        for item, value in enumerate(self.values, start=1):
            yield Step(
                symbol=self.symbol,
                value=value,
                unit=self.unit,
                formula=self.formula,
                kind=self.kind,
                per=self.per,
                item=item if self.sets else 0,
                at=members.place(self.sets, item),
                is_exact=self.is_exact,
                uncertainty=self.uncertainty,
            )
