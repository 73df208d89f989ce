"""One word for one thing: the scheme's own, as the glossary has it."""

import ast
import re
from collections.abc import Iterator

from source import DOCS, ROOT, ours

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
    "_tokens": "the words of a formula, in the parser",
    "_TOKEN": "what a word of a formula looks like, in the parser",
    "TOKENS_MAX": "how many words a formula may have, in the parser",
    "token_urlsafe": "the standard library's name for random characters",
    "utc_offset": "how far a clock is from UTC",
    "utcoffset": "the standard library's name for the same",
}
# Phrases of pages and letters that hold a banned word in a sense of their own.
ALLOWED_PHRASES = {
    "design tokens": "the Digital Agency's own word for the values of its design system",
}
CATALOGUES = sorted((ROOT / "src").rglob("*.ftl"))


def banned_words() -> dict[str, str]:
    """Read the synonyms that the glossary refuses, each with the word to use instead."""
    banned: dict[str, str] = {}
    for line in (DOCS / "glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4 and cells[3] not in {"never", "---", ""}:
            banned |= {word.strip(): cells[0] for word in cells[3].split(",")}
    return banned


BANNED = banned_words()
PATTERN = re.compile(rf"\b({'|'.join(map(re.escape, BANNED))})s?\b")


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
    return [f"{word} (say {BANNED[word]})" for word in PATTERN.findall(text)]


def test_the_glossary_refuses_something() -> None:
    """The list of refused synonyms is read from the glossary and is not empty."""
    assert {"auditor", "vvb", "burn", "wallet", "token", "offset"} <= BANNED.keys()


def test_no_module_has_a_name_that_excludes_nothing() -> None:
    """A name like utils collects everything, so no module or folder has one."""
    vague = {
        module.place: sorted(found)
        for module in ours()
        if module.place not in ALLOWED_MODULES
        if (found := {*module.name.split("."), module.path.stem} & BANNED_MODULES)
    }

    assert not vague, f"names that exclude nothing: {vague}"


def test_identifiers_use_the_schemes_words() -> None:
    """No identifier holds a synonym that the glossary refuses."""
    found = {
        f"{module.place}: {name}": banned
        for module in ours()
        for name in {*_identifiers(module.tree), module.path.stem} - ALLOWED_IDENTIFIERS.keys()
        if (banned := _banned_in(_words(name)))
    }

    assert not found, f"refused by docs/glossary.md: {found}"


def test_pages_and_letters_use_the_schemes_words() -> None:
    """No text of a catalogue holds a synonym that the glossary refuses."""
    found = {
        f"{path.relative_to(ROOT)}:{number}": banned
        for path in CATALOGUES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (banned := _banned_in(_prose(line)))
    }

    assert not found, f"refused by docs/glossary.md: {found}"


def _prose(line: str) -> str:
    if line.startswith("#"):
        return ""
    prose = re.sub(r"^-?[\w-]+ *=|\{[^}]*\}", "", line).lower()
    for phrase in ALLOWED_PHRASES:
        prose = prose.replace(phrase, "")
    return prose


def test_japanese_has_one_word_for_one_thing() -> None:
    """We are one and the same on every page, and a template of ours has the glossary's word."""
    others = re.compile("当サイト|当方|本システム|本サイト|テンプレート|ひな形")
    texts = [*CATALOGUES, *sorted((ROOT / "src" / "openjcm" / "papers" / "words").glob("*.toml"))]

    assert [place for place in texts if others.search(place.read_text(encoding="utf-8"))] == []
