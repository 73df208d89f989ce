"""Small enough to read aloud: modules, functions, folders."""

from collections import Counter

from source import ROOT, functions, lines_of, modules, ours

MODULE_LINES = 400
TEST_LINES = 400
FUNCTION_LINES = 70
CODE_LINES = 40
FOLDER_MODULES = 15
TESTS = modules(ROOT / "tests")
CODE = ours() + modules(ROOT / "tools")


def test_a_module_fits_in_four_hundred_lines() -> None:
    """A module that is too long is usually two nouns."""
    long = {m.place: n for m in CODE if (n := len(m.text.splitlines())) > MODULE_LINES}

    assert not long, f"modules of more than {MODULE_LINES} lines: {long}"


def test_a_test_module_fits_in_four_hundred_lines_too() -> None:
    """A test module that is too long tests two things."""
    long = {m.place: n for m in TESTS if (n := len(m.text.splitlines())) > TEST_LINES}

    assert not long, f"test modules of more than {TEST_LINES} lines: {long}"


def test_a_function_can_be_read_without_scrolling() -> None:
    """A function has at most 70 lines with its docstring, and 40 of code."""
    sizes = {
        f"{module.place}: {function.name}": lines_of(function)
        for module in CODE + TESTS
        for function in functions(module.tree)
    }
    long = {
        place: size
        for place, size in sizes.items()
        if size[0] > FUNCTION_LINES or size[1] > CODE_LINES
    }

    assert not long, f"too long (lines, code alone): {long}"


def test_a_folder_holds_at_most_fifteen_modules() -> None:
    """A folder that holds more is two."""
    counted = Counter(
        module.path.parent.relative_to(ROOT).as_posix()
        for module in CODE + TESTS
        if module.path.name != "__init__.py"
    )
    full = {place: number for place, number in counted.items() if number > FOLDER_MODULES}

    assert not full, f"folders with more than {FOLDER_MODULES} modules: {full}"
