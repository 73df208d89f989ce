"""The core is exact and knows no clock: what the import contracts cannot see."""

import ast
from collections.abc import Iterator

from source import Module, ours

ROOMS = {"measure", "rulebook", "methodology", "cycle", "ledger", "article6"}
CORE = [module for module in ours() if module.room in ROOMS]
CLOCKS = {"now", "today", "utcnow", "fromtimestamp", "monotonic", "perf_counter"}
UNKNOWN_TO_THE_CORE = {"time", "random", "uuid", "os", "socket", "secrets", "subprocess"}


def test_the_core_holds_no_binary_float() -> None:
    """No float literal, no call of float and no annotation with it."""
    floats = [
        f"{module.place}:{node.lineno}"
        for module in CORE
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]

    assert not floats, f"a binary float in the core: {floats}"


def test_the_core_reads_no_clock() -> None:
    """Days and instants are handed in, never looked up."""
    clocks = [
        f"{module.place}:{node.lineno} {node.attr}"
        for module in CORE
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    ]

    assert not clocks, f"a clock in the core: {clocks}"


def test_the_core_knows_no_machine() -> None:
    """No clock, chance, process or environment is imported, not even inside a function."""
    known = {
        module.place: sorted(found)
        for module in CORE
        if (found := set(_imported(module)) & UNKNOWN_TO_THE_CORE)
    }

    assert not known, f"imported in the core: {known}"


def _imported(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
