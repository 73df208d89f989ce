"""Methodologies as far as they were published."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from openjcm.api.answers import REFUSALS
from openjcm.api.asked import Asked, Country, MethodologyKey, TemplateKey, VersionId, VersionKey
from openjcm.api.schemas import list_of, schema_of
from openjcm.methodology.comparing import VersionComparison
from openjcm.store import reader
from openjcm.views.catalogue import Template, list_templates
from openjcm.views.identifiers import found_as
from openjcm.views.methodologies.known import (
    MethodologyVersionRow,
    compare_version,
    list_versions,
)
from openjcm.views.methodologies.versions import WrittenTemplate, find_written_template
from openjcm.views.record.methodologies import (
    Methodology,
    MethodologyRow,
    find_methodology,
    list_methodologies,
)

router = Router(tags=["methodologies"])


class MethodologyQuestion(Asked):
    """Whose methodologies."""

    partner: Country | None = Field(None, description="Of this partner country (ISO 3166).")


class OtherQuestion(Asked):
    """With what a version is compared."""

    other: VersionId = Field(
        ..., alias="with", description="The other: a number with its version, or a template."
    )


@router.get(
    "/methodologies",
    response={200: list_of(MethodologyRow), **REFUSALS},
    operation_id="methodologies",
)
def methodologies(request: HttpRequest, asked: Query[MethodologyQuestion]) -> Any:
    """Return methodologies by number."""
    return list(list_methodologies(reader(), asked.partner))


@router.get(
    "/methodologies/{number}",
    response={200: schema_of(Methodology), **REFUSALS},
    operation_id="methodology",
)
def methodology(request: HttpRequest, number: MethodologyKey) -> Any:
    """Return a methodology by its number without version, with the projects that use it."""
    return found_as(reader(), find_methodology, number)


@router.get(
    "/methodologies/{number}/versions",
    response={200: list_of(MethodologyVersionRow), **REFUSALS},
    operation_id="methodology_versions",
)
def methodology_versions(request: HttpRequest, number: MethodologyKey) -> Any:
    """Return the known versions of a number: what is known of each, and who confirmed it."""
    return list(list_versions(number))


@router.get(
    "/methodologies/{number}/versions/{version}/diff",
    response={200: schema_of(VersionComparison), **REFUSALS},
    operation_id="methodology_diff",
)
def methodology_diff(
    request: HttpRequest, number: MethodologyKey, version: VersionKey, asked: Query[OtherQuestion]
) -> Any:
    """Return a version beside another one: what differs, and what is not known."""
    return compare_version(number, version, asked.other)


@router.get(
    "/methodology-templates",
    response={200: list_of(Template), **REFUSALS},
    operation_id="methodology_templates",
)
def methodology_templates(request: HttpRequest) -> Any:
    """Return the unofficial templates, one for each family of methodologies."""
    return list(list_templates())


@router.get(
    "/methodology-templates/{template_id}",
    response={200: schema_of(WrittenTemplate), **REFUSALS},
    operation_id="methodology_template",
)
def methodology_template(request: HttpRequest, template_id: TemplateKey) -> Any:
    """Return one unofficial template with its definition; null where it is named for later."""
    return find_written_template(template_id)
