"""Every rule can be followed from its edition to the code that holds it and to a test, and back."""

import ast

import pytest
from docs_rules import code_places, tested_places
from source import (
    Module,
    functions,
    ours,
    public_functions,
    reached_from,
    rules_documented,
    rules_named,
)

from openjcm.rulebook import Edition, HeldBy, Known, Rule, all_editions

CORE = {"measure", "rulebook", "methodology", "cycle", "ledger", "article6"}
EDITIONS = {edition.document: edition for edition in all_editions()}
HELD_BY_CODE = sorted(
    {
        rule
        for edition in all_editions()
        for rule, placed in edition.rules.items()
        if placed.held_by in {HeldBy.CODE, HeldBy.BOTH}
    }
)
PLACED = {rule.name for edition in all_editions() for rule in edition.rules}
MODULES = {module.place: module for module in ours()}


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_every_edition_places_every_rule_or_says_why_not(edition: Edition) -> None:
    """An edition that is silent about a rule is named."""
    silent = set(Rule) - edition.rules.keys() - edition.left_out.keys()

    assert not silent, f"{edition.document} says nothing about {sorted(silent)}"


@pytest.mark.parametrize("rule", HELD_BY_CODE)
def test_every_rule_held_by_code_is_named_in_the_source(rule: Rule) -> None:
    """A rule that an edition gives to code is named where it is held."""
    assert code_places(rule), f"{rule.name}: no module of src/openjcm names it"


@pytest.mark.parametrize("rule", HELD_BY_CODE)
def test_every_rule_held_by_code_is_named_in_a_test(rule: Rule) -> None:
    """A rule that an edition gives to code is named in a test of what holds it."""
    assert tested_places(rule), f"{rule.name}: no test names it"


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_nothing_is_cited_that_no_edition_has(module: Module) -> None:
    """A module cites only rules that some edition places."""
    documented = set[str]().union(*map(rules_documented, functions(module.tree)))
    homeless = (rules_named(module.tree) | documented) - PLACED

    assert not homeless, f"{module.place} cites {sorted(homeless)}, placed by no edition"


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_rules_section_lists_what_the_function_cites(module: Module) -> None:
    """A public function with rules in its body lists them under ``Rules:``."""
    unlisted = {
        function.name: sorted(rules_named(function) - rules_documented(function))
        for function in public_functions(module)
        if rules_named(function) - rules_documented(function)
    }

    assert not unlisted, f"{module.place}: Rules: of the docstring leaves out {unlisted}"


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_a_rules_section_lists_nothing_that_is_not_kept(module: Module) -> None:
    """What ``Rules:`` lists is named by the module or by one that it works through."""
    kept = set[str]().union(*(rules_named(reached.tree) for reached in reached_from(module)))
    idle = {
        function.name: sorted(rules_documented(function) - kept)
        for function in functions(module.tree)
        if rules_documented(function) - kept
    }

    assert not idle, f"{module.place}: Rules: lists what nothing below it names: {idle}"


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_what_is_unknown_has_no_value(edition: Edition) -> None:
    """An edition gives no value to a rule that it calls unknown."""
    invented = [
        rule.name
        for rule, placed in edition.rules.items()
        if placed.known is Known.UNKNOWN and placed.value is not None
    ]

    assert not invented, f"{edition.document} invents a value for {invented}"


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_no_default_in_the_core_stands_in_for_an_edition(module: Module) -> None:
    """A value that an edition gives is asked for, never kept as a constant beside it."""
    texts = {
        placed.value.text
        for edition in all_editions()
        for placed in edition.rules.values()
        if placed.value is not None and placed.value.text
    }
    kept = [
        node.value.value
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
        if module.room in CORE and node.value.value in texts
    ]

    assert not kept, f"{module.place} keeps {kept}, which only an edition may say"
