"""What no file of the checkout may hold: addresses, machine paths, loose ends."""

import ast
import re
from pathlib import Path
from typing import TypeGuard

import pytest
from source import ROOT, modules, ours, tracked_files

BINARY = {".png", ".webp", ".ttf", ".woff2", ".pdf", ".ico", ".gz", ".parquet", ".otf"}
TEXTS = {
    path.relative_to(ROOT).as_posix(): path
    for path in tracked_files()
    if path.suffix not in BINARY and path != Path(__file__).resolve()
}
LOCKS = {place: path for place, path in TEXTS.items() if path.suffix == ".lock"}
CODE = ours() + modules(ROOT / "tests") + modules(ROOT / "tools")

INDEX = re.compile(r"https?://|--(extra-)?index-url|--find-links|--trusted-host")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|registry\.yarnpkg")
MACHINE = re.compile(r"(?<![\w.])/(work|root|home/[a-z]\w*|Users/\w+|mnt/\w+)/")
LOOSE_END = re.compile(r"\b(TODO|FIXME|HACK)\b")
BANNED_MARKS = {"skip", "skipif", "xfail"}
SILENCED = re.compile(r"#\s*(noqa|type: ignore|pragma: no cover|nosec)(?P<why>.*)")
WITH_REASON = re.compile(r"^[:\[][^-#]*(-|#)\s*\S+")


def _lines(path: Path, pattern: re.Pattern[str]) -> list[int]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if pattern.search(line)]


def test_a_lock_file_names_no_index() -> None:
    """A lock holds versions and hashes and no address."""
    found = {place: n[:5] for place, path in LOCKS.items() if (n := _lines(path, INDEX))}

    assert not found, f"an index or an address, in lines: {found}"


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        (REGISTRY, "a package registry"),
        (MACHINE, "a path of one machine"),
        (LOOSE_END, "a loose end without an issue"),
    ],
    ids=["registry", "machine", "loose-end"],
)
def test_no_file_holds_what_belongs_elsewhere(pattern: re.Pattern[str], what: str) -> None:
    """Registries, machine paths and loose ends are named with file and line."""
    found = {place: lines for place, path in TEXTS.items() if (lines := _lines(path, pattern))}

    assert not found, f"{what}: {found}"


def test_no_test_is_switched_off() -> None:
    """No test is skipped or expected to fail, and nothing is left for later."""
    found = [
        f"{module.place}:{node.lineno}"
        for module in CODE
        for node in ast.walk(module.tree)
        if _switches_off(node) or _puts_off(node)
    ]

    assert not found, f"skipped, expected to fail or not implemented: {found}"


def test_every_silenced_check_says_why() -> None:
    """A check that is silenced on a line gives its reason on that line."""
    found = [
        f"{module.place}:{number}"
        for module in CODE
        for number, line in enumerate(module.text.splitlines(), 1)
        if (silenced := SILENCED.search(line)) and not WITH_REASON.match(silenced["why"])
        if module.path != Path(__file__).resolve()
    ]

    assert not found, f"silenced without a reason: {found}"


def _switches_off(node: ast.AST) -> TypeGuard[ast.Attribute]:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in BANNED_MARKS
        and ast.unparse(node.value) in {"pytest", "pytest.mark", "unittest"}
    )


def _puts_off(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and node.id == "NotImplementedError"
