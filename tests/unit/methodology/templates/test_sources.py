"""Where the templates have it from: a source is no circle, and what a draft says is marked.

Expected: the list of thresholds, counted by hand in the files.
"""

from collections.abc import Iterator

from openjcm.measure import Basis
from openjcm.methodology import Definition, Known, Role
from openjcm.methodology.catalogue import all_definitions, all_templates

# What is no threshold: the units themselves, and which end of a range counts.
PLAIN = (
    "the definition of the units",
    "relative atomic masses, rounded as in the IPCC guidelines",
)
THRESHOLDS = {"YIELD_LEAST": "30", "ETA_ALL_LEAST": "0.8", "CAP_LEAST": "0.1", "CAP_MOST": "3.15"}
# Criteria of a document itself, of general knowledge, and a check of ours.
NOT_OF_A_DRAFT = {
    "SA_AM001_ver01.0": {"guarantee"},
    "OJ_building_measures_ver1": {"way"},
    "OJ_efficiency_ratio_ver1": {"way"},
    "OJ_displacement_net_of_rated_use_ver1": {"1"},
    "OJ_steam_history_ver1": {"1", "2", "3"},
}


def _knowns(definition: Definition) -> Iterator[Known]:
    yield from (each.known for each in (*definition.parameters, *definition.asked))
    yield from (each.known for each in definition.tables)
    yield from (each.known for each in definition.formulas)
    yield from (each.known for each in definition.criteria)
    yield Known(definition.evidence, definition.source)


def test_no_source_is_a_page_of_ours_or_names_nothing() -> None:
    """No document of this repository, and no methodologies without a number."""
    for definition in (*all_definitions(), *all_templates()):
        for known in _knowns(definition):
            assert "docs/" not in known.source, definition.id
            assert "similar methodologies" not in known.source, definition.id
            if known.source.startswith("general knowledge"):
                assert known.evidence is Basis.RECALLED, definition.id


def test_a_value_that_a_template_fixes_is_a_conversion_or_marked_as_of_a_draft() -> None:
    """The four thresholds of drafts of 2013 and no other."""
    fixed = {
        each.symbol: each
        for definition in (*all_definitions(), *all_templates())
        for each in definition.fixed
        if each.role in {Role.METHODOLOGY, Role.DEFAULT} and each.known.source not in PLAIN
    }

    drafts = {symbol: str(each.value) for symbol, each in fixed.items() if each.known.is_draft}
    assert drafts == THRESHOLDS
    assert {each.value for each in fixed.values() if not each.known.is_draft} <= {
        *("default", "lower", "upper")
    }


def test_a_criterion_of_a_draft_is_marked() -> None:
    """All but those of a document, of general knowledge, and of ours."""
    for definition in (*all_definitions(), *all_templates()):
        plain = {each.number for each in definition.criteria if not each.known.is_draft}
        assert plain == NOT_OF_A_DRAFT.get(definition.id, set()), definition.id
