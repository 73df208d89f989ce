"""A fleet is played against the served site, which is killed in the middle: nothing lost or twice.

Slow: the site is started twice, as ``openjcm run`` does.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from told.metering.arriving import PLAN

OPENJCM = str(Path(sys.executable).parent / "openjcm")
SECONDS = 240
NAME = "fleet"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Name a data directory of the test's own."""
    return os.environ | {"OPENJCM_DATA": str(tmp_path / "data")}


@contextmanager
def _served(environment: dict[str, str], port: int) -> Iterator["subprocess.Popen[str]"]:
    command = [OPENJCM, "run", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert any("until Ctrl-C" in line for line in process.stdout), "the site did not start"
            yield process
        finally:
            process.terminate()
            process.wait(timeout=60)


def _asked(environment: dict[str, str], *words: str) -> Any:  # noqa: ANN401 - any answer
    done = subprocess.run(
        [OPENJCM, *words, "--json"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.slow
def test_a_fleet_whose_site_is_killed_loses_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """The same quantities as of one file, the planted faults, and every batch once."""
    port, table, plan = _free_port(), tmp_path / "table.csv", tmp_path / "plan.toml"
    # Its period ends with the play, so that no gap is found behind it.
    plan.write_text(PLAN.replace("2024-12-31", "2024-01-01"), encoding="utf-8")
    asked = ("--plan", str(plan), "--project", "BD-R/BD002", "--basis", "illustrative")

    with _served(environment, port) as site:
        key = _asked(environment, "intake", "open", NAME, *asked)["key"]
        fleet = _playing(environment, key, port, table)
        _wait_for(environment, 4)
        site.kill()
        site.wait()
    assert fleet.poll() is None, "the play was over before the site was killed"
    with _served(environment, port):
        played = json.loads(fleet.communicate(timeout=SECONDS)[0])
        so_far = _asked(environment, "intake", "summarise", NAME)
        listed = _asked(environment, "intake", "batches", NAME, "--limit", "500")
        agrees = _asked(environment, "verify")["agrees"]
    at_once = _asked(environment, "meter", "summarise", str(table), "--plan", str(plan))

    assert agrees
    assert so_far["quantities"] == at_once["quantities"]
    assert so_far["conservation"] == at_once["conservation"]
    found = [(e["kind"], e["meter"], e["count"]) for e in so_far["fault_counts"]]
    planted = [(each["kind"], each["meter"], 1) for each in played["planted"]]
    assert sorted(e for e in found if e[0] in {"duplicate", "gap"}) == sorted(planted)
    assert len(planted) == 4
    assert played["basis"] == "illustrative"
    assert listed["total"] == played["batches"] + played["corrected"] == played["arrived"]
    assert len({each["sha256"] for each in listed["items"]}) == listed["total"]
    assert [each["number"] for each in listed["items"]] == list(range(listed["total"], 0, -1))
    assert played["lost"] > 0


def _playing(
    environment: dict[str, str], key: str, port: int, table: Path
) -> "subprocess.Popen[str]":
    play = [OPENJCM, "intake", "simulate", NAME, "--to", f"http://localhost:{port}"]
    play += [
        "--from",
        "2024-01-01",
        "--seed",
        "3",
        "--batch",
        "3h",
        "--faults",
        "--table",
        str(table),
        "--json",
    ]
    with_key = environment | {"OPENJCM_INTAKE_KEY": key}
    return subprocess.Popen(play, env=with_key, stdout=subprocess.PIPE, text=True)


def _wait_for(environment: dict[str, str], batches: int) -> None:
    until = time.monotonic() + SECONDS
    while _arrived(environment) < batches and time.monotonic() < until:
        time.sleep(0.2)


def _arrived(environment: dict[str, str]) -> int:
    rows = _asked(environment, "intake", "list")
    return sum(each["batches"] for each in rows)
