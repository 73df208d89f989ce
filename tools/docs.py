"""Write the generated documents, or compare them: ``python tools/docs.py [--check]``.

Generated documents are committed, so that they can be read without running anything.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from documents import architecture, cycle, errors, language, rules, served, spec
from source import DOCS, ROOT

WRITERS: tuple[Callable[[], dict[Path, str]], ...] = (
    rules.pages,
    errors.pages,
    cycle.pages,
    architecture.pages,
    spec.pages,
    language.pages,
    served.pages,
)


def main() -> int:
    """Write all documents; with ``--check`` only name those that are out of date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and change nothing")
    check = parser.parse_args().check
    stale = stale_pages()
    for path, text in stale.items():
        print(f"{'out of date' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            _put(path, text)
    return 1 if check and stale else 0


def stale_pages() -> dict[Path, str | None]:
    """Return what each page should say where it says something else; None for one too many."""
    wanted: dict[Path, str | None] = {}
    for write in WRITERS:
        wanted |= write()
    superfluous = set((DOCS / "spec").glob("*.md")) - wanted.keys()
    return {path: text for path, text in wanted.items() if _get(path) != text} | dict.fromkeys(
        sorted(superfluous)
    )


def _get(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _put(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
