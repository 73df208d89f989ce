"""The allocation workbench: which rule could have made each published share, and which not."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views.record.workbench import ShareRow, Workbench, allocation_workbench
from openjcm.web.pages.record.asking import known, number, query
from openjcm.web.rendering import page

ROWS = 200


@dataclass(frozen=True, slots=True)
class BenchShown:
    """A bench with as many of its rows as a page holds; the scores are of all of them."""

    place: int
    bench: Workbench
    rows: tuple[ShareRow, ...]
    first_page: str
    next_page: str


@require_safe
def workbench(request: HttpRequest, language: str) -> HttpResponse:
    """Show every published share against every candidate rule, each bench a page at a time."""
    benches = dict(enumerate(allocation_workbench(store.reader()), 1))
    asked = known(request, "bench", [str(place) for place in benches])
    start = number(request, "from") if asked else 0
    wanted = [int(asked)] if asked else list(benches)
    shown = [_shown(place, benches[place], start) for place in wanted]
    return page(request, "record/workbench.html", benches=shown, alone=asked is not None)


def _shown(place: int, bench: Workbench, start: int) -> BenchShown:
    end = start + ROWS
    more = len(bench.rows) > end
    return BenchShown(
        place,
        bench,
        bench.rows[start:end],
        first_page=query({"bench": str(place)}) if start else "",
        next_page=query({"bench": str(place), "from": str(end)}) if more else "",
    )
