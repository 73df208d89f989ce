"""What is wrong with the file of an edition: all of it, as findings.

Pure: a table in, findings out. Nothing is repaired and nothing is assumed.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from openjcm.measure.errors import Finding
from openjcm.rulebook.edition import HeldBy, Kind, Known
from openjcm.rulebook.rules import Rule

Shape = Mapping[str, tuple[type, ...]]

CONFIRMED = "confirmed"
NOT_CONFIRMED = "not confirmed"
_HEAD: Shape = {
    "document": (str,),
    "title": (str,),
    "kind": (str,),
    "status": (str,),
    "runs_live": (bool,),
    "evidence": (str,),
    "licence": (str,),
    "in_force": (dict,),
    "rule": (dict,),
    "left_out": (dict,),
}
_HEAD_OPTIONAL: Shape = {"partner": (str,), "programme": (str,)}
_DAYS: Shape = {"from": (date,), "until": (date,)}
_RULE: Shape = {
    "para": (str,),
    "says": (str,),
    "held_by": (str,),
    "known": (str,),
    "sources": (list,),
}
_RULE_OPTIONAL: Shape = {
    "value": (dict,),
    "why": (str,),
    "reading": (str,),
    "document": (str,),
}
_VALUE: Shape = {
    "number": (int, Decimal),
    "unit": (str,),
    "fraction": (str,),
    "text": (str,),
}
_READING = re.compile(r"\d{4}")
_FRACTION = re.compile(r"\d+/[1-9]\d*")
_RULES = frozenset(rule.value for rule in Rule)


def faults_of_edition(table: Mapping[str, object], *, name: str) -> Iterator[Finding]:
    """Walk a parsed edition in the order of its file and yield every fault.

    Args:
        table: The parsed TOML.
        name: What the document must be called: the file's name without its ending.
    """
    shape = tuple(_wrong_shape(table, _HEAD, _HEAD_OPTIONAL, "edition"))
    yield from shape
    if shape:
        return
    yield from _wrong_head(table, name)
    yield from _wrong_days(table_in(table, "in_force"))
    placed = table_in(table, "rule")
    for stem, rule in placed.items():
        yield from _wrong_rule(rule, stem)
    left_out = table_in(table, "left_out")
    yield from _wrong_reasons(left_out)
    yield from _wrong_coverage(placed.keys(), left_out.keys())


def table_in(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Return an inner table whose shape was checked."""
    return cast("Mapping[str, object]", table[key])


def _wrong_shape(
    table: Mapping[str, object], required: Shape, optional: Shape, place: str
) -> Iterator[Finding]:
    known = {**required, **optional}
    for key in required:
        if key not in table:
            yield _fault(place, f"{key} is missing")
    for key, value in table.items():
        if key not in known:
            yield _fault(place, f"{key} means nothing here")
        elif type(value) not in known[key]:
            expected = " or ".join(kind.__name__ for kind in known[key])
            yield _fault(place, f"{key} must be {expected}, not {type(value).__name__}")


def _wrong_head(table: Mapping[str, object], name: str) -> Iterator[Finding]:
    if table["document"] != name:
        yield _fault("edition", f"the file is called {name}, the document {table['document']}")
    if table["kind"] not in set(Kind):
        yield _fault("edition", f"kind must be one of {', '.join(Kind)}")
    if table["status"] not in {CONFIRMED, NOT_CONFIRMED}:
        yield _fault("edition", f"status must be {CONFIRMED} or {NOT_CONFIRMED}")
    if table["runs_live"] and table["status"] != CONFIRMED:
        yield _fault("edition", "an edition that is not confirmed cannot run live")
    if table["kind"] == Kind.SCHEME and "partner" not in table:
        yield _fault("edition", "a document of the scheme belongs to a partner")
    if table["kind"] == Kind.FINANCING and "programme" not in table:
        yield _fault("edition", "conditions of a financing programme name the programme")


def _wrong_days(days: Mapping[str, object]) -> Iterator[Finding]:
    shape = tuple(_wrong_shape(days, {}, _DAYS, "in_force"))
    yield from shape
    first, until = days.get("from"), days.get("until")
    if isinstance(first, date) and isinstance(until, date) and not shape and until <= first:
        yield _fault("in_force", f"it ends ({until}) before it begins ({first})")


def _wrong_rule(rule: object, stem: str) -> Iterator[Finding]:
    place = f"rule.{stem}"
    if stem not in _RULES:
        yield _fault(place, "there is no rule of this name")
    if not isinstance(rule, dict):
        yield _fault(place, "a rule is a table")
        return
    shape = tuple(_wrong_shape(rule, _RULE, _RULE_OPTIONAL, place))
    yield from shape
    if not shape:
        yield from _wrong_words(rule, place)
        yield from _wrong_value(rule.get("value"), rule["known"] == Known.UNKNOWN, place)


def _wrong_words(rule: Mapping[str, object], place: str) -> Iterator[Finding]:
    if rule["held_by"] not in set(HeldBy):
        yield _fault(place, f"held_by must be one of {', '.join(HeldBy)}")
    if rule["known"] not in set(Known):
        yield _fault(place, f"known must be one of {', '.join(Known)}")
    if rule["held_by"] != HeldBy.CODE and not rule.get("why"):
        yield _fault(place, "a rule that code does not hold says why")
    if not str(rule["says"]).endswith("."):
        yield _fault(place, "says is one sentence and ends with a full stop")
    if not _texts(rule["sources"]):
        yield _fault(place, "sources names at least one source, as texts")
    if "reading" in rule and not _READING.fullmatch(str(rule["reading"])):
        yield _fault(place, "reading is a number of four digits")


def _wrong_value(value: object, is_unknown: bool, place: str) -> Iterator[Finding]:  # noqa: FBT001 - private, both callers in sight
    if not isinstance(value, dict):
        return
    place = f"{place}.value"
    if is_unknown:
        yield _fault(place, "what is unknown has no value; nothing stands in for it")
    if not value:
        yield _fault(place, "a value says something")
    yield from _wrong_shape(value, {}, _VALUE, place)
    fraction = value.get("fraction")
    if isinstance(fraction, str) and not _is_fraction(fraction):
        yield _fault(place, f"fraction must be like 1/2 and at most 1, not {fraction}")
    if "number" in value and "unit" not in value:
        yield _fault(place, "a number has a unit")


def _wrong_reasons(left_out: Mapping[str, object]) -> Iterator[Finding]:
    for stem, why in left_out.items():
        if stem not in _RULES:
            yield _fault(f"left_out.{stem}", "there is no rule of this name")
        if not isinstance(why, str) or not why:
            yield _fault(f"left_out.{stem}", "say why the edition leaves the rule out")


def _wrong_coverage(placed: Collection[str], left_out: Collection[str]) -> Iterator[Finding]:
    for rule in Rule:
        stem = rule.value
        if stem in placed and stem in left_out:
            yield _fault(f"rule.{stem}", "placed and left out at once")
        if stem not in placed and stem not in left_out:
            yield _fault(f"rule.{stem}", "neither placed nor left out with a reason")


def _is_fraction(text: str) -> bool:
    return bool(_FRACTION.fullmatch(text)) and Fraction(text) <= 1


def _texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, str) for v in value)


def _fault(place: str, message: str) -> Finding:
    return Finding(Rule.EDITION_KNOWN.value, place, message)
