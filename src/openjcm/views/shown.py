"""Which parts of an answer are shown: its fields, and what follows from them.

Every door reads answers through this, so none of them shows more or less than another.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

_VIEWS = __name__.rpartition(".")[0]


@cache
def shown(answer: type) -> dict[str, Any]:
    """Return name and type of each part of a frozen dataclass: fields, then properties of views.

    A class of a room below shows its fields alone: what follows from them is its own business.
    """
    hints = get_type_hints(answer)
    said = {each.name: hints[each.name] for each in fields(answer)}
    if not answer.__module__.startswith(_VIEWS):
        return said
    worked_out = {
        name: get_type_hints(each.fget)["return"]
        for name, each in vars(answer).items()
        if isinstance(each, property) and not name.startswith("_")
    }
    return said | worked_out


def plain(value: Any) -> Any:  # noqa: ANN401 - any answer in, JSON values out
    """Return an answer as JSON values, exactly as the API gives them: decimals, days as text."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in shown(type(value))}
    if isinstance(value, Enum):
        return value.value
    match value:
        case Decimal() | date():
            return _plain_text(value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    return value


def _plain_text(value: Decimal | date) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)
