"""The page of a methodology and the answer of its form, as one reader of a quiet site meets them.

The page cache is off, so each page is made anew; every page was asked for before.
"""

import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from benches.site import PORT, served, settle

RUNS = 20
_PAGES = ("methodologies/BD_AM002/ver01.0", "methodology-templates/OJ_chiller_ver1")
_TRIES = (
    "methodologies/BD_AM002/ver01.0/try?try=1&EG.1=2.5&EF_RE.1=0.4",
    "methodology-templates/OJ_chiller_ver1/try?try=1",
)


@cache
def measured() -> dict[str, float]:
    """Return the median milliseconds of each address, in English."""
    addresses = [f"/en/{each}" for each in (*_PAGES, *_TRIES)]
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), cache="off") as site:
        settle(site, addresses)
        return {each: _milliseconds(each) for each in addresses}


def page_ms() -> float:
    """Return the slower of the pages of a version and of a template."""
    return max(measured()[f"/en/{each}"] for each in _PAGES)


def try_it_ms() -> float:
    """Return the slower of the answers of their forms."""
    return max(measured()[f"/en/{each}"] for each in _TRIES)


def _milliseconds(address: str) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        with urlopen(f"http://localhost:{PORT}{address}") as answer:
            answer.read()
        times.append(time.perf_counter() - started)
    return median(times) * 1000
