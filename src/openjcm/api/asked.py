"""What may be asked: typed parameters, each of which says what it means and what it may be.

A parameter or a value that is not known is refused, and the refusal names it.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from openjcm.measure.errors import Finding, Malformed
from openjcm.rulebook import all_partners
from openjcm.views.record.pages import LARGEST_PAGE, PAGE_SIZE

# The scheme's first bilateral document is of 2013.
_FIRST_YEAR = 2013
_LAST_YEAR = 2100
_LONGEST_CURSOR = 400
_LONGEST_QUESTION = 200
_COUNTRIES = [partner.iso2 for partner in all_partners()]

Run = Callable[..., HttpResponse]


class Asked(Schema):
    """The parameters of a question."""

    model_config = ConfigDict(extra="forbid")


def one_of(names: list[str]) -> Any:  # noqa: ANN401 - an annotation
    """Return the type of a parameter that is one of these names."""

    def known(name: str) -> str:
        if name not in names:
            raise PydanticCustomError("unknown", f"it is one of {', '.join(names)}")
        return name

    return Annotated[str, AfterValidator(known), Field(json_schema_extra={"enum": [*names]})]


def _written_so(form: str, says: str) -> BeforeValidator:
    """Refuse what pydantic would read all the same: a number as a day, ``yes`` as true."""

    def check(value: object) -> object:
        if not re.fullmatch(form, str(value)):
            raise PydanticCustomError("form", says)
        return value

    return BeforeValidator(check)


Country = one_of(_COUNTRIES)
Day = Annotated[date, _written_so(r"\d{4}-\d{2}-\d{2}", "it is a day, as 2022-03-31")]
Truth = Annotated[bool, _written_so("true|false", "it is true or false")]
# Goals and progress are of the scheme as a whole and stand in Japan's own record.
Partnership = one_of(["JP", *_COUNTRIES])
Year = Annotated[int, Field(ge=_FIRST_YEAR, le=_LAST_YEAR)]
ProjectNumber = Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9]{3}$", examples=["BD002"])]
Words = Annotated[str, Field(max_length=_LONGEST_QUESTION, pattern=r"^[^\x00]*$")]
CountryKey = Annotated[str, Path(description="The country's ISO 3166 code.", examples=["MN"])]
ProjectKey = Annotated[str, Path(description="The project's number.", examples=["BD002"])]
DecisionKey = Annotated[
    str, Path(description="The decision's key, as lists give it.", examples=["BD-2022-03-28"])
]
MethodologyKey = Annotated[
    str, Path(description="The number, without version.", examples=["BD_AM001"])
]
VersionKey = Annotated[str, Path(description="The version, as lists give it.", examples=["01.0"])]
VersionId = Annotated[
    str,
    Field(
        pattern=r"^[A-Z]{2}_[A-Za-z0-9_.]{1,80}$",
        examples=["ID_AM002_ver02.0", "OJ_chiller_ver1"],
    ),
]
TemplateKey = Annotated[
    str, Path(description="The template's identifier.", examples=["OJ_chiller_ver1"])
]
FactKey = Annotated[
    str, Path(description="The number or key of what it is about.", examples=["BD002"])
]
RehearsalKey = Annotated[str, Path(description="The rehearsal's key.", examples=["BD-R"])]
# How a serial number is written is an edition's to say, so the document cannot.
Serial = Annotated[
    str,
    Path(
        description="The serial number of a block, as printed.",
        examples=["REHEARSAL-JP-BD-BD002-2017-1-25"],
    ),
]


class Paged(Asked):
    """Which page of a long answer."""

    cursor: str | None = Field(
        None,
        description="Where the page begins: `next` of the page before. Left out: the first page.",
        max_length=_LONGEST_CURSOR,
        pattern=r"^[A-Za-z0-9_-]+$",
    )
    limit: int = Field(
        PAGE_SIZE, description="How many items a page has at most.", ge=1, le=LARGEST_PAGE
    )


def only_known(run: Run) -> Run:
    """Refuse a parameter that an operation does not take, or takes once and is given twice."""
    operation: Any = run.__self__  # type: ignore[attr-defined]  # ninja binds it to the operation
    if not operation.include_in_schema:
        return run
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }

    def answer(request: HttpRequest, **path: Any) -> HttpResponse:  # noqa: ANN401 - as ninja hands it
        wrong = [_unknown(name, known) for name in request.GET if name not in known]
        wrong += [
            Finding("", name, "given more than once; give it once")
            for name, values in request.GET.lists()
            if name in known and len(values) > 1
        ]
        if wrong:
            refused: HttpResponse = operation.api.on_exception(request, unreadable(wrong))
            return refused
        return run(request, **path)

    return answer


def unreadable(findings: list[Finding]) -> Malformed:
    """Return the refusal of parameters, each by its name."""
    said = "; ".join(f"{each.place}: {each.message}" for each in findings)
    return Malformed(said, code="request-unreadable", findings=tuple(findings))


def _unknown(name: str, known: set[str]) -> Finding:
    takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
    return Finding("", name, f"this address does not know the parameter; {takes}")
