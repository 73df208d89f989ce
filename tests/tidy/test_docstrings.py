"""What is public says in one sentence what it is for, and so does every test."""

import ast
import re

import pytest
from source import ROOT as CHECKOUT
from source import Documented, Module, functions, modules, ours, public_functions

OURS = {module.place: module for module in ours()}
TESTS = {module.place: module for module in modules(CHECKOUT / "tests")}
TOOLS = {module.place: module for module in modules(CHECKOUT / "tools")}
CODE = OURS | TOOLS
TWO_SENTENCES = re.compile(r"[a-z)`][.!?] [A-Z]")


def _fault(node: Documented) -> str:
    docstring = ast.get_docstring(node)
    if not docstring:
        return "no docstring"
    summary = " ".join(docstring.split("\n\n")[0].split())
    if not summary.endswith("."):
        return "no full stop at the end of the first paragraph"
    return ""


@pytest.mark.parametrize("module", (CODE | TESTS).values(), ids=CODE | TESTS)
def test_every_module_says_what_is_in_it(module: Module) -> None:
    """A module begins with a docstring."""
    if not module.text.strip():
        return

    assert ast.get_docstring(module.tree), f"{module.place} has no docstring"


@pytest.mark.parametrize("module", CODE.values(), ids=CODE)
def test_every_public_function_has_a_sentence(module: Module) -> None:
    """The docstring of a public function begins with a sentence and its full stop."""
    faults = {
        function.name: _fault(function) for function in public_functions(module) if _fault(function)
    }

    assert not faults, f"{module.place}: {faults}"


@pytest.mark.parametrize("module", TESTS.values(), ids=TESTS)
def test_every_test_has_one_sentence(module: Module) -> None:
    """The docstring of a test begins with one sentence, its full stop included."""
    faults = {}
    for function in functions(module.tree):
        if function.name.startswith("test_"):
            summary = (ast.get_docstring(function) or "").split("\n\n")[0]
            two = "more than one sentence" if TWO_SENTENCES.search(summary) else ""
            faults[function.name] = _fault(function) or two
    faults = {name: fault for name, fault in faults.items() if fault}

    assert not faults, f"{module.place}: {faults}"
