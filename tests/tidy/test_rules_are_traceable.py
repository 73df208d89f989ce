"""Every rule can be followed from its edition to the code that holds it and to a test, and back."""

import ast

from documents.rules import code_places, places_in_tests
from source import (
    Module,
    functions,
    ours,
    public_functions,
    reached_from,
    rules_documented,
    rules_named,
)

from openjcm.rulebook import HeldBy, Known, Rule, all_editions

CORE = {"measure", "rulebook", "methodology", "cycle", "ledger", "article6"}
HELD_BY_CODE = sorted(
    {
        rule
        for edition in all_editions()
        for rule, placed in edition.rules.items()
        if placed.held_by in {HeldBy.CODE, HeldBy.BOTH}
    }
)
PLACED = {rule.name for edition in all_editions() for rule in edition.rules}


def test_every_edition_places_every_rule_or_says_why_not() -> None:
    """An edition that is silent about a rule is named."""
    silent = {
        edition.document: sorted(missing)
        for edition in all_editions()
        if (missing := set(Rule) - edition.rules.keys() - edition.left_out.keys())
    }

    assert not silent, f"editions that say nothing about a rule: {silent}"


def test_every_rule_held_by_code_is_named_in_the_source() -> None:
    """A rule that an edition gives to code is named where it is held."""
    lost = [rule.name for rule in HELD_BY_CODE if not code_places(rule)]

    assert not lost, f"named by no module of src/openjcm: {lost}"


def test_every_rule_held_by_code_is_named_in_a_test() -> None:
    """A rule that an edition gives to code is named in a test of what holds it."""
    lost = [rule.name for rule in HELD_BY_CODE if not places_in_tests(rule)]

    assert not lost, f"named by no test of the rooms that hold them: {lost}"


def test_nothing_is_cited_that_no_edition_has() -> None:
    """A module cites only rules that some edition places."""
    homeless = {
        module.place: sorted(cited - PLACED)
        for module in ours()
        if (cited := rules_named(module.tree) | _documented(module)) - PLACED
    }

    assert not homeless, f"cited and placed by no edition: {homeless}"


def test_a_rules_section_lists_what_the_function_cites() -> None:
    """A public function with rules in its body lists them under ``Rules:``."""
    unlisted = {
        f"{module.place}: {function.name}": sorted(left_out)
        for module in ours()
        for function in public_functions(module)
        if (left_out := rules_named(function) - rules_documented(function))
    }

    assert not unlisted, f"left out of Rules: in the docstring: {unlisted}"


def test_a_rules_section_lists_nothing_that_is_not_kept() -> None:
    """What ``Rules:`` lists is named by the module or by one that it works through."""
    idle = {
        module.place: sorted(listed)
        for module in ours()
        if _documented(module) and (listed := _documented(module) - _kept(module))
    }

    assert not idle, f"listed under Rules: and named by nothing below: {idle}"


def test_what_is_unknown_has_no_value() -> None:
    """An edition gives no value to a rule that it calls unknown."""
    invented = [
        f"{edition.document}: {rule.name}"
        for edition in all_editions()
        for rule, placed in edition.rules.items()
        if placed.known is Known.UNKNOWN and placed.value is not None
    ]

    assert not invented, f"values for what is unknown: {invented}"


def test_no_constant_of_the_core_stands_in_for_an_edition() -> None:
    """A value that an edition gives is asked for, never kept as a constant beside it."""
    texts = {
        placed.value.text
        for edition in all_editions()
        for placed in edition.rules.values()
        if placed.value is not None and placed.value.text
    }
    kept = [
        f"{module.place}: {node.value.value}"
        for module in ours()
        if module.room in CORE
        for node in module.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
        if node.value.value in texts
    ]

    assert not kept, f"kept in code, where only an edition may say it: {kept}"


def _documented(module: Module) -> set[str]:
    return set[str]().union(*map(rules_documented, functions(module.tree)))


def _kept(module: Module) -> set[str]:
    return set[str]().union(*(rules_named(reached.tree) for reached in reached_from(module)))
