"""``src/openjcm/web/documents/texts``: the documents that the site shows, as they come along."""

from pathlib import Path

from source import DOCS, SRC

from documents import language
from openjcm.web.documents.rendering import DOCUMENTS

TEXTS = SRC / "openjcm" / "web" / "documents" / "texts"


def pages() -> dict[Path, str]:
    """Return each copy with what the document says."""
    names = (
        f"{name}{'' if each == 'en' else f'.{each}'}.md"
        for name, languages in DOCUMENTS.items()
        for each in languages
    )
    # One of them is generated itself, perhaps in this same run.
    generated = language.pages()
    return {
        TEXTS / name: generated.get(DOCS / name) or (DOCS / name).read_text(encoding="utf-8")
        for name in names
    }
