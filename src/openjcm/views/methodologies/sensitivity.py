"""Which inputs of a definition's worked case move its result most."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from openjcm.methodology import cases_of, load_definition, work
from openjcm.methodology.sensitivity import NotVaried, not_varied, swings

# Of the strongest inputs; the rest are counted.
MOST = 12
_KEPT = 256


@dataclass(frozen=True, slots=True)
class InputSwing:
    """What the reduction becomes when one input is a tenth smaller, and a tenth larger.

    None where nothing can be worked then.
    """

    symbol: str
    says: str
    unit: str
    smaller: Decimal | None
    larger: Decimal | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The reduction of a case in tCO2e, and its strongest inputs first; ``left_out`` counts more.

    ``worked_by`` is the SHA-256 of the definition; ``not_varied`` are inputs of which a tenth is
    nothing, or means nothing.
    """

    definition_id: str
    worked_by: str
    reduction: Decimal
    inputs: tuple[InputSwing, ...]
    left_out: int
    not_varied: tuple[NotVaried, ...] = ()


def find_sensitivity(definition_id: str) -> Sensitivity:
    """Return what moves the result of the case that stands on the page of a definition.

    Raises:
        NotFound: no such definition is written.
    """
    definition = load_definition(definition_id)
    return _found(definition.id, definition.sha256)


# A definition in one state always gives the same, and its worst takes a tenth of a second.
@lru_cache(maxsize=_KEPT)
def _found(definition_id: str, worked_by: str) -> Sensitivity:
    definition = load_definition(definition_id)
    case = next(each for each in cases_of(definition_id) if not each.of_vintage)
    inputs = tuple(
        InputSwing(
            each.parameter.symbol,
            each.parameter.says,
            each.parameter.unit.text,
            each.smaller,
            each.larger,
        )
        for each in swings(definition, case.values)
    )
    reduction = work(definition, case.values).value("ER")
    left_out = max(0, len(inputs) - MOST)
    still = not_varied(definition, case.values)
    return Sensitivity(definition_id, worked_by, reduction, inputs[:MOST], left_out, still)
