"""The documents are in step with the code."""

import re
from pathlib import Path

import pytest
from docs import stale_pages
from source import DOCS, ROOT

DECISIONS = {path.name: path for path in sorted((DOCS / "decisions").glob("*.md"))}
CATALOGUES = sorted((ROOT / "src").rglob("*.ftl"))
FOLDERS = sorted({path.parent for path in CATALOGUES})
ADR_LINES = 30
KEY = re.compile(r"^(-?[a-zA-Z][\w-]*)\s*=", re.MULTILINE)
NAME = re.compile(r"^[a-zA-Z0-9][\w.-]*")


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_generated_documents_are_up_to_date() -> None:
    """What ``python tools/docs.py`` would write is what is committed."""
    stale = [_place(path) for path in stale_pages()]

    assert not stale, f"run python tools/docs.py: {stale}"


@pytest.mark.parametrize("path", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_fits_on_a_screen(path: Path) -> None:
    """A decision is numbered and has about twenty lines."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]

    assert re.match(r"\d{4}-[a-z0-9-]+\.md", path.name), f"{path.name} is not numbered"
    assert len(lines) <= ADR_LINES, f"{path.name} has {len(lines)} lines"


@pytest.mark.parametrize("path", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_has_its_four_parts(path: Path) -> None:
    """Context, decision, what was weighed, consequences."""
    text = path.read_text(encoding="utf-8")
    parts = ("Status: ", "**Context.**", "**Decision.**", "**Weighed.**", "**Consequences.**")
    missing = [part for part in parts if part not in text]

    assert not missing, f"{path.name} lacks {missing}"


def test_decision_numbers_are_used_once() -> None:
    """No two decisions have one number."""
    numbers = [name[:4] for name in DECISIONS]

    assert len(numbers) == len(set(numbers)), f"a number twice: {numbers}"


@pytest.mark.parametrize(
    "listing", ["requirements.in", "requirements-test.in", "requirements-spark.in"]
)
def test_every_dependency_has_its_line(listing: str) -> None:
    """A package that is asked for stands in the decision on dependencies."""
    (decision,) = (DOCS / "decisions").glob("0003-*.md")
    explained = set(re.findall(r"`([\w.-]+)", decision.read_text(encoding="utf-8")))
    lines = (ROOT / listing).read_text(encoding="utf-8").splitlines()
    asked = {name.group() for line in lines if (name := NAME.match(line))}

    assert asked <= explained, f"{decision.name} lacks {sorted(asked - explained)} of {listing}"


@pytest.mark.parametrize("folder", FOLDERS, ids=map(_place, FOLDERS))
def test_both_languages_have_the_same_words(folder: Path) -> None:
    """A folder of words holds en.ftl and ja.ftl with the same keys."""
    names = {path.name for path in folder.glob("*.ftl")}
    assert names == {"en.ftl", "ja.ftl"}, f"{_place(folder)} holds {sorted(names)}"
    english, japanese = (
        set(KEY.findall((folder / name).read_text(encoding="utf-8")))
        for name in ("en.ftl", "ja.ftl")
    )

    assert english == japanese, f"{_place(folder)}: in one language {sorted(english ^ japanese)}"
