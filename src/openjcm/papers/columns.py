"""Text in columns of a terminal, where a Japanese character is two cells wide.

Pure: text in, lines out. Not in: what the columns say.
"""

from itertools import zip_longest
from unicodedata import combining, east_asian_width

_ELLIPSIS = "…"
_NO_LINE_STARTS_WITH = (
    "、。）」』】・：；，．？！ー〜～々"  # noqa: RUF001 - these are Japanese marks
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
    ")]},.:;?!"
)
_NO_LINE_ENDS_WITH = "（「『【"  # noqa: RUF001 - these are Japanese marks


def width(text: str) -> int:
    """Return the number of terminal cells that ``text`` takes.

    >>> width("BD002 省エネ")
    12
    """
    return sum(_cells(character) for character in text)


def pad(text: str, cells: int) -> str:
    """Fill ``text`` with blanks to ``cells``; a longer text stays as it is."""
    return text + " " * (cells - width(text))


def shorten(text: str, cells: int, *, never_last: tuple[str, ...] = ()) -> str:
    """Cut ``text`` to ``cells`` with an ellipsis, between words where it has words.

    Args:
        text: One line.
        cells: At least as many as the first word and the ellipsis take.
        never_last: Small words that read badly before an ellipsis.

    >>> shorten("Introduction of Hybrid System at Plant", 35, never_last=("at",))
    'Introduction of Hybrid System …'
    """
    if width(text) <= cells:
        return text
    if any(_cells(character) > 1 for character in text):
        return _fitting(text, cells - width(_ELLIPSIS)) + _ELLIPSIS
    words = _fitting_words(text, cells - width(_ELLIPSIS))
    while words[-1] in never_last:
        words.pop()
    return " ".join([*words, _ELLIPSIS])


def wrap(text: str, cells: int) -> list[str]:
    """Break ``text`` into lines of at most ``cells``; a long word stands alone.

    Words break at blanks; wide characters may break anywhere but before closing marks.

    >>> wrap("one two three", 8)
    ['one two', 'three']
    """
    lines = [""]
    for piece in _pieces(text):
        fits = width((lines[-1] + piece).rstrip()) <= cells
        if fits or not lines[-1]:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.strip() for line in lines]


def side_by_side(cells: list[list[str]], widths: list[int], gap: int = 2) -> list[str]:
    """Lay cells of several lines each beside one another, as one row of a table."""
    return [
        (" " * gap).join(pad(text, w) for text, w in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    ]


def table_lines(rows: list[list[str]], *, numbers: tuple[int, ...] = ()) -> list[str]:
    """Lay rows of cells out in columns as wide as they need; ``numbers`` stand to the right.

    >>> table_lines([["a", "1", "x"], ["bb", "10", ""]], numbers=(1,))
    ['a    1  x', 'bb  10']
    """
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        line
        for row in rows
        for line in side_by_side(
            [
                [" " * (widths[n] - width(cell)) + cell if n in numbers else cell]
                for n, cell in enumerate(row)
            ],
            widths,
        )
    ]


def _cells(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _fitting(text: str, cells: int) -> str:
    end = len(text)
    while width(text[:end]) > cells:
        end -= 1
    return text[:end]


def _fitting_words(text: str, cells: int) -> list[str]:
    words = text.split(" ")
    while len(words) > 1 and width(" ".join([*words, ""])) > cells:
        words.pop()
    return words


def _pieces(text: str) -> list[str]:
    """Cut where a line may break; what must stay together stays in one piece."""
    pieces: list[str] = []
    for character in text:
        opens = not pieces or pieces[-1].endswith(" ") or _breaks(pieces[-1][-1], character)
        if opens and character != " ":
            pieces.append(character)
        elif pieces:
            pieces[-1] += character
    return pieces


def _breaks(before: str, after: str) -> bool:
    if after in _NO_LINE_STARTS_WITH or before in _NO_LINE_ENDS_WITH:
        return False
    return width(before) > 1 or width(after) > 1
