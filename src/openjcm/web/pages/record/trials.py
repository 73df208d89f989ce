"""A definition tried with a reader's own values: in its page, or the result alone as one types.

Neither is kept by anybody: not here, not by a browser, not by a searching machine.
"""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm.measure.errors import Malformed
from openjcm.methodology import Definition
from openjcm.views.methodologies.trial import Trial, find_trial
from openjcm.views.methodologies.versions import find_template, known_version
from openjcm.web.citation import TYPED
from openjcm.web.headers import WITH_SCRIPT
from openjcm.web.rendering import page

QUERY_MAX = 6_000


@require_safe
def of_version(request: HttpRequest, language: str, number: str, version: str) -> HttpResponse:
    """Give what a version comes to with the values of a form."""
    return _result(request, known_version(number, version))


@require_safe
def of_template(request: HttpRequest, language: str, template_id: str) -> HttpResponse:
    """Give what a template comes to with the values of a form."""
    return _result(request, find_template(template_id).template.id)


def trial_in(request: HttpRequest, definition: Definition | None) -> Trial | None:
    """Return the form of a page, worked where it was sent; None without a definition."""
    if definition is None:
        return None
    return find_trial(definition.id, _asked(request) if TYPED in request.GET else None)


def status_of(trial: Trial | None) -> int:
    """Return the status of a page with a form."""
    is_refused = trial and trial.is_refused
    return HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK


def with_script(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let a page load our own scripts, and let nobody keep what it was asked to work."""
    response["Content-Security-Policy"] = WITH_SCRIPT
    if TYPED in request.GET:
        _keep_nowhere(response)
    return response


def _result(request: HttpRequest, definition_id: str) -> HttpResponse:
    # What is being typed may be half a number: that is said in words, and is no failure.
    trial = find_trial(definition_id, _asked(request))
    response = page(request, "record/parts/trial_result.html", trial=trial)
    _keep_nowhere(response)
    return response


def _asked(request: HttpRequest) -> Mapping[str, str]:
    if len(request.META.get("QUERY_STRING", "")) > QUERY_MAX:
        raise Malformed(
            f"the form sent more than {QUERY_MAX} characters", code="trial-too-long", about=TYPED
        )
    return request.GET.dict()


def _keep_nowhere(response: HttpResponse) -> None:
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
