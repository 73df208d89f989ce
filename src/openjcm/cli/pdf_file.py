"""A paper as a PDF file: named so, written whole, and told by its digest."""

from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from openjcm.cli.answers import answer
from openjcm.cli.paper_file import check_pdf_name, write_paper

__all__ = ["PdfFile", "check_pdf_name", "write_pdf"]

PdfFile = Annotated[
    Path | None, typer.Option("-o", help="Write it to this file, whose name ends in .pdf.")
]


def write_pdf(out: Path, content: bytes, *, as_json: bool) -> None:
    """Write a PDF, and say where it is: on standard error, and as JSON if it was asked for.

    Raises:
        Malformed: it cannot be written there.
    """
    write_paper(out, content)
    if as_json:
        said = {"written": str(out), "bytes": len(content), "sha256": sha256(content).hexdigest()}
        answer(said, as_json=True, text=str)
