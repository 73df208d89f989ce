"""The JSON Schema of editors and the reader: neither knows a key that the other does not."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from openjcm.methodology import check_definition
from openjcm.methodology.drafting import SchemaOf, schema_for
from openjcm.methodology.files.forms import FORMULA, HEAD, NAMED, ROWS

ROOT = Path(str(files("openjcm.methodology")))
KINDS = {
    SchemaOf.DEFINITION: ("definitions/*/definition.toml", "families/*.toml"),
    SchemaOf.BLOCK: ("blocks/*.toml",),
    SchemaOf.ENTRY: ("definitions/*/entry.toml",),
    SchemaOf.CASE: ("definitions/*/cases/*.toml", "families/*/cases/*.toml"),
    # None is confirmed yet; what the commands write is compared in test_files.py.
    SchemaOf.CONFIRMATION: ("definitions/*/confirmation.toml",),
}
# Of these checks the schema knows; the others need the whole file.
_OF_FORM = ("key-given", "key-known", "kind-of-value")
WHOLE = (ROOT / "definitions" / "BD_AM002_ver01.0" / "definition.toml").read_text(encoding="utf-8")


def _plain(value: object) -> object:
    """Return a value of TOML as JSON has it: days are text."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _faults(kind: SchemaOf, text: str) -> list[str]:
    validator = Draft202012Validator(schema_for(kind))
    return [each.message for each in validator.iter_errors(_plain(tomllib.loads(text)))]


@pytest.mark.parametrize("kind", SchemaOf)
def test_a_schema_is_one(kind: SchemaOf) -> None:
    """By the specification that it names."""
    Draft202012Validator.check_schema(schema_for(kind))


@pytest.mark.parametrize("kind", SchemaOf)
def test_every_bundled_file_fits_its_schema(kind: SchemaOf) -> None:
    """What the reader takes, an editor does not mark."""
    paths = [path for pattern in KINDS[kind] for path in sorted(ROOT.glob(pattern))]
    found = {
        str(path.relative_to(ROOT)): faults
        for path in paths
        if (faults := _faults(kind, path.read_text(encoding="utf-8")))
    }

    assert paths or kind is SchemaOf.CONFIRMATION
    assert found == {}


def _faulty() -> Iterator[tuple[str, str]]:
    """Yield files with one fault each: a key left out, mistyped, or of another kind."""
    lines = WHOLE.splitlines()
    multi = False
    for number, line in enumerate(lines):
        key = line.split(" = ")[0]
        if multi or " = " not in line or line.endswith('"""'):
            multi = (line.count('"""') % 2 == 1) != multi
            continue
        for name, other in (("without", ""), ("mistyped", f"{key}x = 1"), ("number", f"{key} = 1")):
            changed = "\n".join([*lines[:number], other, *lines[number + 1 :]])
            yield f"{name} {key} in line {number + 1}", changed


@pytest.mark.parametrize(("_what", "text"), list(_faulty()))
def test_the_schema_marks_what_the_reader_refuses_for_its_form(_what: str, text: str) -> None:
    """A key that is missing, unknown or of another kind: both say so, or neither."""
    refused = [each for each in check_definition(text) if each.rule in _OF_FORM]

    assert bool(refused) == bool(_faults(SchemaOf.DEFINITION, text))


def test_every_key_that_is_read_is_in_the_schema() -> None:
    """The sections of the schema are those of the reader, one for one."""
    properties: dict[str, Any] = schema_for(SchemaOf.DEFINITION)["properties"]

    assert {*HEAD, *NAMED, *ROWS} < set(properties)
    assert set(properties["formula"]["items"]["properties"]) == set(FORMULA)
    assert "based_on" in properties


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("[asked]\nCHECKS = 5", False),
        ('[vintage.2017]\nEG = [1]\n[expected.2017]\nER = "1"\ncredits = 1', False),
        ("[vintage.17]\nEG = [1]", True),
        ("[vintage]\n2017 = 1", True),
        ("[expectd]\nx = 1", True),
    ],
)
def test_the_schema_of_a_case_knows_what_is_asked_and_vintages(
    text: str, *, is_marked: bool
) -> None:
    """As the reader does."""
    head = 'says = "x"\nevidence = "illustrative"\nsource = "x"\n'

    assert bool(_faults(SchemaOf.CASE, head + text)) is is_marked
