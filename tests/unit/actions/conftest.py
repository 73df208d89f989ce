"""Actions are tested on a journal in memory; ``tests/fakes`` is shared with the scenarios."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fakes.bench import Bench


@pytest.fixture
def bench() -> Bench:
    """A rehearsal in which nothing has happened yet."""
    return Bench()
