"""Make the cluster: all of it or nothing."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

from openjcm.measure.errors import SchemeError, Stopped
from openjcm.store.embedded.lease import Say
from openjcm.store.embedded.place import Place, disk_full, foreseen
from openjcm.store.embedded.programs import refusal, start_program, view_of
from openjcm.store.embedded.settings import SUPERUSER

_HALF_MADE = "postgres.new-"
_INITDB = (
    "initdb",
    "--auth=reject",
    f"--username={SUPERUSER}",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--no-instructions",
)


def make_cluster(place: Place, say: Say) -> None:
    """Make the cluster when there is none; what an interrupted attempt left is thrown away.

    Raises:
        Malformed: PostgreSQL cannot run as its user here.
        Stopped: the disk is full, or PostgreSQL refused.
    """
    if place.cluster.is_dir():
        return
    say("making the database (once, a few seconds)")
    with foreseen(place.data):
        for left in place.data.glob(f"{_HALF_MADE}*"):
            shutil.rmtree(left, ignore_errors=True)
        half_made = Path(tempfile.mkdtemp(prefix=_HALF_MADE, dir=place.data))
        if place.user is not None:
            os.chown(half_made, place.user.uid, place.user.gid)
    try:
        _initialise(place, half_made)
        with foreseen(place.data):
            half_made.rename(place.cluster)
    except BaseException:
        shutil.rmtree(half_made, ignore_errors=True)
        raise


def _initialise(place: Place, half_made: Path) -> None:
    view = view_of(place, half_made)
    with foreseen(place.data), tempfile.TemporaryFile() as output:
        words = [*_INITDB, "-D", view.seen(half_made)]
        initdb = start_program(place, view, words, output=output, stop=signal.SIGKILL)
        try:
            code = initdb.wait()
        except BaseException:
            initdb.kill()
            initdb.wait()
            raise
        if code != 0:
            output.seek(0)
            raise _failure(place, code, output.read().decode(errors="replace"))


def _failure(place: Place, code: int, said: str) -> SchemeError:
    if "No space left on device" in said or "Disk quota exceeded" in said:
        return disk_full(place.data)
    last = said.strip().splitlines()[-1] if said.strip() else f"exit code {code}"
    return refusal(place, code) or Stopped(
        f"PostgreSQL could not make its files in {place.data}: {last}", code="no-cluster"
    )
