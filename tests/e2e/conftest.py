"""A served site of its own, and a real browser on it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
# Chromium is kept from looking for its maker's hosts; as root it cannot use its own sandbox.
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Letters and colours come out the same on a desk with settings of its own.
_SAME = ("--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb")


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data directory of the site."""
    return tmp_path_factory.mktemp("data") / "here"


@pytest.fixture(scope="session")
def site(data: Path) -> Iterator[str]:
    """Run ``openjcm run`` in a data directory of its own, and give its address."""
    port = _free_port()
    environment = os.environ | {"OPENJCM_DATA": str(data)}
    command = [str(Path(sys.executable).parent / "openjcm"), "run", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            said = []
            for line in process.stdout:
                said.append(line)
                if "until Ctrl-C" in line:
                    break
            else:
                errors = process.stderr.read() if process.stderr else ""
                pytest.fail(f"the site did not start:\n{''.join(said)}\n{errors}")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=60)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the distribution's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*_QUIET, *_SAME],
            chromium_sandbox=os.geteuid() != 0,
            env={**os.environ, "LANGUAGE": "en_GB"},
        )
        yield chromium
        chromium.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
