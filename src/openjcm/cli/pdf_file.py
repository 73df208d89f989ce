"""A paper as a PDF file: named so, written whole, and told by its digest."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import answer
from openjcm.cli.frame import say
from openjcm.measure.errors import Malformed

_PDF = ".pdf"
PdfFile = Annotated[
    Path | None, typer.Option("-o", help="Write it to this file, whose name ends in .pdf.")
]


def check_pdf_name(out: Path) -> None:
    """Refuse a file that would not be taken for a PDF.

    Raises:
        Malformed: its name ends otherwise.
    """
    if out.suffix.lower() != _PDF:
        raise Malformed(
            f"{out}: -o writes a PDF; give the file a name that ends in {_PDF}",
            code="not-a-pdf",
            about=str(out),
        )


def write_pdf(out: Path, content: bytes, *, as_json: bool) -> None:
    """Write a PDF, and say where it is: on standard error, and as JSON if it was asked for.

    Raises:
        Malformed: it cannot be written there.
    """
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Malformed(
            f"{out} cannot be written: {error.strerror}", code="not-writable", about=str(out)
        ) from error
    say(f"written: {out}")
    if as_json:
        said = {"written": str(out), "bytes": len(content), "sha256": sha256(content).hexdigest()}
        answer(said, as_json=True, text=str)
