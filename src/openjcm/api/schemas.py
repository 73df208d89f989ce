"""What answers look like: schemas made of the views' own dataclasses, so they cannot drift."""

from dataclasses import fields, is_dataclass
from typing import Any, cast, get_args, get_origin, get_type_hints

from ninja import Schema
from pydantic import ConfigDict, create_model

from openjcm.views import comparison, measures, notice, open_data, search, walk


class Finding(Schema):
    """One thing that a check found."""

    rule: str
    place: str
    message: str


class Refusal(Schema):
    """Why a request was refused: a stable code and a sentence."""

    code: str
    message: str
    findings: list[Finding]


_made: dict[type, type[Schema]] = {}


def schema_of(view: type) -> type[Schema]:
    """Return the schema of a frozen dataclass: the same fields, nested ones likewise."""
    if view not in _made:
        hints = get_type_hints(view)
        said = {each.name: (_shown(hints[each.name]), ...) for each in fields(view)}
        model = create_model(
            view.__name__, __base__=_Answer, __doc__=view.__doc__, **cast("Any", said)
        )
        _made[view] = model
    return _made[view]


def list_of(view: type) -> Any:  # noqa: ANN401 - a generic alias
    """Return the schema of a list of a frozen dataclass."""
    return list[schema_of(view)]  # type: ignore[misc]  # made at run time


class _Answer(Schema):
    model_config = ConfigDict(from_attributes=True, extra="forbid")


def _shown(hint: Any) -> Any:  # noqa: ANN401 - any annotation of a view
    if is_dataclass(hint):
        return schema_of(cast("type", hint))
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return list[_shown(arguments[0])]  # type: ignore[misc]  # made at run time
    if arguments and any(is_dataclass(each) for each in arguments):
        kept = [each for each in arguments if each is not type(None)]
        return _shown(kept[0]) | None
    return hint


Measures = schema_of(measures.Measures)
Notice = schema_of(notice.Notice)
Notices = list_of(notice.Notice)
Walk = schema_of(walk.Walk)
Rehearsals = list_of(comparison.Rehearsal)
Comparison = schema_of(comparison.Comparison)
Hits = list_of(search.Hit)
DecisionRows = list_of(open_data.DecisionRow)
