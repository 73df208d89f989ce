"""Small enough to read aloud: modules, functions, folders."""

from collections import Counter
from pathlib import Path

import pytest
from source import ROOT, Module, functions, lines_of, modules, ours

MODULE_LINES = 400
TEST_LINES = 600
FUNCTION_LINES = 70
CODE_LINES = 40
FOLDER_MODULES = 15
TESTS = modules(ROOT / "tests")
TOOLS = modules(ROOT / "tools")


def _places(found: tuple[Module, ...]) -> list[str]:
    return [module.place for module in found]


@pytest.mark.parametrize("module", ours() + TOOLS, ids=_places(ours() + TOOLS))
def test_a_module_fits_in_four_hundred_lines(module: Module) -> None:
    """A module that is too long is usually two nouns."""
    lines = len(module.text.splitlines())

    assert lines <= MODULE_LINES, f"{module.place} has {lines} lines"


@pytest.mark.parametrize("module", TESTS, ids=_places(TESTS))
def test_a_test_module_fits_in_six_hundred_lines(module: Module) -> None:
    """A test module that is too long tests two things."""
    lines = len(module.text.splitlines())

    assert lines <= TEST_LINES, f"{module.place} has {lines} lines"


@pytest.mark.parametrize("module", ours() + TESTS + TOOLS, ids=_places(ours() + TESTS + TOOLS))
def test_a_function_can_be_read_without_scrolling(module: Module) -> None:
    """A function has at most 70 lines with its docstring, and 40 of code."""
    long = {
        function.name: lines_of(function)
        for function in functions(module.tree)
        if lines_of(function)[0] > FUNCTION_LINES or lines_of(function)[1] > CODE_LINES
    }

    assert not long, f"{module.place}: (lines, code alone) {long}"


def test_a_folder_holds_at_most_fifteen_modules() -> None:
    """A folder that holds more is two."""
    everywhere = ours() + TESTS
    counted = Counter(m.path.parent for m in everywhere if m.path.name != "__init__.py")
    full = {_place(path): n for path, n in counted.items() if n > FOLDER_MODULES}

    assert not full, f"folders with more than {FOLDER_MODULES} modules: {full}"


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
