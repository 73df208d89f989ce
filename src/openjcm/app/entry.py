"""The ``openjcm`` command: puts the shell on the core and says every refusal in one sentence.

Not in: the commands themselves (``openjcm.cli``). Light, so that help answers at once.
"""

import json
import os
import signal
import sys
import traceback
from contextlib import AbstractContextManager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from openjcm.app import environment as surroundings
from openjcm.app.environment import Environment
from openjcm.cli.frame import Say, Wiring, run_command
from openjcm.measure.errors import SchemeError

if TYPE_CHECKING:
    from openjcm.store.embedded import Addresses

INTERRUPTED = 130
OUR_MISTAKE = 70


def main() -> int:
    """Run the command line and return its exit code."""
    arguments = sys.argv[1:]
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Who starts us with nohup has said that a closed terminal is to be ignored.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    try:
        environment = surroundings.read()
        return _run(arguments, environment)
    except SchemeError as error:
        return _refuse(error, as_json="--json" in arguments)


def _run(arguments: list[str], environment: Environment) -> int:
    try:
        return run_command(arguments, _Wired(environment))
    except SchemeError:
        raise
    except KeyboardInterrupt:
        sys.stderr.write("stopped\n")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last word on anything unforeseen
        return _explain(error, environment, as_json="--json" in arguments)


class _Wired(Wiring):
    """The commands' way to what stands above them."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    @property
    def environment(self) -> Environment:
        return self._environment

    def opened(self, say: Say) -> "AbstractContextManager[Addresses]":
        from openjcm.app.opening import opened  # noqa: PLC0415 -- not loaded for --help

        return opened(self._environment, say)

    def serves_at(self, port: int) -> None:
        surroundings.hand_down_port(port)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _explain(error: Exception, environment: Environment, *, as_json: bool) -> int:
    """Say a fault of the file system as one; anything else is our own mistake."""
    from openjcm.store.embedded.place import explain  # noqa: PLC0415 -- not loaded for --help

    refusal = explain(error, environment.data) if isinstance(error, OSError) else _lost(error)
    return _refuse(refusal or _our_mistake(error, environment.log), as_json=as_json)


def _lost(error: Exception) -> SchemeError | None:
    """Say a database that went away, or ran out of room, as what it is."""
    if "psycopg" not in sys.modules:
        return None
    from psycopg import OperationalError  # noqa: PLC0415 -- not loaded for --help

    from openjcm.store.database import stopped  # noqa: PLC0415 -- not loaded for --help

    # Django wraps the driver's error and keeps it as the cause.
    lost = [each for each in (error, error.__cause__) if isinstance(each, OperationalError)]
    return stopped(lost[0]) if lost else None


def _our_mistake(error: Exception, log: Path) -> SchemeError:
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        traceback.print_exception(error, file=sys.stderr)
    return SchemeError(
        f"openjcm made a mistake ({type(error).__name__}) and stopped; what happened is in {log}",
        code="our-mistake",
    )


def _refuse(error: SchemeError, *, as_json: bool) -> int:
    findings = [
        {"rule": finding.rule, "place": finding.place, "message": finding.message}
        for finding in error.findings
    ]
    if as_json:
        said = {"code": error.code, "message": error.message, "findings": findings}
        sys.stderr.write(json.dumps({"error": said}, ensure_ascii=False) + "\n")
        return error.exit_code
    sys.stderr.write(f"openjcm: {error.message}\n")
    for finding in findings:
        sys.stderr.write(f"  {finding['place']}: {finding['message']}\n")
    return error.exit_code
