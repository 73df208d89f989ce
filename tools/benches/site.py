"""How many readers the site holds, over a record as large as it may become.

1,000,000 blocks and 5,000 projects are written straight into the tables, for speed alone: none
of it is in the journal, and nothing of it ever leaves the data directory of the measurement.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import psycopg
from load import Load, load

from openjcm.store.embedded import find_place, running, superuser_url

BLOCKS = 1_000_000
PROJECTS = 5_000
PORT = 8197
FILLING = Path(__file__).with_suffix(".sql")
READERS = 8
_STILL_SECONDS = 0.2
_WARM_REQUESTS, _COLD_REQUESTS = 4_000, 1_200
_PAGES = (
    *("", "partners", "partners/MN", "projects", "projects?partner=BD&order=registered"),
    *("projects/BD002", "projects/QA0042", "decisions", "decisions/MN-2025-03-27"),
    *("notices", "notices/BD-2022-03-28", "methodologies", "methodologies/BD_AM001"),
    *("statistics", "goals", "search?q=solar", "figures/notified?partner=MN"),
    "credits/REHEARSAL-JP-BD-BD002-2017-1-25",
)


@dataclass(frozen=True)
class Site:
    """What was measured of the site: with the page cache warm, and with it off."""

    warm: Load
    cold: Load


@dataclass(frozen=True)
class _Wanted:
    data: Path
    app_url: str | None = None
    owner_url: str | None = None
    database_user: str | None = None


def measure_site(folder: Path) -> Site:
    """Fill a record, serve it twice and load it."""
    data = folder / "data"
    with served(data, cache="on"):
        pass
    _fill(data)
    pages = [f"/{language}/{page}" for page in _PAGES for language in ("en", "ja")]
    with served(data, cache="on") as site:
        settle(site, pages)
        warm = load(PORT, pages, requests=_WARM_REQUESTS, readers=READERS)
    with served(data, cache="off") as site:
        settle(site, pages)
        cold = load(PORT, pages, requests=_COLD_REQUESTS, readers=READERS)
    return Site(warm, cold)


def settle(site: psutil.Process, pages: list[str]) -> None:
    """Ask for every page, and wait until the workers have made what they make beforehand."""
    load(PORT, pages, requests=len(pages) * 2, readers=READERS)
    spent = -_STILL_SECONDS
    while (now := _spent(site)) - spent >= _STILL_SECONDS:
        spent = now
        time.sleep(1)


def _spent(site: psutil.Process) -> float:
    """Return the processor seconds that a site and its workers have taken."""
    times = [each.cpu_times() for each in (site, *site.children(recursive=True))]
    return float(sum(each.user + each.system for each in times))


@contextmanager
def served(data: Path, *, cache: str) -> Iterator[psutil.Process]:
    """Serve the site of a data directory as long as the block runs."""
    variables = os.environ | {"OPENJCM_DATA": str(data), "OPENJCM_PAGE_CACHE": cache}
    words = [sys.executable, "-c", "from openjcm.app.entry import main; main()"]
    with subprocess.Popen(
        [*words, "run", "--port", str(PORT)], env=variables, stdout=subprocess.DEVNULL
    ) as site:
        try:
            _wait(site)
            yield psutil.Process(site.pid)
        finally:
            site.terminate()
            site.wait(timeout=60)


def _wait(site: subprocess.Popen[bytes]) -> None:
    for _ in range(3000):
        if site.poll() is not None:
            raise SystemExit("the site ended before it was loaded")
        try:
            with urlopen(f"http://localhost:{PORT}/en/") as answer:
                answer.read()
                return
        except HTTPError as error:
            raise SystemExit(f"the site answers {error.code} at its first page") from error
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the site did not answer within five minutes")


def _fill(data: Path) -> None:
    wanted = _Wanted(data)
    with running(wanted):
        url = superuser_url(find_place(wanted).socket).replace("/postgres?", "/openjcm?")
        with psycopg.connect(url) as connection:
            # The rules of the record are not what is measured here, and there is no journal.
            connection.execute("SET session_replication_role = replica")
            connection.execute("SET search_path = jcm, public")
            filling = FILLING.read_text(encoding="utf-8")
            filling = filling.replace(":blocks", str(BLOCKS)).replace(":projects", str(PROJECTS))
            connection.execute(filling.encode())
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
