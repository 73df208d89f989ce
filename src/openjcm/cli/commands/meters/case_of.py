"""``openjcm meter summarise --case``: the file of values that a methodology is worked with."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openjcm.cli.commands.meters.report_of import digest_of
from openjcm.cli.frame import say
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed
from openjcm.metering import Detailed, Plan
from openjcm.metering.results.case_file import case_of, methodology_of

_TOML = ".toml"
_FILES_SHOWN = 20


def check_case(out: Path, plan: Plan) -> None:
    """Refuse what could not be written, before anything is read.

    Raises:
        Malformed: the name is not that of a case, or the plan names no methodology.
    """
    methodology_of(plan)
    _check_name(out)


def write_new(out: Path, text: str) -> None:
    """Write a TOML file whole; one that stands there and says something else stays as it is.

    Raises:
        Malformed: it stands there, or cannot be written; or its name ends otherwise.
    """
    _check_name(out)
    if _said(out) not in (None, text):
        raise Malformed(
            f"{out} stands there and says something else, and is left as it is: give another "
            "name, or remove it",
            code="file-is-there",
            about=str(out),
        )
    _write_whole(out, text)


def _check_name(out: Path) -> None:
    if out.suffix.lower() != _TOML:
        raise Malformed(
            f"{out} is to be written as TOML; give the file a name that ends in {_TOML}",
            code="not-toml-name",
            about=str(out),
        )


def write_case(out: Path, detailed: Detailed, plan: Path, basis: Basis | None) -> None:
    """Write the values of a calculation whole, and say by which command they are worked.

    A file that stands there and says something else is left as it is: somebody may have written
    into it.

    Raises:
        Malformed: the quantities do not fit the methodology, or the file cannot be written.
    """
    head = list(_head(detailed, plan, basis))
    case = case_of(detailed.plan, detailed.summary.quantities, head, evidence=basis)
    write_new(out, case.text)
    say(f"written: {out}; openjcm methodology work {case.works} {out}")


def _head(detailed: Detailed, plan: Path, basis: Basis | None) -> Iterator[str]:
    yield "Values for a methodology, written by openjcm meter summarise"
    unstated = "" if basis else " (no basis was stated; state it with --basis)"
    yield f"Readings: {_of(basis)}{unstated}. If a fixed value is less firm, say so in evidence."
    yield f"Plan: {plan.name}, SHA-256 {digest_of(plan)}"
    files = detailed.summary.files
    yield from (f"File: {each.name}, SHA-256 {each.sha256}" for each in files[:_FILES_SHOWN])
    if len(files) > _FILES_SHOWN:
        yield f"More files, which the answer as JSON names: {len(files) - _FILES_SHOWN}"


def _of(basis: Basis | None) -> str:
    return (basis or Basis.ILLUSTRATIVE).value


def _said(out: Path) -> str | None:
    """Return what a file says; ``None`` where there is none."""
    try:
        return out.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return ""


def _write_whole(out: Path, text: str) -> None:
    """Write a file beside its place, and put it there when it is whole."""
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as half:
                half.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(out)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Malformed(
            f"{out} cannot be written: {error.strerror}", code="not-writable", about=str(out)
        ) from error
