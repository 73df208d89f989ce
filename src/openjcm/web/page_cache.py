"""Public pages, kept as long as the record stands as it did when they were made.

A page follows from its whole address, the state of the record and the day, so these are its
key: no page outlives the record behind it, and nothing has to be cleared. Kept per process,
within a bounded number of bytes, the longest unused first to go.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from openjcm import store
from openjcm.measure.errors import SchemeError
from openjcm.views.record.state import State, record_state
from openjcm.web.addresses import origin
from openjcm.web.days import today

Key = tuple[str, str, str]  # state, day, address
# Where a request carries the state of the record that its page is made from.
STATE = "openjcm.record_state"
_MEBIBYTE = 1024 * 1024
BYTES_KEPT = 32 * _MEBIBYTE
_LARGEST = _MEBIBYTE


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is given again."""

    content: bytes
    headers: dict[str, str]

    def answer(self) -> HttpResponse:
        """Return the answer anew."""
        return HttpResponse(self.content, headers=self.headers)


class Shelf:
    """Answers by key, within a bounded number of bytes."""

    def __init__(self, bytes_kept: int = BYTES_KEPT) -> None:
        self._most = bytes_kept
        self._held = 0
        self._answers: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Kept | None:
        """Return what is kept, and note that it was used."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def put(self, key: Key, kept: Kept) -> None:
        """Keep an answer, and let go of the longest unused for it."""
        if len(kept.content) > _LARGEST:
            return
        with self._lock:
            before = self._answers.pop(key, None)
            self._held -= len(before.content) if before else 0
            self._answers[key] = kept
            self._held += len(kept.content)
            while self._held > self._most:
                _, gone = self._answers.popitem(last=False)
                self._held -= len(gone.content)


def page_cache(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer a page that was made in this state of the record without making it again."""
    shelf = Shelf()

    def answer(request: HttpRequest) -> HttpResponse:
        state = _state() if _is_public(request) else None
        if state is None:
            return get_response(request)
        # What the foot of the page says it was made from.
        request.META[STATE] = state
        if not _may_be_kept(request):
            return get_response(request)
        key = (state.head, today().isoformat(), origin(request) + request.get_full_path())
        kept = shelf.get(key)
        if kept is not None:
            return kept.answer()
        response = get_response(request)
        if _is_for_all(response):
            shelf.put(key, Kept(response.content, dict(response.items())))
        return response

    return answer


def _is_for_all(response: HttpResponse) -> bool:
    # What a reader typed is nobody else's, and a form may carry a proof of its reader's browser.
    is_kept = "no-store" not in response.get("Cache-Control", "")
    return response.status_code == HTTPStatus.OK and not response.cookies and is_kept


def _state() -> State | None:
    # A record that is away is said by the page that asks for it, not here.
    try:
        return record_state(store.reader())
    except SchemeError:
        return None


def _is_public(request: HttpRequest) -> bool:
    return request.method in {"GET", "HEAD"} and request.path.startswith(("/en/", "/ja/"))


def _may_be_kept(request: HttpRequest) -> bool:
    # Who is signed in sees pages of their own.
    return settings.OPENJCM_PAGE_CACHE and settings.SESSION_COOKIE_NAME not in request.COOKIES
