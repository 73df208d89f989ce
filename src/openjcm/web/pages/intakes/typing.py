"""The meters of an intake, and the form of one: a value typed, looked at, and taken."""

import hashlib
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from openjcm.intake import SEATS, Busy, deliver
from openjcm.intake.door.bodies import pieces
from openjcm.intake.evidence import EVIDENCE_MAX, keep, let_go
from openjcm.intake.looking import Looked, looked_at, what_stands
from openjcm.intake.seats import RETRY_AFTER
from openjcm.intake.typed import (
    Slip,
    Typed,
    TypedValue,
    batch_of,
    form_of,
    is_twice,
    read_typed,
    typed_in,
)
from openjcm.measure.errors import Conflict, Malformed, NotFound, SchemeError
from openjcm.metering.plan.meter import Meter
from openjcm.store.intakes import Arrived
from openjcm.web.pages.intakes.forms import (
    BODY_MAX,
    FILES_MAX,
    Form,
    InMemory,
    form_sent,
    mark_of,
    new_entry,
)
from openjcm.web.pages.intakes.private import Link, address, followed, private_page, seat_for

CHECK, TAKE, CHANGE = "check", "take", "change"
CORRECTS = "corrects"
# Digits of the number of a batch.
_NUMBER_MAX = 9


@require_safe
def meters(request: HttpRequest, language: str, name: str, key: str) -> HttpResponse:
    """List the meters of the plan: the last value of each, and whether this month's is there.

    Raises:
        NotFound: the link leads to no intake.
        Busy: the readings are many, and others look at such.
    """
    link = followed(name, key)
    with seat_for(link):
        stands = what_stands(link.intake, link.plan, link.arrived, now=link.now)
    return private_page(
        request,
        "meters.html",
        link,
        meters=list(zip(link.plan.meters, stands, strict=True)),
        due=sum(not each.has_month for each in stands),
    )


@dataclass(frozen=True, slots=True)
class Sitting:
    """One request about one meter: the link that it came by, and what stands in the form."""

    request: HttpRequest
    link: Link
    meter: Meter
    form: Form

    @property
    def place(self) -> int:
        """The place of the meter in the plan, from 1."""
        return self.link.plan.meters.index(self.meter) + 1

    @property
    def corrected(self) -> Arrived | None:
        """The batch that the form is to correct."""
        return self.link.batch_of(self.form.replaces)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a form is shown again: slips of fields, a problem by its stem, or what was refused."""

    slips: tuple[Slip, ...] = ()
    problem: str = ""
    refusal: SchemeError | None = None

    @property
    def status(self) -> int:
        """The status of the page."""
        if self.problem:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        is_wrong = self.slips or self.refusal
        return HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK


@require_http_methods(["GET", "HEAD", "POST"])
def meter(request: HttpRequest, language: str, name: str, key: str, place: int) -> HttpResponse:
    """Ask for a value of a meter, look at it, or take it.

    Raises:
        NotFound: the link leads to no intake, or the plan has no such meter.
        Busy: the readings are many, and others look at such.
    """
    link = followed(name, key)
    one = link.meter(place)
    # Before the form is read: what is too large is not, and no file is written anywhere.
    if int(request.META.get("CONTENT_LENGTH") or 0) > BODY_MAX:
        return _form(Sitting(request, link, one, _blank(link)), Wrong(problem="too-large"))
    if request.method == "POST":
        request.upload_handlers = [InMemory(request)]
        # Within a time: a phone that lost its line in the middle of a photo holds no thread.
        request._body = b"".join(pieces(request, BODY_MAX))  # noqa: SLF001 - Django parses it
    return _meter(request, link, one)


@csrf_protect
def _meter(request: HttpRequest, link: Link, one: Meter) -> HttpResponse:
    if request.method != "POST":
        return _begun(request, link, one)
    sitting = Sitting(request, link, one, form_sent(request, link))
    form = sitting.form
    if form.replaces:
        _require_correctable(link, one, sitting.corrected)
    read = read_typed(link.plan, one, form.typed, form.evidence, now=link.now)
    slips = _slips(form, read)
    if slips or not isinstance(read, TypedValue):
        return _form(sitting, Wrong(slips))
    if form.step == CHANGE:
        return _form(sitting, Wrong())
    # The very form may have been sent before: two taps are one batch.
    sha256 = hashlib.sha256(batch_of(read, form.entry).content).hexdigest()
    there = link.batch_of(sha256)
    return _received(sitting, there) if there else _looked_at(sitting, read)


def _slips(form: Form, read: TypedValue | list[Slip]) -> tuple[Slip, ...]:
    """Return all slips: a file that cannot be taken is said to be so, and not to be absent."""
    found = [] if isinstance(read, TypedValue) else read
    if form.slips:
        found = [each for each in found if each.field != "evidence"]
    return (*found, *form.slips)


def _begun(request: HttpRequest, link: Link, one: Meter) -> HttpResponse:
    """Show an empty form, or one with the value that is to be corrected."""
    said = request.GET.get(CORRECTS, "")
    if not said:
        return _form(Sitting(request, link, one, _blank(link)), Wrong())
    is_number = said.isascii() and said.isdigit() and len(said) <= _NUMBER_MAX
    batch = link.batch(int(said) if is_number else 0)
    typed = _require_correctable(link, one, batch)
    form = Form(form_of(typed), new_entry(), batch.sha256, batch.evidence)
    sitting = Sitting(request, link, one, form)
    return _received(sitting, batch) if link.replaced_by(batch) else _form(sitting, Wrong())


def _require_correctable(link: Link, one: Meter, batch: Arrived | None) -> TypedValue:
    """Return the typed value of a meter that is to be corrected; nothing else can be.

    Raises:
        NotFound: the batch is none.
    """
    typed = typed_in(batch, link.plan) if batch else None
    if typed is None or typed.meter != one.id:
        raise NotFound("this batch is no typed value of the meter", code="no-batch")
    return typed


def _blank(link: Link) -> Form:
    """Return a form as it is before anything is typed: of now, in the plan's legal time."""
    local = link.now.astimezone(link.plan.tzinfo)
    turn = str(local.fold) if is_twice(local) else ""
    typed = Typed(day=local.date().isoformat(), clock=f"{local:%H:%M}", turn=turn)
    return Form(typed, new_entry())


