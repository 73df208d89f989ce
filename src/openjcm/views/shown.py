"""Which parts of an answer are shown: its fields, and what follows from them.

Every door reads answers through this, so none of them shows more or less than another.
"""

from dataclasses import fields
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
