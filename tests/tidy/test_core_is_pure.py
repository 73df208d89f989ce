"""The core is exact and knows no clock: what the import contracts cannot see."""

import ast
from collections.abc import Iterator

import pytest
from source import Module, ours

ROOMS = {"measure", "rulebook", "methodology", "cycle", "ledger", "article6"}
CORE = {module.place: module for module in ours() if module.room in ROOMS}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "monotonic", "perf_counter"}
UNKNOWN_TO_THE_CORE = {"time", "random", "uuid", "os", "socket", "secrets", "subprocess"}


@pytest.mark.parametrize("module", CORE.values(), ids=CORE)
def test_the_core_holds_no_binary_float(module: Module) -> None:
    """No float literal, no call of float and no annotation with it."""
    floats = [
        f"line {node.lineno}"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]

    assert not floats, f"{module.place} holds a binary float: {floats}"


@pytest.mark.parametrize("module", CORE.values(), ids=CORE)
def test_the_core_reads_no_clock(module: Module) -> None:
    """Days and instants are handed in, never looked up."""
    clocks = [
        f"line {node.lineno}: {node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    ]

    assert not clocks, f"{module.place} reads a clock: {clocks}"


@pytest.mark.parametrize("module", CORE.values(), ids=CORE)
def test_the_core_knows_no_machine(module: Module) -> None:
    """No clock, chance, process or environment is imported, not even inside a function."""
    known = sorted(set(_imported(module)) & UNKNOWN_TO_THE_CORE)

    assert not known, f"{module.place} imports {known}"


def _imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
