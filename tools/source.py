"""Reading our own source: modules, functions, the rules and error codes that they name.

In: what the generated documents and the tidy tests both need. Not in: any opinion about it.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
TESTS = ROOT / "tests"
DOCS = ROOT / "docs"

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


@dataclass(frozen=True, eq=False)
class Module:
    """One Python file, parsed."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        """Its path from the top of the checkout."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """Its dotted name, for a module of the package."""
        parts = self.path.relative_to(SRC).with_suffix("").parts
        return ".".join(part for part in parts if part != "__init__")

    @property
    def room(self) -> str:
        """The room it stands in, for a module of the package."""
        return self.name.partition(".")[2].partition(".")[0]


@cache
def modules(folder: Path) -> tuple[Module, ...]:
    """Return every Python file below a folder, migrations apart."""
    paths = sorted(
        path
        for path in folder.rglob("*.py")
        if not {"__pycache__", "migrations"} & set(path.relative_to(folder).parts)
    )
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths)
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


def ours() -> tuple[Module, ...]:
    """Return the modules of the package."""
    return modules(SRC / "openjcm")


def tests() -> tuple[Module, ...]:
    """Return the modules of the tests."""
    return modules(TESTS)


def functions(tree: ast.AST) -> Iterator[Function]:
    """Walk every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def public_functions(module: Module) -> Iterator[Function]:
    """Walk the functions of a module and the methods of its classes that others may call."""
    for node in module.tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            methods = (inner for inner in node.body if isinstance(inner, Function))
            yield from (method for method in methods if not method.name.startswith("_"))


def lines_of(function: Function) -> tuple[int, int]:
    """Return the lines of a function with its docstring, and of its code alone."""
    whole = set(range(function.lineno, (function.end_lineno or function.lineno) + 1))
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = range(first.lineno, (first.end_lineno or first.lineno) + 1) if has_docstring else ()
    return len(whole), len(whole - set(docstring))


@cache
def rules_named(tree: ast.AST) -> set[str]:
    """Return the members of ``Rule`` that the code below a node names."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Rule"
        and node.attr.isupper()
    }


@cache
def rules_documented(function: Documented) -> set[str]:
    """Return the members that the ``Rules:`` section of a docstring lists."""
    docstring = ast.get_docstring(function) or ""
    section = re.search(r"^Rules:\s*(.+?)(?:\n\n|\Z)", docstring, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"[A-Z][A-Z0-9_]{3,}", section.group(1))) if section else set()


@cache
def imports_of(module: Module) -> set[str]:
    """Return the dotted names that a module imports from the package."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("openjcm"):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names if alias.name.startswith("openjcm")}
    return names


@cache
def reached_from(module: Module) -> tuple[Module, ...]:
    """Return a module and all of the package that it imports, directly or not."""
    by_name = {other.name: other for other in ours()}
    reached: dict[str, Module] = {}
    waiting = [module]
    while waiting:
        here = waiting.pop()
        if here.name not in reached:
            reached[here.name] = here
            waiting += [by_name[name] for name in imports_of(here) if name in by_name]
    return tuple(reached.values())


def tracked_files() -> tuple[Path, ...]:
    """Return the files that the checkout holds, committed or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))
