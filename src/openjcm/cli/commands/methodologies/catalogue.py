"""``openjcm methodology list``, ``versions`` and ``templates``: they ask no record."""

from typing import Annotated

import typer

from openjcm.cli.answers import JsonFlag, Language, answer
from openjcm.cli.asked import PartnerOption
from openjcm.methodology.entries import load_family
from openjcm.papers.record_text.catalogue import catalogue_text, templates_text, versions_text
from openjcm.views.catalogue import list_catalogue, list_templates
from openjcm.views.methodologies.known import list_versions


def _family(family: str | None) -> str | None:
    """Return the identifier of a template that there is, or refuse."""
    return load_family(family).id if family else None


def list_(
    *,
    partner: PartnerOption = None,
    family: Annotated[
        str | None, typer.Option(help="Of this family, e.g. OJ_chiller_ver1.")
    ] = None,
    executable: Annotated[
        bool, typer.Option("--executable", help="Only what can be worked under its number.")
    ] = False,
    proposed: Annotated[
        bool, typer.Option("--proposed", help="Numbers of proposals as well.")
    ] = False,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """List approved numbers: versions, what the relation rests on, what can be worked.

    Raises:
        NotFound: there is no such family.
    """
    found = list_catalogue(partner, _family(family), executable=executable, proposed=proposed)
    answer(found, as_json=as_json, text=lambda: catalogue_text(found, language))


def versions(
    number: Annotated[str, typer.Argument(help="Without version, e.g. ID_AM002.")],
    *,
    as_json: JsonFlag = False,
    language: Language = "en",
) -> None:
    """List the versions of a number: what is known of each, and who confirmed it.

    Raises:
        NotFound: the catalogue has no such number.
    """
    found = list_versions(number)
    answer(found, as_json=as_json, text=lambda: versions_text(found, language))


def templates(*, as_json: JsonFlag = False, language: Language = "en") -> None:
    """List the unofficial templates, one for each family."""
    found = list_templates()
    answer(found, as_json=as_json, text=lambda: templates_text(found, language))
