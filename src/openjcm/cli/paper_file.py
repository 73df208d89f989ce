"""A paper as a file: named by its kind, written whole."""

from pathlib import Path

from openjcm.cli.frame import say
from openjcm.measure.errors import Malformed

_PAGE, _PDF = ".html", ".pdf"


def check_page_name(out: Path) -> None:
    """Refuse a file that would not be taken for a page.

    Raises:
        Malformed: its name ends otherwise.
    """
    if out.suffix.lower() != _PAGE:
        raise Malformed(
            f"{out}: --html writes a page; give the file a name that ends in {_PAGE}",
            code="not-a-page",
            about=str(out),
        )


def check_pdf_name(out: Path, option: str = "-o") -> None:
    """Refuse a file that would not be taken for a PDF.

    Raises:
        Malformed: its name ends otherwise.
    """
    if out.suffix.lower() != _PDF:
        raise Malformed(
            f"{out}: {option} writes a PDF; give the file a name that ends in {_PDF}",
            code="not-a-pdf",
            about=str(out),
        )


def write_paper(out: Path, content: bytes) -> None:
    """Write a paper, and say on standard error where it is.

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
