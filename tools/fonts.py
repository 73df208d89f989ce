"""Make the fonts of the site: subsets of Open Sans and Noto Sans JP as WOFF2, and their CSS.

Run once when a character set changes; the files it writes are committed. What goes in:

* ``--latin``: OpenSans-Regular.ttf and OpenSans-SemiBold.ttf of the package ttf-opensans,
  which is in requirements.lock (licence: Apache-2.0);
* ``--japanese``: noto-sans-jp-japanese-400-normal.woff2 and -700- of the npm package
  @fontsource/noto-sans-jp, version 5.3.0 (licence: SIL OFL 1.1);
* ``--words``: files and folders whose characters go into the common Japanese file, beside
  kana and punctuation. The rest of JIS X 0208 goes into a second file, which a browser
  fetches only if a page needs it.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

_LATIN_WEIGHTS = (400, 600)
_JAPANESE_WEIGHTS = (400, 700)
_LATIN = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x2212, 0x2212))
_ALWAYS_COMMON = ((0x3000, 0x303F), (0x3041, 0x309F), (0x30A0, 0x30FF), (0xFF00, 0xFFEF))
_JIS_ROWS, _JIS_CELLS, _JIS_OFFSET = range(1, 85), range(1, 95), 0xA0
# A browser asks the last face first, so the rest may claim whole blocks if it stands before.
_REST_RANGES = ("U+370-33FF", "U+4E00-9FFF")
_TEXT = {".ftl", ".toml", ".html", ".csv"}
_FACE = """@font-face {{
  font-family: "{family}";
  font-style: normal;
  font-weight: {weight};
  font-display: swap;
  src: url("{name}") format("woff2");
  unicode-range: {ranges};
}}
"""


def main() -> None:
    """Write the fonts and ``fonts.css`` into the folder that is asked for."""
    asked = _arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    common = _common(asked.words)
    rest = _jis_x_0208() - common
    faces = []
    for weight, source in zip(_LATIN_WEIGHTS, asked.latin, strict=True):
        name = asked.out / f"open-sans-{weight}.woff2"
        faces.append(_write(source, name, _spread(_LATIN), "Open Sans", weight))
    for weight, source in zip(_JAPANESE_WEIGHTS, asked.japanese, strict=True):
        for part, characters in (("rest", rest), ("common", common)):
            name = asked.out / f"noto-sans-jp-{weight}-{part}.woff2"
            faces.append(_write(source, name, characters, "Noto Sans JP", weight))
    (asked.out / "fonts.css").write_text("\n".join(faces), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--latin", nargs=2, type=Path, required=True)
    parser.add_argument("--japanese", nargs=2, type=Path, required=True)
    parser.add_argument("--words", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


def _write(source: Path, target: Path, wanted: set[int], family: str, weight: int) -> str:
    """Write one subset, and return the CSS that names it."""
    font = TTFont(source, recalcTimestamp=False)
    characters = wanted & set(font.getBestCmap())
    options = Options(flavor="woff2", hinting=False, notdef_outline=True, layout_features=["*"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {len(characters)} characters, {target.stat().st_size:,} bytes")
    ranges = ", ".join(_REST_RANGES if target.stem.endswith("-rest") else _ranges(characters))
    return _FACE.format(family=family, weight=weight, name=target.name, ranges=ranges)


def _common(places: Iterable[Path]) -> set[int]:
    """Return kana, punctuation, and what our own words use beyond Latin."""
    used = {ord(character) for text in _texts(places) for character in text}
    return _spread(_ALWAYS_COMMON) | (used & _jis_x_0208()) - _spread(_LATIN)


def _texts(places: Iterable[Path]) -> Iterator[str]:
    for place in places:
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (file.read_text("utf-8") for file in files if file.suffix in _TEXT)


def _jis_x_0208() -> set[int]:
    """Return every character of JIS X 0208, by way of EUC-JP, less what Latin fonts have."""
    codes = (
        bytes([row + _JIS_OFFSET, cell + _JIS_OFFSET]) for row in _JIS_ROWS for cell in _JIS_CELLS
    )
    text = b"".join(codes).decode("euc_jp", errors="ignore")
    return {ord(character) for character in text} - _spread(_LATIN)


def _spread(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _ranges(characters: set[int]) -> Iterator[str]:
    """Write a set of characters as the ranges of CSS."""
    ordered = sorted(characters)
    starts = [code for code in ordered if code - 1 not in characters]
    ends = [code for code in ordered if code + 1 not in characters]
    for first, last in zip(starts, ends, strict=True):
        yield f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


if __name__ == "__main__":
    main()
