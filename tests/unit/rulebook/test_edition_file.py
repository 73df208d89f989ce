"""Every fault of a bad edition is reported, and all at once."""

from datetime import date

import pytest

from openjcm.measure.errors import Malformed
from openjcm.rulebook import Rule, check_edition, parse_edition

HEAD = """
document = "JCM_XX_PCP_ver01.0"
title = "Project Cycle Procedure"
kind = "scheme"
partner = "XX"
status = "confirmed"
runs_live = true
evidence = "read"
licence = "ours"
"""
RULE = """
[rule.{stem}]
para = "34"
says = "The secretariat checks completeness."
held_by = "code"
known = "confirmed"
sources = ["https://example.org"]
"""
ONE = Rule.COMPLETENESS_CHECK_DAYS
LEFT_OUT = "[left_out]\n" + "".join(f'{rule} = "not here"\n' for rule in Rule if rule != ONE)


def edition(*, head: str = HEAD, days: str = "", rule: str = "", more: str = "") -> str:
    """Write the file of an edition that places one rule."""
    placed = rule or RULE.format(stem=ONE)
    return f"{head}\n[in_force]\n{days}\n{placed}\n{LEFT_OUT}\n{more}"


def messages(text: str) -> list[str]:
    """List what is wrong with a file, with its places."""
    found = check_edition(text, name="JCM_XX_PCP_ver01.0")
    return [f"{finding.place}: {finding.message}" for finding in found]


def test_a_good_file_becomes_an_edition() -> None:
    """A file without faults gives the edition that it describes."""
    text = edition(days="from = 2020-01-01\nuntil = 2021-01-01")

    read = parse_edition(text, name="JCM_XX_PCP_ver01.0")

    assert read.citation(ONE) == "JCM_XX_PCP_ver01.0 para 34"
    assert (read.from_, read.until) == (date(2020, 1, 1), date(2021, 1, 1))
    assert read.runs_live
    assert len(read.left_out) == len(Rule) - 1


def test_all_faults_of_a_file_are_in_one_refusal() -> None:
    """A refusal carries a finding for every fault of the file."""
    rule = RULE.format(stem=ONE).replace('"code"', '"nobody"').replace("completeness.", "it")

    with pytest.raises(Malformed, match="held_by") as refused:
        parse_edition(edition(rule=rule), name="JCM_YY_PCP_ver01.0")

    assert len(refused.value.findings) == 4
    assert refused.value.code == "edition-cannot-be-read"


def test_what_is_not_toml_is_one_finding() -> None:
    """A file that is not TOML gives one finding that says so."""
    assert messages("= nonsense")[0].startswith("file: this is not TOML")


def test_a_broken_head_hides_nothing_else_of_the_head() -> None:
    """Missing, foreign and wrongly typed entries of the head are reported together."""
    head = HEAD.replace('title = "Project Cycle Procedure"', "colour = 1").replace("true", "1")

    assert messages(edition(head=head)) == [
        "edition: title is missing",
        "edition: colour means nothing here",
        "edition: runs_live must be bool, not int",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("ver01.0", "ver09.9", "the file is called JCM_XX_PCP_ver01.0"),
        ('"scheme"', '"poem"', "kind must be one of scheme, financing"),
        ('"confirmed"', '"hoped"', "status must be confirmed or not confirmed"),
        ('"confirmed"', '"not confirmed"', "cannot run live"),
        ('partner = "XX"\n', "", "belongs to a partner"),
        ('"scheme"', '"financing"', "name the programme"),
    ],
)
def test_a_head_that_contradicts_itself_is_refused(old: str, new: str, message: str) -> None:
    """Name, kind, status, partner and running live must agree: EDITION_KNOWN."""
    assert message in " ".join(messages(edition(head=HEAD.replace(old, new))))


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ("from = 2021-01-01\nuntil = 2021-01-01", "ends (2021-01-01) before it begins"),
        ('from = "soon"', "from must be date, not str"),
        ("from = 2021-01-01T00:00:00Z", "from must be date, not datetime"),
    ],
)
def test_days_in_force_must_be_days_in_order(days: str, message: str) -> None:
    """The days in force are days, and the first lies before the last."""
    assert message in " ".join(messages(edition(days=days)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"code"', '"people"', "a rule that code does not hold says why"),
        ('"confirmed"', '"surely"', "known must be one of"),
        ("completeness.", "it", "ends with a full stop"),
        ('["https://example.org"]', "[]", "at least one source"),
        ('["https://example.org"]', "[1]", "at least one source"),
        ('["https://example.org"]', '["x"]\nreading = "one"', "four digits"),
        ('para = "34"', "", "para is missing"),
        ('"34"', '"34"\nvalue = {}', "a value says something"),
        ('"34"', '"34"\nvalue = {number = 7}', "a number has a unit"),
        ('"34"', '"34"\nvalue = {fraction = "3/2"}', "at most 1, not 3/2"),
        ('"34"', '"34"\nvalue = {fraction = "half"}', "fraction must be like 1/2"),
        ('"34"', '"34"\nvalue = {number = true, unit = "day"}', "int or Decimal, not bool"),
        ('"confirmed"', '"unknown"\nvalue = {text = "x"}', "nothing stands in for it"),
    ],
)
def test_a_rule_with_a_fault_is_refused(old: str, new: str, message: str) -> None:
    """Each part of a placed rule is checked, and a value never fills what is unknown."""
    rule = RULE.format(stem=ONE).replace(old, new)

    assert message in " ".join(messages(edition(rule=rule)))


def test_a_fraction_and_a_reading_may_stand() -> None:
    """A fraction up to one and a numbered reading are no faults."""
    rule = RULE.format(stem=ONE) + 'reading = "0001"\nvalue = {fraction = "1/2"}\n'

    assert messages(edition(rule=rule)) == []


def test_a_rule_nobody_knows_is_refused() -> None:
    """A name that is no rule is refused, placed or left out."""
    found = messages(edition(rule=RULE.format(stem="no-such-rule"), more='nor-this = "x"'))

    assert "rule.no-such-rule: there is no rule of this name" in found
    assert "left_out.nor-this: there is no rule of this name" in found


def test_a_rule_that_is_not_a_table_is_refused() -> None:
    """A rule given as a bare value is refused."""
    assert f"rule.{ONE}: a rule is a table" in messages(edition(rule=f"[rule]\n{ONE} = 7"))


def test_every_rule_is_placed_or_left_out_with_a_reason() -> None:
    """Silence about a rule is a fault, and so is saying both."""
    both = messages(edition(more=f'{ONE} = ""'))
    neither = messages(edition(rule="[rule]"))

    assert f"left_out.{ONE}: say why the edition leaves the rule out" in both
    assert f"rule.{ONE}: placed and left out at once" in both
    assert neither == [f"rule.{ONE}: neither placed nor left out with a reason"]
