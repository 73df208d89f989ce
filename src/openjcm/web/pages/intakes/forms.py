"""The form of a typed value as it was sent: texts, photos, and what was said to be right."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

from openjcm.intake.evidence import EVIDENCE_MAX, held, hold
from openjcm.intake.looking import Question
from openjcm.intake.typed import ENTRY, Slip, Typed
from openjcm.measure.errors import SchemeError
from openjcm.store.intakes import Evidence
from openjcm.web.pages.intakes.private import Link

FILES_MAX = 4
"""Photos and invoices of one value."""
_FILE_FIELDS = ("photo", "file")
BODY_MAX = len(_FILE_FIELDS) * (EVIDENCE_MAX + (2 << 20)) + (64 << 10)
"""Bytes of a form; a little more than its files may have, so that a large one is refused by name.
"""
_TEXTS = ("value", "source", "day", "clock", "turn", "invoice", "last_day", "reason", "note")
_TEXT_MAX = 2_000


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in a form.

    ``entry`` makes the batch of this form its own; ``replaces`` is the SHA-256 of the batch that
    it corrects; ``sure`` are the marks of the questions that were answered; ``slips`` are of files.
    """

    typed: Typed
    entry: str
    replaces: str = ""
    evidence: tuple[Evidence, ...] = ()
    step: str = ""
    sure: frozenset[str] = frozenset()
    slips: tuple[Slip, ...] = ()


class InMemory(MemoryFileUploadHandler):
    """Files of a form stay in memory, whatever its size, so that nothing is written aside."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's own
        """Take every file; how large a form may be was looked at before."""
        super().handle_raw_input(*args, **kwargs)
        self.activated = True


def new_entry() -> str:
    """Return what makes the batch of a new form its own."""
    return secrets.token_urlsafe(12)


def mark_of(question: Question) -> str:
    """Return the mark under which a question is answered: another value is another question."""
    said = f"{question.code} {question.value} {question.at} {question.count}"
    return f"{question.code}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def form_sent(request: HttpRequest, link: Link) -> Form:
    """Read a form; files that were chosen are held, so that nobody has to choose them twice."""
    sent = request.POST
    texts = {name: sent.get(name, "")[:_TEXT_MAX] for name in _TEXTS}
    entry = sent.get("entry", "")
    evidence, slips = _evidence(request, link)
    return Form(
        Typed(**texts),
        entry if ENTRY.fullmatch(entry) else new_entry(),
        replaces=sent.get("replaces", "")[:64],
        evidence=evidence,
        step=sent.get("step", ""),
        sure=frozenset(sent.getlist("sure")),
        slips=slips,
    )


def _evidence(request: HttpRequest, link: Link) -> tuple[tuple[Evidence, ...], tuple[Slip, ...]]:
    """Return what shows the value: what is held from before, and what was chosen now."""
    dropped = set(request.POST.getlist("drop"))
    found, slips = dict[str, Evidence](), list[Slip]()
    for said in request.POST.getlist("held")[:FILES_MAX]:
        sha256, _, name = said.partition(" ")
        if sha256 not in dropped:
            _add(found, slips, partial(held, link.intake, sha256, name, link.arrived))
    for file in _chosen(request):
        if len(found) >= FILES_MAX:
            slips.append(Slip("evidence", "evidence-too-many"))
            break
        _add(found, slips, partial(hold, link.intake, file.read(), file.name or ""))
    return tuple(found.values()), tuple(dict.fromkeys(slips))


def _add(found: dict[str, Evidence], slips: list[Slip], one: Callable[[], Evidence]) -> None:
    try:
        evidence = one()
    except SchemeError as refusal:
        slips.append(Slip("evidence", refusal.code))
        return
    found[evidence.sha256] = evidence


def _chosen(request: HttpRequest) -> list[Any]:
    return [file for name in _FILE_FIELDS for file in request.FILES.getlist(name)]