def _looked_at(sitting: Sitting, read: TypedValue) -> HttpResponse:
    link, form = sitting.link, sitting.form
    with seat_for(link):
        looked = looked_at(
            link.intake, link.plan, link.arrived, read, replaces=form.replaces, now=link.now
        )
    if form.step != TAKE:
        return _confirm(sitting, read, looked)
    asked = {mark_of(each) for each in looked.questions if not each.is_told}
    if not form.sure >= asked or any(each.is_refused for each in looked.questions):
        return _confirm(sitting, read, looked, problem="not-sure")
    replaces = form.replaces or (looked.replaces.sha256 if looked.replaces else "")
    sent = batch_of(read, form.entry, replaces=replaces, sender=link.sender)
    try:
        with SEATS.one():
            keep(link.intake, read.evidence)
            arrived, _ = deliver(link.intake, sent)
        let_go(link.intake, read.evidence)
    except Busy:
        return _confirm(sitting, read, looked, problem="busy")
    except (Malformed, Conflict, NotFound) as refusal:
        return _form(sitting, Wrong(refusal=refusal))
    return _received(sitting, arrived)


def _received(sitting: Sitting, batch: Arrived) -> HttpResponse:
    # Another address, so that to load the receipt again sends nothing again.
    receipt = address(sitting.request, "intake-receipt", sitting.link, batch.number)
    answer = HttpResponseRedirect(receipt, status=HTTPStatus.SEE_OTHER)
    answer["Cache-Control"] = "no-store"
    return answer


def _form(sitting: Sitting, wrong: Wrong) -> HttpResponse:
    """Show the form with all that stands in it, and what cannot be taken."""
    link = sitting.link
    with seat_for(link):
        stands = what_stands(link.intake, link.plan, link.arrived, now=link.now)
    answer = private_page(
        sitting.request,
        "meter.html",
        link,
        status=wrong.status,
        sitting=sitting,
        meter=sitting.meter,
        form=sitting.form,
        stands=stands[sitting.place - 1],
        slips=wrong.slips,
        wrong={each.field: each.code for each in wrong.slips},
        problem=wrong.problem,
        refusal=wrong.refusal,
        example=_example(sitting.meter),
        now=link.now.astimezone(link.plan.tzinfo),
        megabytes=EVIDENCE_MAX >> 20,
        files_most=FILES_MAX,
        is_sent=sitting.request.method == "POST",
        step_again=CHANGE,
        csrf_token=get_token(sitting.request),
    )
    return _with_form(answer)


def _confirm(
    sitting: Sitting, read: TypedValue, looked: Looked, *, problem: str = ""
) -> HttpResponse:
    """Show the value as it was understood, beside what stands, with all that is odd about it."""
    status = {"busy": HTTPStatus.SERVICE_UNAVAILABLE, "": HTTPStatus.OK}
    answer = private_page(
        sitting.request,
        "confirm.html",
        sitting.link,
        status=status.get(problem, HTTPStatus.UNPROCESSABLE_ENTITY),
        sitting=sitting,
        meter=sitting.meter,
        form=sitting.form,
        read=read,
        looked=looked,
        questions=[(mark_of(each), each) for each in looked.questions],
        is_refused=any(each.is_refused for each in looked.questions),
        corrected=sitting.corrected or looked.replaces,
        problem=problem,
        is_sent=True,
        step_again=CHECK,
        csrf_token=get_token(sitting.request),
    )
    if problem == "busy":
        answer["Retry-After"] = RETRY_AFTER
    return _with_form(answer)


def _with_form(answer: HttpResponse) -> HttpResponse:
    """Let a browser say from which site the form is sent; without that no form would be taken.

    Under ``no-referrer`` it says ``null``. No address leaves by this policy, only the site's name.
    """
    answer["Referrer-Policy"] = "strict-origin"
    return answer


def _example(one: Meter) -> str:
    return "12345" + (f".{'678901234567'[: one.digits]}" if one.digits else "")
