"""An edition as its file gives it.

Reads text; which files there are is the business of ``shelf``, what is wrong with one the
business of ``edition_check``.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from openjcm.measure.errors import Finding, Malformed
from openjcm.rulebook.edition import Edition, HeldBy, Kind, Known, PlacedRule, Value
from openjcm.rulebook.edition_check import NOT_CONFIRMED, faults_of_edition, table_in
from openjcm.rulebook.rules import Rule


def parse_edition(text: str, *, name: str) -> Edition:
    """Read an edition from the text of its file.

    Args:
        text: TOML.
        name: The file's name without its ending; the document must be called the same.

    Raises:
        Malformed: the file has faults; all of them are attached as findings.
    """
    findings = check_edition(text, name=name)
    if findings:
        lines = "; ".join(f"{found.place}: {found.message}" for found in findings)
        raise Malformed(
            f"the edition {name} cannot be read: {lines}",
            code="edition-cannot-be-read",
            about=name,
            findings=findings,
        )
    return _edition(tomllib.loads(text, parse_float=Decimal))


def check_edition(text: str, *, name: str) -> tuple[Finding, ...]:
    """Return every fault of the file of an edition, in the order of the file.

    Rules: EDITION_KNOWN.
    """
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return (Finding(Rule.EDITION_KNOWN.value, "file", f"this is not TOML: {error}"),)
    return tuple(faults_of_edition(table, name=name))


def _edition(table: Mapping[str, object]) -> Edition:
    document, days = _text(table, "document"), table_in(table, "in_force")
    placed, left_out = table_in(table, "rule"), table_in(table, "left_out")
    return Edition(
        document=document,
        title=_text(table, "title"),
        kind=Kind(_text(table, "kind")),
        partner=_text(table, "partner") or None,
        status=_text(table, "status"),
        runs_live=table["runs_live"] is True,
        from_=_day(days, "from"),
        until=_day(days, "until"),
        evidence=_text(table, "evidence"),
        rules={
            Rule(stem): _placed(Rule(stem), table_in(placed, stem), document) for stem in placed
        },
        left_out={Rule(stem): _text(left_out, stem) for stem in left_out},
        programme=_text(table, "programme") or None,
    )


def _placed(rule: Rule, table: Mapping[str, object], document: str) -> PlacedRule:
    para = _text(table, "para")
    return PlacedRule(
        rule=rule,
        document=_text(table, "document") or document,
        para=None if para == NOT_CONFIRMED else para,
        says=_text(table, "says"),
        held_by=HeldBy(_text(table, "held_by")),
        known=Known(_text(table, "known")),
        sources=tuple(cast("list[str]", table["sources"])),
        value=_value(table_in(table, "value")) if "value" in table else None,
        why=_text(table, "why"),
        reading=_text(table, "reading"),
    )


def _value(table: Mapping[str, object]) -> Value:
    number, fraction = table.get("number"), _text(table, "fraction")
    return Value(
        number=None if number is None else Decimal(str(number)),
        unit=_text(table, "unit"),
        fraction=Fraction(fraction) if fraction else None,
        text=_text(table, "text"),
    )


def _text(table: Mapping[str, object], key: str) -> str:
    return cast("str", table.get(key, ""))


def _day(table: Mapping[str, object], key: str) -> date | None:
    return cast("date | None", table.get(key))
