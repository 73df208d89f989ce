"""A definition that was confirmed is never edited: its hash stands in the manifest of the versions.

The manifest is read here by itself, and not by the code that it holds to account.
"""

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from openjcm.methodology import Definition, all_definitions, load_definition
from openjcm.methodology.catalogue import folder_of
from openjcm.methodology.files.reading import read_definition

MANIFEST = Path(str(files("openjcm.methodology"))) / "definitions" / "confirmed.toml"


def frozen() -> Mapping[str, str]:
    """Return the hashes of the manifest by the id of the definition."""
    hashes: Mapping[str, str] = tomllib.loads(MANIFEST.read_text(encoding="utf-8"))["sha256"]
    return hashes


def confirmed() -> list[Definition]:
    """Return the definitions of which two persons are recorded to have compared everything."""
    return [
        each
        for each in all_definitions()
        if (file := MANIFEST.parent / each.id / "confirmation.toml").is_file()
        and "confirmed_on" in tomllib.loads(file.read_text(encoding="utf-8"))
    ]


def changed(definitions: Iterable[Definition], manifest: Mapping[str, str]) -> set[str]:
    """Return what was confirmed and is not as in the manifest, or stands in it and is not there."""
    now = {each.id: each.sha256 for each in definitions}
    return {each for each in now.keys() | manifest.keys() if now.get(each) != manifest.get(each)}


def test_what_was_confirmed_is_as_it_was() -> None:
    """A change needs a new version; a newly confirmed definition needs its line in the manifest."""
    assert changed(confirmed(), frozen()) == set()
    assert {each.id for each in all_definitions() if each.is_confirmed} == frozen().keys()


def test_a_change_is_noticed_in_the_file_and_in_what_it_is_built_on() -> None:
    """One word of its own, or of PE, which the family gives; and what was taken away or added."""
    definition = load_definition("TH_AM009_ver01.0")
    manifest = {definition.id: definition.sha256}
    text = (folder_of(definition.id) / "definition.toml").read_text(encoding="utf-8")
    of_family = next(each for each in definition.formulas if each.gives == "PE")
    other_word = (
        f'\n[[formula]]\ngives = "PE"\nis = "{of_family.printed}"\nunit = "tCO2e"\n'
        'says = "Other words"\nevidence = "derived"\nsource = "made up"\n'
    )

    assert '"PE"' not in text
    assert changed([definition], manifest) == set()
    for edited in (text.replace("not seen.", "seen."), text + other_word):
        assert changed([read_definition(edited, place="x")], manifest) == {definition.id}
    assert changed([], manifest) == {definition.id}
    assert changed([definition], {}) == {definition.id}
