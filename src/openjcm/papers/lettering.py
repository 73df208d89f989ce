"""Text of a picture as outlines of our own fonts, so that it looks the same wherever it is shown.

A picture that a page refers to may load no font, and paper has none of the reader's. So each
letter becomes a shape: in the picture's ``defs`` once, and used where it stands.
Not in: what the text says; a picture says it again in its ``title`` and ``desc``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from openjcm.papers.fonts import face_files

SVG = "http://www.w3.org/2000/svg"
_SIZE = re.compile(r"^(\d+(?:\.\d+)?)(?:px)?$")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_KEPT = ("transform", "fill")


class MissingGlyph(LookupError):
    """None of our fonts has a character that a picture wants to show."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character as a font draws it, in units of the em; ``advance`` is its width."""

    name: str
    face: int
    glyph: str
    advance: float


def letters(text: str) -> tuple[Letter, ...]:
    """Return the letters of a text, each from the first of our fonts that has it.

    Raises:
        MissingGlyph: none of them has it.
    """
    return tuple(_letter(character) for character in text)


def width_of(text: str, size: float) -> float:
    """Return how wide a text is in one size.

    Raises:
        MissingGlyph: none of our fonts has a character of it.
    """
    return size * sum(letter.advance for letter in letters(text))


@dataclass(slots=True)
class Lettering:
    """The letters that one picture uses."""

    _used: dict[str, Letter] = field(default_factory=dict)

    def outlined(self, text: Element) -> Element:
        """Return a text element as a group of shapes, at the same place and in the same colour.

        Raises:
            MissingGlyph: none of our fonts has a character of it.
        """
        found = _SIZE.match(text.get("font-size", ""))
        assert found, "a text of a picture has a size in units of the picture"
        size = float(found.group(1))
        said = letters(text.text or "")
        at = float(text.get("x", 0)) - _ANCHORS[text.get("text-anchor", "start")] * size * sum(
            letter.advance for letter in said
        )
        group = Element(
            f"{{{SVG}}}g", {name: text.attrib[name] for name in _KEPT if name in text.attrib}
        )
        placed = SubElement(
            group,
            f"{{{SVG}}}g",
            {"transform": f"translate({at:.2f},{float(text.get('y', 0)):.2f})scale({size:g})"},
        )
        for letter, x in _placed(said):
            self._used[letter.name] = letter
            SubElement(placed, f"{{{SVG}}}use", {"href": f"#{letter.name}", "x": f"{x:.4g}"})
        return group

    def definitions(self) -> Element:
        """Return the shapes of all letters that were used."""
        defs = Element(f"{{{SVG}}}defs")
        for name in sorted(self._used):
            letter = self._used[name]
            scale = 1 / _face(letter.face).units
            SubElement(
                defs,
                f"{{{SVG}}}path",
                {
                    "id": name,
                    "transform": f"scale({scale:.6g},-{scale:.6g})",
                    "d": _shape(letter.face, letter.glyph),
                },
            )
        return defs


@dataclass(frozen=True, slots=True)
class _Face:
    units: int
    characters: dict[int, str]
    glyphs: Any

    def advance(self, glyph: str) -> float:
        return float(self.glyphs[glyph].width) / self.units


def _placed(said: tuple[Letter, ...]) -> Iterator[tuple[Letter, float]]:
    at = 0.0
    for letter in said:
        if letter.glyph != "space":
            yield letter, at
        at += letter.advance


@cache
def _letter(character: str) -> Letter:
    code = ord(character)
    for number in range(len(face_files())):
        face = _face(number)
        if code in face.characters:
            glyph = face.characters[code]
            return Letter(f"u{code:x}", number, glyph, face.advance(glyph))
    raise MissingGlyph(f"no font of ours has {character!r} (U+{code:04X})")


@cache
def _face(number: int) -> _Face:
    font = TTFont(face_files()[number], lazy=True)
    return _Face(font["head"].unitsPerEm, font.getBestCmap(), font.getGlyphSet())


@cache
def _shape(face: int, glyph: str) -> str:
    glyphs = _face(face).glyphs
    pen = SVGPathPen(glyphs)
    glyphs[glyph].draw(pen)
    return str(pen.getCommands())
