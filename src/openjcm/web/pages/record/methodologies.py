"""Methodologies as far as they were published, and one with the projects that use it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.methodology.comparing import WHOLE, compare
from openjcm.papers.methodologies.comparisons import count_sentences
from openjcm.rulebook import all_partners
from openjcm.views.catalogue import list_templates
from openjcm.views.methodologies.changes import changes_around, changes_in_order, grouped
from openjcm.views.methodologies.versions import comparable_versions, find_template, find_version
from openjcm.views.record.methodologies import find_methodology, list_methodologies
from openjcm.web.pages.record.asking import partner, text
from openjcm.web.pages.record.trials import status_of, trial_in, with_script
from openjcm.web.pages.record.workbook_files import number_form, template_form, version_form
from openjcm.web.rendering import page


@require_safe
def methodologies(request: HttpRequest, language: str) -> HttpResponse:
    """Show the numbers of all methodologies, or of those of one partner country."""
    chosen = partner(request)
    return page(
        request,
        "record/methodologies.html",
        methodologies=list_methodologies(store.reader(), chosen),
        asked={"partner": chosen},
        partners=all_partners(),
    )


@require_safe
def methodology(request: HttpRequest, language: str, number: str) -> HttpResponse:
    """Show a methodology: versions, what title and formula rest on, where its text is."""
    found = find_methodology(store.reader(), number)
    return page(
        request,
        "record/methodology.html",
        methodology=found,
        changes=changes_in_order([each.version.id for each in found.entries]),
        workbook=number_form(language, number),
    )


@require_safe
def templates(request: HttpRequest, language: str) -> HttpResponse:
    """Show the unofficial templates, one for each family of methodologies."""
    return page(request, "record/methodology_templates.html", templates=list_templates())


@require_safe
def template(request: HttpRequest, language: str, template_id: str) -> HttpResponse:
    """Show a template: parameters, formulas, and a case worked through it."""
    found = find_template(template_id)
    trial = trial_in(request, found.definition)
    shown = page(
        request,
        "record/methodology_template.html",
        status=status_of(trial),
        found=found,
        trial=trial,
        workbook=template_form(language, found.definition),
    )
    return with_script(request, shown) if trial else shown


@require_safe
def version(request: HttpRequest, language: str, number: str, version: str) -> HttpResponse:
    """Show one version: its standing, what it says, and a case worked through it."""
    found = find_version(store.reader(), number, version)
    trial = trial_in(request, found.definition)
    shown = page(
        request,
        "record/methodology_version.html",
        status=status_of(trial),
        found=found,
        changes=changes_around(found.id, [each.id for each in found.row.versions]),
        trial=trial,
        workbook=version_form(language, number, version),
    )
    return with_script(request, shown) if trial else shown


@require_safe
def diff(request: HttpRequest, language: str) -> HttpResponse:
    """Show two versions side by side, or ask which."""
    a, b = text(request, "a"), text(request, "b")
    compared = compare(a, b) if a and b else None
    return page(
        request,
        "record/methodology_diff.html",
        compared=compared,
        groups=grouped(compared) if compared else (),
        counts=count_sentences(compared, language) if compared else (),
        asked={"a": a, "b": b},
        versions=comparable_versions(),
        whole=WHOLE,
    )
