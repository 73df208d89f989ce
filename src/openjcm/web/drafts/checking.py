"""Ask what is wrong with a draft, and what it comes to: a few at once, each within its limits."""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from openjcm.intake.seats import Busy, Seats
from openjcm.measure import Basis
from openjcm.methodology.drafting import Fault
from openjcm.web.drafts.child import STOPPED

SEATS = Seats(1)
"""For drafts that one process that serves works at the same time."""
SECONDS_MAX = 20
"""From the question to the answer, however the machine is loaded."""
# Isolated: neither the folder that the site was started in nor the environment counts.
_WORDS = (sys.executable, "-I", "-B", "-X", "utf8", "-m", "openjcm.web.drafts.child")
_TRACE_MAX = 4_000


class OutOfBounds(Exception):
    """The draft used up its time or its memory."""


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong with a draft; else what it says, and what its values come to.

    ``view`` and ``tried`` are parts of a page, empty where there is nothing to show; ``too_long``
    names those that are longer than a page can be.
    """

    faults: tuple[Fault, ...]
    is_sound: bool
    view: SafeString
    tried: SafeString
    too_long: tuple[str, ...]
    bases: frozenset[Basis]


def check_draft(definition: str, case: str, language: str) -> Checked:
    """Check a draft, and work its values, in a process that may use only so much.

    Raises:
        Busy: as many are being worked as may be at once, or the machine has too much else to do.
        OutOfBounds: it used up its time or its memory.
    """
    with SEATS.one():
        said = _asked({"definition": definition, "case": case, "language": language})
    return Checked(
        faults=tuple(Fault(**each) for each in said["faults"]),
        is_sound=bool(said["is_sound"]),
        # Written by our own templates, which escape what a stranger wrote.
        view=mark_safe(said["view"]),  # noqa: S308 - see above
        tried=mark_safe(said["tried"]),  # noqa: S308 - see above
        too_long=tuple(said["too_long"]),
        bases=frozenset(map(Basis, said["bases"])),
    )


def _asked(question: dict[str, str]) -> dict[str, Any]:
    try:
        done = subprocess.run(
            _WORDS,
            input=json.dumps(question).encode(),
            capture_output=True,
            timeout=SECONDS_MAX,
            check=False,
            env={},
            cwd="/",
        )
    except subprocess.TimeoutExpired:
        # It had its seconds of the processor to use, and did not get them: others have the machine.
        raise Busy from None
    # Killed by a limit, or given up for lack of memory; anything else is our own mistake.
    if done.returncode < 0 or done.returncode == STOPPED:
        raise OutOfBounds
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-_TRACE_MAX:])
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
