"""What answers look like: schemas made of the views' own dataclasses, so they cannot drift.

What a field means stands in ``fields.toml``, by its name, or by class and name where one name
means two things.
"""

import tomllib
from dataclasses import is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast, get_args, get_origin

from ninja import Schema
from pydantic import ConfigDict, Field, create_model

from openjcm.views.shown import shown

# A fact of a walk is a line of it; a published fact is another thing, of the same name.
_TWINS = {("openjcm.views.walk", "Fact"): "WalkFact"}


class _Answer(Schema):
    model_config = ConfigDict(from_attributes=True, extra="forbid")


class Finding(_Answer):
    """One thing that a check found."""

    rule: str = Field(description="The rule that does not hold; empty for a faulty parameter.")
    place: str = Field(description="Where: the parameter, the paragraph or the row.")
    message: str = Field(description="What is wrong there, and what to do.")


class Refusal(_Answer):
    """Why a request was refused: a stable code and a sentence."""

    code: str = Field(description="A stable word for programs.")
    message: str = Field(description="A sentence for the person who asked.")
    findings: list[Finding] = Field(description="Everything that was found, if it was several.")


@cache
def schema_of(view: type) -> type[Schema]:
    """Return the schema of a frozen dataclass: what is shown of it, nested ones likewise."""
    said = {
        part: (_typed(hint), Field(description=_meaning(view, part)))
        for part, hint in shown(view).items()
    }
    name = _TWINS.get((view.__module__, view.__name__), view.__name__)
    return create_model(name, __base__=_Answer, __doc__=view.__doc__, **cast("Any", said))


def list_of(view: type) -> Any:  # noqa: ANN401 - a generic alias
    """Return the schema of a list of a frozen dataclass."""
    return list[schema_of(view)]  # type: ignore[misc]  # made at run time


@cache
def page_of(view: type) -> type[Schema]:
    """Return the schema of a page: items, how many there are in all, the next page's cursor."""
    each: Any = schema_of(view)
    said: dict[str, Any] = {
        "items": (list[each], Field(description="The items of this page, in their order.")),
        "total": (int, Field(description="How many items there are on all pages.")),
        "next": (
            str | None,
            Field(description="The cursor of the next page; null on the last one."),
        ),
    }
    return create_model(
        f"PageOf{view.__name__}", __base__=_Answer, __doc__=f"A page of {view.__name__}.", **said
    )


@cache
def _meanings() -> dict[str, Any]:
    return tomllib.loads((files("openjcm.api") / "fields.toml").read_text(encoding="utf-8"))


def _meaning(view: type, part: str) -> str | None:
    words = _meanings()
    found: str | None = words.get(view.__name__, {}).get(part) or words["any"].get(part)
    return found


def _typed(hint: Any) -> Any:  # noqa: ANN401 - any annotation of a view
    if is_dataclass(hint):
        return schema_of(cast("type", hint))
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        return list[_typed(arguments[0])]  # type: ignore[misc]  # made at run time
    if arguments and any(is_dataclass(each) for each in arguments):
        kept = [each for each in arguments if each is not type(None)]
        return _typed(kept[0]) | None
    return hint
