"""Which unit a file says its values are in: in headers, above them, or in a column beside them.

A unit that is not the plan's is refused, never converted: which of the two is wrong is not known.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from openjcm.measure.errors import Finding
from openjcm.metering.plan.meter import Meter

_UNITS = {
    "wh": "Wh", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "kj": "kJ", "mj": "MJ", "gj": "GJ",
    "tj": "TJ", "m3": "m3", "nm3": "Nm3", "t": "t", "kg": "kg", "l": "L", "kl": "kL", "h": "h",
    "hours": "h", "degc": "degC", "°c": "degC",
}  # fmt: skip
# What no plan can ask for; a column headed so is never taken for another unit.
_OTHER_UNITS = {
    "w", "kw", "mw", "va", "kva", "var", "kvar", "vah", "kvah", "mvah", "varh", "kvarh", "mvarh",
    "btu", "mmbtu", "therm", "cal", "kcal", "mcal", "gcal", "ft3", "scf", "gal", "lb", "toe",
    "degf", "°f", "k", "%",
}  # fmt: skip
# Too short or too common to be told without brackets.
_IN_BRACKETS_ALONE = {
    "v", "kv", "mv", "a", "ma", "ka", "hz", "ω", "ohm", "pf", "bar", "mbar", "pa", "kpa", "mpa",
    "psi", "ppm", "rpm", "m/s", "km/h", "m3/h", "nm3/h", "l/min", "l/h", "l/s", "kg/h", "t/h",
    "w/m2", "kwh/m2", "db", "lux", "mm", "cm", "km", "s", "min", "ms",
}  # fmt: skip
# Words that are nothing but units wherever they stand in a header.
_ANYWHERE = {
    "wh", "kwh", "mwh", "gwh", "mj", "gj", "tj", "m3", "nm3", "kl", "kw", "kvar", "kvarh", "mvarh",
    "kvah", "mvah", "mmbtu", "gcal", "mcal", "kcal",
}  # fmt: skip
_HEADS_UNITS = {
    "unit", "units", "uom", "単位", "unidad", "unidades", "einheit", "einheiten", "unité", "unités",
    "หน่วย", "đơnvị",
}  # fmt: skip
_IN_BRACKETS = re.compile(r"^(?P<name>.*?)\s*[\(\[](?P<unit>[^\)\]]*)[\)\]]\s*$")
_WORDS = re.compile(r"(?<![a-z0-9])[a-z°%]+3?(?![a-z0-9])")
_JOINED = re.compile(r"[a-z](?P<unit>[kmg]wh|[gt]j)$")
_FACTOR = re.compile(
    r"(?:[x×*]\s?1?0+|\b10(?:\^|\*\*)\d|\b1?0{3,}|千)\s?(?P<unit>[kmg]?wh|[mgt]j)\b"
)
_SAYS_UNIT = re.compile(r"^\W*(?P<key>[^\W\d_]+)\W+(?P<unit>\S.*?)\W*$")


def bare(header: str) -> str:
    """Return a header without a unit in brackets at its end."""
    found = _IN_BRACKETS.match(unicodedata.normalize("NFKC", header).strip())
    return found["name"] if found else header


def unit_of(header: str) -> str:
    """Return the unit that a header ends in, blank for none: ``register_kwh``, ``Energy (kWh)``."""
    plain = _plain(header)
    found = _IN_BRACKETS.match(plain)
    if found:
        said = found["unit"].strip()
        if said in _IN_BRACKETS_ALONE or _known(said):
            return _known(said) or said
    said = re.split(r"[\s_\-./,]", found["name"].strip() if found else plain)[-1]
    return "" if len(said) == 1 else _known(said)


def _known(said: str) -> str:
    return _UNITS.get(said, said if said in _OTHER_UNITS else "")


def is_known(unit: str) -> bool:
    """Whether a plan can ask for this unit."""
    return unit in _UNITS.values()


def heads_units(header: str) -> bool:
    """Whether a column of this header says the unit of each row."""
    return re.sub(r"[\s_.:]", "", _plain(header)) in _HEADS_UNITS


def wrong_units(
    header: str, meters: Sequence[Meter], place: str, *, is_named: bool
) -> Iterator[Finding]:
    """Find a unit in the header of values that is not the plan's.

    Args:
        header: As it stands in the file.
        meters: Those whose values stand under it.
        place: Where it stands.
        is_named: Whether the plan names this very header; then words in it say no unit.
    """
    ends_in = unit_of(header)
    said = {ends_in} if ends_in or is_named else set(_words_of(header))
    if factor := _FACTOR.search(_plain(header)):
        said = {factor[0]} if not is_named else said
    said.discard("")
    for meter in meters:
        if said and meter.register_unit not in said:
            yield Finding(
                "wrong-unit",
                place,
                f"the column {header!r} is in {' or '.join(sorted(said))}, and {meter.id} of the "
                f"plan in {meter.register_unit}; correct the one that is wrong",
            )
            return


def unit_above(rows: Sequence[Sequence[str]], meters: Sequence[Meter], name: str) -> list[Finding]:
    """Find a line above the header that says another unit than the plan, as in ``Unit: MWh``."""
    for number, row in enumerate(rows, start=1):
        found = _SAYS_UNIT.match(_plain(" ".join(cell.strip() for cell in row if cell.strip())))
        if not found or not heads_units(found["key"]):
            continue
        said = {unit_of(f"({found['unit']})") or unit_of(found["unit"])} - {""}
        other = next((meter for meter in meters if said and meter.register_unit not in said), None)
        if other is not None:
            text = (
                f"the file says its unit is {said.pop()}, and {other.id} of the plan is in "
                f"{other.register_unit}; correct the one that is wrong"
            )
            return [Finding("wrong-unit", f"{name} row {number}", text)]
    return []


def unit_of_row(cell: str) -> str:
    """Return the unit that a cell of a column of units says, blank for none that is known."""
    return unit_of(f"({cell.strip()})")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _words_of(header: str) -> Iterator[str]:
    plain = _plain(header)
    for word in _WORDS.findall(plain):
        if word in _ANYWHERE:
            yield _UNITS.get(word, word)
        elif joined := _JOINED.search(word):
            yield _UNITS[joined["unit"]]
