"""Check and work one draft in a process of its own, which may use only so much.

Run as ``python -m openjcm.web.drafts.child``; reads a question as JSON, prints the answer as JSON.
Drafts come from strangers, so what reads, works and even writes them into a page has little
memory, little time, and nothing to write to. What is killed on the way prints no answer.
"""

import json
import resource
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import django
from django.conf import settings
from django.template.loader import render_to_string

from openjcm.measure import Basis
from openjcm.methodology import Definition, Explanation, WorkedVintage
from openjcm.methodology.drafting import TriedCase, try_out

MEMORY_MAX = 512 << 20
SECONDS_MAX = 8
PART_LENGTH_MAX = 2_000_000
"""Characters of one part of a page; what is longer is not shown."""
STOPPED = 3
"""The exit code of one that ran out of memory or depth."""
RESULTS = ("RE", "PE", "ER")
_TAGS = ("openjcm.web.templatetags.openjcm", "openjcm.web.templatetags.record")


@dataclass(frozen=True, slots=True)
class VintageRow:
    """What one set of values comes to; ``year`` is empty for the only one."""

    year: str
    results: tuple[str, ...]
    credits: int | None
    basis: Basis
    explained: Explanation


def main() -> None:
    """Answer the question on standard input."""
    _limit()
    try:
        _configure()
        asked = json.load(sys.stdin)
        answer = answered(asked["definition"], asked["case"], asked["language"])
        said = json.dumps(answer)
    except (MemoryError, RecursionError):
        raise SystemExit(STOPPED) from None
    sys.stdout.write(said)


def answered(definition: str, case: str, language: str) -> dict[str, Any]:
    """Return the faults of a draft, and the parts of the page that show what is sound.

    Args:
        definition: The text of the definition.
        case: That of the values; blank for none.
        language: Of the page.
    """
    trial = try_out(definition, case)
    bases: set[Basis] = set()
    parts: dict[str, str] = {"view": "", "tried": ""}
    if trial.definition is not None:
        parts["view"] = _view(trial.definition, language, bases)
    if trial.definition is not None and trial.tried is not None:
        parts["tried"] = _tried(trial.definition, trial.tried, language, bases)
    too_long = [name for name, part in parts.items() if len(part) > PART_LENGTH_MAX]
    return {
        "faults": [asdict(each) for each in trial.faults],
        "is_sound": trial.definition is not None,
        **{name: "" if name in too_long else part for name, part in parts.items()},
        "too_long": too_long,
        "bases": sorted(bases),
    }


def _view(definition: Definition, language: str, bases: set[Basis]) -> str:
    shown = {"definition": definition, "language": language, "used_bases": bases}
    return render_to_string("web/record/parts/draft_view.html", shown)


def _tried(definition: Definition, tried: TriedCase, language: str, bases: set[Basis]) -> str:
    vintages = tried.worked.vintages
    shown = {
        "tried": tried,
        "rows": [*map(_row, vintages, tried.opened)],
        "total": _total(tried) if len(vintages) > 1 else None,
        "warnings": [*_warnings(vintages)],
        "definition": definition,
        "language": language,
        "used_bases": bases,
    }
    return render_to_string("web/record/parts/draft_tried.html", shown)


def _row(vintage: WorkedVintage, explained: Explanation) -> VintageRow:
    results = tuple(f"{vintage.calculation.value(symbol):f}" for symbol in RESULTS)
    return VintageRow(vintage.year, results, vintage.credits, explained.basis, explained)


def _total(tried: TriedCase) -> VintageRow:
    first = tried.opened[0]
    results = tuple(f"{tried.worked.total(symbol):f}" for symbol in RESULTS)
    return VintageRow("", results, tried.worked.credits, first.basis, first)


def _warnings(vintages: tuple[WorkedVintage, ...]) -> Iterator[tuple[str, str]]:
    """Yield what a reader must be told: place and message."""
    for vintage in vintages:
        for each in vintage.warnings:
            yield (f"{vintage.year}: {each.place}" if vintage.year else each.place), each.message


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _configure() -> None:
    """Let Django find the templates, and nothing else: no database, no address, no secret."""
    settings.configure(
        INSTALLED_APPS=["django.contrib.staticfiles", "openjcm.web"],
        ROOT_URLCONF="openjcm.web.urls",
        STATIC_URL="/static/",
        USE_I18N=False,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"builtins": list(_TAGS)},
            }
        ],
    )
    django.setup()


if __name__ == "__main__":
    main()
