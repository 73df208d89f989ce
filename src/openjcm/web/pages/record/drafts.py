"""A draft of a methodology that a proposer pastes or uploads: checked, shown and worked.

Nothing of it is kept. The answer to a form is a page of its reader alone, so no page here is
stored by anybody.
"""

import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from importlib.resources import files

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from openjcm.intake.seats import RETRY_AFTER, Busy
from openjcm.methodology.drafting import draft_of
from openjcm.methodology.drafting.trial import CASE, DEFINITION
from openjcm.methodology.entries import all_families, is_template_written
from openjcm.methodology.files.toml import TEXT_LENGTH_MAX
from openjcm.web.addresses import origin
from openjcm.web.documents.rendering import document_of
from openjcm.web.drafts.checking import Checked, OutOfBounds, check_draft
from openjcm.web.drafts.child import MEMORY_MAX, SECONDS_MAX
from openjcm.web.drafts.listing import listing_of
from openjcm.web.languages import language_of
from openjcm.web.pages.record.asking import known, text
from openjcm.web.rendering import page

# What a shell is told; in a form it is the button that checks.
_COMMANDS = re.compile(r"#\n(?:# +openjcm .*\n)+#\n")
BODY_MAX = 2_500_000
"""Bytes of a form: both texts and a file, each as long as it may be."""
_DOCUMENTS = ("write-a-methodology", "methodology-language", "methodology-reference")
_REFERENCE = "docs/methodology-reference.md"
_DRAFT_ID = "OJ_my_draft_ver1"
# A little more than may be sent, so that what is cut is still too long and not taken by mistake.
_KEPT_MAX = TEXT_LENGTH_MAX + 1_000
_STATUS = {
    "blank": HTTPStatus.UNPROCESSABLE_ENTITY,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too-long": HTTPStatus.UNPROCESSABLE_ENTITY,
    "file-too-long": HTTPStatus.UNPROCESSABLE_ENTITY,
    "case-too-long": HTTPStatus.UNPROCESSABLE_ENTITY,
    "not-text": HTTPStatus.UNPROCESSABLE_ENTITY,
    "out-of-bounds": HTTPStatus.UNPROCESSABLE_ENTITY,
    "busy": HTTPStatus.SERVICE_UNAVAILABLE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the form."""

    definition: str = ""
    case: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a draft may use."""

    seconds: int = SECONDS_MAX
    megabytes: int = MEMORY_MAX >> 20
    characters: int = TEXT_LENGTH_MAX


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, language: str) -> HttpResponse:
    """Ask for a draft, or show what is wrong with one and what it comes to."""
    # Before the form is read: what is too large is not, and no file is written anywhere.
    if int(request.META.get("CONTENT_LENGTH") or 0) > BODY_MAX:
        return _shown(request, Asked(), problem="too-large")
    if request.method == "POST":
        request.upload_handlers = [MemoryFileUploadHandler(request)]
    return _draft(request, language)


@csrf_protect
def _draft(request: HttpRequest, language: str) -> HttpResponse:
    if request.method != "POST":
        return _shown(request, _begun(request))
    asked, problem = _asked(request)
    checked = None
    try:
        checked = None if problem else check_draft(asked.definition, asked.case, language)
    except Busy:
        problem = "busy"
    except OutOfBounds:
        problem = "out-of-bounds"
    return _shown(request, asked, problem=problem, checked=checked)


def _begun(request: HttpRequest) -> Asked:
    """Return what the form has before anything is written: an example, or a family's draft."""
    written = [each.id for each in all_families() if is_template_written(each)]
    family = known(request, "family", written)
    if family:
        drafted = draft_of(_DRAFT_ID, family)
        return Asked(
            _for_the_site(request, drafted["definition.toml"]), drafted["cases/first.toml"], family
        )
    if text(request, "example"):
        folder = files("openjcm.web") / "drafts" / "example"
        return Asked(*((folder / name).read_text("utf-8") for name in (DEFINITION, CASE)))
    return Asked()


def _for_the_site(request: HttpRequest, text: str) -> str:
    """Return the first lines of a draft for a reader who has no shell and no files of ours."""
    reference = reverse("document", args=[language_of(request.path), "methodology-reference"])
    without_commands = _COMMANDS.sub("#\n", text)
    return without_commands.replace(_REFERENCE, origin(request) + reference)


def _asked(request: HttpRequest) -> tuple[Asked, str]:
    """Return what was sent, and why it cannot be checked; a file goes before what was pasted.

    What was pasted is given back even where a file or the other text cannot be taken.
    """
    pasted, file = (
        Asked(_text(request, "definition"), _text(request, "case")),
        request.FILES.get("file"),
    )
    try:
        definition = _lines(file.read().decode("utf-8-sig")) if file else pasted.definition
    except UnicodeDecodeError:
        return _kept(pasted), "not-text"
    if len(definition) > TEXT_LENGTH_MAX:
        # Of a file too long nothing is put into the form: it is where it was.
        return _kept(pasted), "file-too-long" if file else "too-long"
    if len(pasted.case) > TEXT_LENGTH_MAX:
        return _kept(replace(pasted, definition=definition)), "case-too-long"
    return replace(pasted, definition=definition), "" if definition.strip() else "blank"


def _kept(asked: Asked) -> Asked:
    """Return what a form can hold of what was sent: what is too long is cut, to be shortened."""
    return Asked(asked.definition[:_KEPT_MAX], asked.case[:_KEPT_MAX])


def _text(request: HttpRequest, name: str) -> str:
    return _lines(request.POST.get(name, ""))


def _lines(said: str) -> str:
    # A form ends its lines as the first teleprinters did.
    return said.replace("\r\n", "\n")


def _shown(
    request: HttpRequest, asked: Asked, *, problem: str = "", checked: Checked | None = None
) -> HttpResponse:
    texts = {DEFINITION: asked.definition, CASE: asked.case}
    answer = page(
        request,
        "record/methodology_draft.html",
        status=_STATUS.get(problem, HTTPStatus.OK),
        asked=asked,
        problem=problem,
        checked=checked,
        listings=[
            listing_of(name, said, checked.faults)
            for name, said in texts.items()
            if checked and any(each.file == name for each in checked.faults)
        ],
        families=[each for each in all_families() if is_template_written(each)],
        bounds=Bounds(),
        documents=[(each, document_of(each, "en").title) for each in _DOCUMENTS],
        # A link would lead to an empty form: the other language is asked with what stands in it.
        is_sent=request.method == "POST",
        csrf_token=get_token(request),
        used_bases=set(checked.bases) if checked else set(),
    )
    # It holds a form of this reader, and perhaps a draft; a browser says from where it is sent.
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "same-origin"
    if problem == "busy":
        answer["Retry-After"] = RETRY_AFTER
    return answer
