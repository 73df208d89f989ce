"""The canonical form of a definition: golden text, and what changes it."""

import json
from hashlib import sha256

from openjcm.methodology import read_definition
from openjcm.methodology.files.canonical import canonical_text

GOLDEN_START = (
    '{"evidence":"illustrative","family":"heat pump","formulas":[{"gives":"RE","known":'
    '{"evidence":"illustrative","para":"not confirmed","source":"made up"},"says":"Reference",'
    '"tree":"sum(EC * GAIN) * EF","unit":"tCO2e"},'
)
GOLDEN_PARAMETER = (
    '{"known":{"evidence":"illustrative","para":"not confirmed","source":"made up"},"per":"pump",'
    '"plausible":{"at_least":"0","at_most":"1000","evidence":"illustrative"},'
    '"role":"monitored","says":"Electricity of pump i","symbol":"EC","unit":"MWh"}'
)


def test_the_canonical_form_is_fixed_byte_by_byte(sound: str) -> None:
    """Definitions are frozen by its hash, so the form itself must never drift."""
    text = canonical_text(read_definition(sound, place="sound.toml"))

    assert text.startswith(GOLDEN_START)
    assert GOLDEN_PARAMETER in text
    assert (
        json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        == text
    )
    assert sha256(text.encode()).hexdigest() == (
        "8ee27983f9bfbb0e1a2b7d174eaef0ce33a3ecdb773eac4fd0ac6f1497f617be"
    )


def test_the_hash_is_that_of_the_canonical_form(sound: str) -> None:
    """Anyone can compute it again from the text."""
    definition = read_definition(sound, place="sound.toml")

    assert definition.sha256 == sha256(canonical_text(definition).encode()).hexdigest()


def test_blanks_and_comments_do_not_change_the_hash(sound: str) -> None:
    """Only what is read counts: not the layout of the file or of a formula."""
    same = sound.replace("sum(EC) * EF", "(sum( EC ))*EF").replace("[fixed.EF]", "# \n[fixed.EF]")

    assert _hash(same) == _hash(sound)


def test_every_word_and_digit_that_is_read_changes_the_hash(sound: str) -> None:
    """A value, a unit, a formula, a source: none can be swapped unseen."""
    changed = [
        sound.replace("1.5", "1.50"),
        sound.replace('unit = "tCO2e/MWh"', 'unit = "tCO2/MWh"'),
        sound.replace("sum(EC) * EF", "EF * sum(EC)"),
        sound.replace("Electricity of pump i", "Electricity of pump j"),
    ]

    assert len({_hash(text) for text in [sound, *changed]}) == 1 + len(changed)


def _hash(text: str) -> str:
    return read_definition(text, place="sound.toml").sha256
