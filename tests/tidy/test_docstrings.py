"""What is public says in one sentence what it is for, and so does every test."""

import ast
import re

from source import ROOT, Documented, functions, modules, ours, public_functions

CODE = ours() + modules(ROOT / "tools")
TESTS = modules(ROOT / "tests")
TWO_SENTENCES = re.compile(r"[a-z)`][.!?] [A-Z]")


def test_every_module_says_what_is_in_it() -> None:
    """A module that is not empty begins with a docstring."""
    silent = [
        module.place
        for module in CODE + TESTS
        if module.text.strip() and not ast.get_docstring(module.tree)
    ]

    assert not silent, f"modules without a docstring: {silent}"


def test_every_public_function_has_a_sentence() -> None:
    """The docstring of a public function begins with a sentence and its full stop."""
    faults = {
        f"{module.place}: {function.name}": fault
        for module in CODE
        for function in public_functions(module)
        if (fault := _fault(function))
    }

    assert not faults, f"public functions: {faults}"


def test_every_test_has_one_sentence() -> None:
    """The docstring of a test begins with one sentence, its full stop included."""
    faults = {
        f"{module.place}: {function.name}": fault
        for module in TESTS
        for function in functions(module.tree)
        if function.name.startswith("test_")
        if (fault := _fault(function) or _second_sentence(function))
    }

    assert not faults, f"tests: {faults}"


def _fault(node: Documented) -> str:
    summary = _summary(node)
    if not summary:
        return "no docstring"
    return "" if summary.endswith(".") else "no full stop at the end of the first paragraph"


def _second_sentence(node: Documented) -> str:
    return "more than one sentence" if TWO_SENTENCES.search(_summary(node)) else ""


def _summary(node: Documented) -> str:
    return " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())
