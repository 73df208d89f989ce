"""Definitions drafted in a few lines, for tests of the language and its engine."""

from collections.abc import Mapping

from openjcm.methodology import Definition, read_definition

KNOWN = 'says = "x"\nevidence = "illustrative"\nsource = "x"\n'
HEAD = f"""
id = "XX_AM001_ver01.0"
title = "T"
family = "F"
scope = "S"
status = "not confirmed"
rounding = {{ stage = "vintage", rule = "whole-tonnes-per-vintage" }}
{KNOWN}"""
PROJECT = 'role = "fixed ex ante by the project"\n'


def monitored(symbol: str, unit: str, per: str = "", further: str = "") -> str:
    """Return the table of a monitored parameter; ``per`` is one index set, or several."""
    return f'[monitored.{symbol}]\nunit = "{unit}"\n{_per(per)}{further}\n{KNOWN}'


def fixed(symbol: str, unit: str, value: object = None, per: str = "", further: str = "") -> str:
    """Return the table of a fixed parameter, by the methodology when it has a value."""
    role = PROJECT if value is None else f'role = "fixed by the methodology"\nvalue = {value}\n'
    return f'[fixed.{symbol}]\nunit = "{unit}"\n{role}{_per(per)}{further}\n{KNOWN}'


def index(name: str, further: str = "ordered = true") -> str:
    """Return the table of a declared index set."""
    return f'[index."{name}"]\nsays = "x"\n{further}\n'


def formula(gives: str, text: str, unit: str = "tCO2e") -> str:
    """Return the table of a formula."""
    return f"[[formula]]\ngives = '{gives}'\nis = '{text}'\nunit = '{unit}'\n{KNOWN}"


def drafted(*sections: str, formulas: Mapping[str, str | tuple[str, str]]) -> str:
    """Return the text of a definition; PE and ER are added where they are not given."""
    whole = {**formulas, **{k: v for k, v in REST.items() if k not in formulas}}
    rows = [
        formula(gives, *((said,) if isinstance(said, str) else said))
        for gives, said in whole.items()
    ]
    return "\n".join([HEAD, *sections, *rows])


def read(*sections: str, formulas: Mapping[str, str | tuple[str, str]]) -> Definition:
    """Return a drafted definition, read and checked."""
    return read_definition(drafted(*sections, formulas=formulas), place="draft")


REST = {"PE": "0", "ER": "RE - PE"}


def _per(per: str) -> str:
    names = per.split(", ") if per else []
    said = ", ".join(f'"{each}"' for each in names)
    return f"per = [{said}]\n" if names else ""
