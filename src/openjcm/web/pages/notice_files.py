"""A notice as a file: PDF, text and data, in both languages."""

import json
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.papers.notice.pdf import notice_pdf
from openjcm.papers.notice.text import notice_text
from openjcm.papers.words import LANGUAGES
from openjcm.views.notice import Notice
from openjcm.views.notices import find_notice
from openjcm.views.shown import plain
from openjcm.web.rendering import words

_KINDS = ("pdf", "txt")
_KEPT = 64


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A link to a file: in which language it is, what it is called, where it stands."""

    language: str
    name: str
    address: str


def files_of(notice: Notice, language: str) -> tuple[NoticeFile, ...]:
    """Return the files of a notice, named in the language of the page."""
    written = [
        NoticeFile(
            of,
            words(language, f"paper-{of}-{kind}"),
            reverse(f"notice-{kind}", args=[of, notice.key]),
        )
        for kind in _KINDS
        for of in LANGUAGES
    ]
    data = reverse("notice-json", args=[language, notice.key])
    return (*written, NoticeFile(language, words(language, "paper-json"), data))


@require_safe
def as_pdf(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Give the notice as it is printed."""
    notice = find_notice(store.reader(), key)
    return _file(notice, _pdf(notice, language), f"application/pdf; {language}.pdf")


@require_safe
def as_text(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Give the notice as plain text."""
    notice = find_notice(store.reader(), key)
    return _file(notice, notice_text(notice, language).encode(), f"text/plain; {language}.txt")


@require_safe
def as_json(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """Give the notice as data: both languages, each figure with its basis."""
    notice = find_notice(store.reader(), key)
    text = json.dumps(plain(notice), ensure_ascii=False, indent=1)
    return _file(notice, f"{text}\n".encode(), "application/json; json")


@lru_cache(maxsize=_KEPT)
def _pdf(notice: Notice, language: str) -> bytes:
    # A notice never changes; setting one takes a second that the next reader need not wait.
    return notice_pdf(notice, language)


def _file(notice: Notice, content: bytes, kind: str) -> HttpResponse:
    media, _, ending = kind.partition("; ")
    text = media != "application/pdf"
    response = HttpResponse(content, content_type=f"{media}; charset=utf-8" if text else media)
    name = f"rehearsal-{notice.key}" if notice.rehearsal else notice.key
    response["Content-Disposition"] = f'inline; filename="{name}.{ending}"'
    if notice.rehearsal:
        response["X-Robots-Tag"] = "noindex"
    return response
