"""How cells look: what is typed is blue and open, everything else is protected."""

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.format import Format

INPUT_COLOUR = "#E8F1FE"
HEADER_COLOUR = "#E6E6E6"
RESULT_COLOUR = "#E6F5EC"
DOUBT_COLOUR = "#FFF4C7"
_BORDER = {"border": 1, "border_color": "#949494"}
_TOP = {"valign": "top", "text_wrap": True}
# Values of any size without a thousand noughts behind the point.
_NUMBER = "#,##0.########"


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of a workbook."""

    title: Format
    head: Format
    warning: Format
    section: Format
    letter: Format
    header: Format
    text: Format
    value: Format
    result: Format
    whole: Format
    day: Format
    typed: Format
    typed_text: Format
    typed_day: Format
    doubt: Format
    small: Format


def styles_of(book: Workbook) -> Styles:
    """Make the formats of a workbook."""

    def made(**properties: object) -> Format:
        return book.add_format({"font_size": 10, "font_name": "Arial", **properties})

    cell = {**_BORDER, **_TOP}
    typed = {**cell, "bg_color": INPUT_COLOUR, "locked": False}
    result = {**cell, "bg_color": RESULT_COLOUR, "bold": True}
    return Styles(
        title=made(bold=True, font_size=14),
        head=made(),
        warning=made(bold=True, font_color="#A30000"),
        section=made(bold=True, font_size=11),
        letter=made(**cell, align="center", bg_color=HEADER_COLOUR),
        header=made(**cell, bold=True, bg_color=HEADER_COLOUR),
        text=made(**cell, indent=1),
        value=made(**cell, num_format=_NUMBER),
        result=made(**result, num_format=_NUMBER),
        whole=made(**result, num_format="#,##0"),
        day=made(**cell, num_format="yyyy-mm-dd"),
        typed=made(**typed, num_format=_NUMBER),
        typed_text=made(**typed),
        typed_day=made(**typed, num_format="yyyy-mm-dd"),
        doubt=book.add_format({"bg_color": DOUBT_COLOUR}),
        small=made(font_size=9, text_wrap=False),
    )
