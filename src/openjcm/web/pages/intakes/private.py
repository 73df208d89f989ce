"""What all pages behind a private link share: who may see them, and that nobody keeps them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from openjcm.intake import SEATS, plan_of
from openjcm.intake.links import intake_behind
from openjcm.intake.looking import ledger_time
from openjcm.measure.errors import NotFound
from openjcm.metering import Plan
from openjcm.metering.plan.meter import Meter
from openjcm.store.database import reader
from openjcm.store.intakes import Arrived, Intake, batches
from openjcm.web.languages import language_of
from openjcm.web.page_cache import STATE
from openjcm.web.rendering import page

CHEAP_MAX = 500_000
"""Readings that are looked at without a seat."""


@dataclass(frozen=True, slots=True)
class Link:
    """A private link that was followed: its intake, and what it leads to.

    ``sender`` is whose key it holds; ``now`` the instant at which something arrives.
    """

    intake: Intake
    key: str
    sender: str
    plan: Plan
    arrived: tuple[Arrived, ...]
    now: datetime

    def meter(self, place: int) -> Meter:
        """Return a meter by its place in the plan, from 1.

        Raises:
            NotFound: there are fewer.
        """
        if not 0 < place <= len(self.plan.meters):
            raise NotFound("there is no such meter in the plan", code="unknown-meter")
        return self.plan.meters[place - 1]

    def batch(self, number: int) -> Arrived:
        """Return a batch by its number.

        Raises:
            NotFound: there are fewer.
        """
        found = next((each for each in self.arrived if each.number == number), None)
        if found is None:
            raise NotFound("there is no such batch here", code="no-batch")
        return found

    def batch_of(self, sha256: str) -> Arrived | None:
        """Return the batch of this content, None where it never arrived."""
        return next((each for each in self.arrived if each.sha256 == sha256), None)

    def replaced_by(self, batch: Arrived) -> Arrived | None:
        """Return the batch that corrects another one."""
        return next((each for each in self.arrived if each.replaces == batch.sha256), None)


def followed(name: str, key: str) -> Link:
    """Follow a private link.

    Raises:
        NotFound: it leads to no intake, or its key is another; which of them is not told.
        Stopped: the database does not answer.
    """
    intake, sender = intake_behind(name, key)
    arrived = tuple(batches(reader(), intake.name))
    return Link(intake, key, sender, plan_of(intake), arrived, ledger_time())


@contextmanager
def seat_for(link: Link) -> Iterator[None]:
    """Take a seat where looking at the readings is dear.

    Raises:
        Busy: there is none.
    """
    if sum(each.readings for each in link.arrived) <= CHEAP_MAX:
        yield
        return
    with SEATS.one():
        yield


def address(request: HttpRequest, name: str, link: Link, *more: object) -> str:
    """Return the address of another page behind the same link, in the language of the request."""
    first = (language_of(request.path), link.intake.name, link.key)
    return reverse(name, args=[*first, *more])


def private_page(
    request: HttpRequest,
    template: str,
    link: Link,
    *,
    status: int = 200,
    **content: Any,  # noqa: ANN401 - what a template is given
) -> HttpResponse:
    """Render a page that is kept by nobody and cited by nobody."""
    request.META.pop(STATE, None)
    answer = page(
        request,
        f"intakes/{template}",
        status=status,
        intake=link.intake,
        key=link.key,
        plan=link.plan,
        basis=link.intake.basis,
        **content,
    )
    keep_private(answer)
    return answer


def keep_private(answer: HttpResponse) -> None:
    """Let nobody keep an answer, list it, or learn its address from another request."""
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
