"""One word for one thing: the scheme's own, as the glossary has it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import DOCS, ROOT, Module, ours

BANNED_MODULES = {
    *("utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"),
    *("service", "services", "models"),
}
# Django finds the user model in this module and in no other.
ALLOWED_MODULES = {"src/openjcm/people/models.py"}

# Identifiers that hold a banned word in a sense of their own; each with its reason.
ALLOWED_IDENTIFIERS = {
    "csrf_token": "the web's word for the proof that a form is ours",
    "get_token": "Django's function for the same proof",
    "Token": "a word of a formula, in the parser",
    "tokens": "the words of a formula, in the parser",
    "token": "one word of a formula, in the parser",
    "utc_offset": "how far a clock is from UTC",
    "utcoffset": "the standard library's name for the same",
}
MODULES = {module.place: module for module in ours()}
CATALOGUES = {
    path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "src").rglob("*.ftl"))
}


def banned_words() -> dict[str, str]:
    """Read the synonyms that the glossary refuses, each with the word to use instead."""
    banned: dict[str, str] = {}
    for line in (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and cells[3] not in {"never", "---", ""}:
            banned |= {word.strip(): cells[0] for word in cells[3].split(",")}
    return banned


BANNED = banned_words()


def _words(identifier: str) -> str:
    parts = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", identifier).replace("_", " ")
    return " ".join(parts.lower().split())


def _identifiers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name


def _banned_in(text: str) -> list[str]:
    return [
        f"{word} (say {instead})"
        for word, instead in BANNED.items()
        if re.search(rf"\b{re.escape(word)}s?\b", text)
    ]


def test_the_glossary_refuses_something() -> None:
    """The list of refused synonyms is read from the glossary and is not empty."""
    assert {"auditor", "vvb", "burn", "wallet", "token", "offset"} <= BANNED.keys()


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_no_module_has_a_name_that_excludes_nothing(module: Module) -> None:
    """A name like utils collects everything, so no module or folder has one."""
    names = {*module.name.split("."), module.path.stem}
    vague = {} if module.place in ALLOWED_MODULES else names & BANNED_MODULES

    assert not vague, f"{module.place} is called {sorted(vague)}"


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_identifiers_use_the_schemes_words(module: Module) -> None:
    """No identifier holds a synonym that the glossary refuses."""
    found = {
        name: banned
        for name in {*_identifiers(module.tree), module.path.stem}
        if name not in ALLOWED_IDENTIFIERS and (banned := _banned_in(_words(name)))
    }

    assert not found, f"{module.place}: {found}"


@pytest.mark.parametrize("path", CATALOGUES.values(), ids=CATALOGUES)
def test_pages_and_letters_use_the_schemes_words(path: Path) -> None:
    """No text of a catalogue holds a synonym that the glossary refuses."""
    found = {
        number: banned
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (banned := _banned_in(line.partition("=")[2].lower() or line.lower()))
    }

    assert not found, f"{path.relative_to(ROOT)}: {found}"
