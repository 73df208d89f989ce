"""The colours of pictures, light and dark: values of the site's design tokens by their names.

A test compares the light ones with the style sheet, and all of them with what can be told apart.
"""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """For which ground a picture is drawn."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by the names of the tokens; ``fills`` are of the first, second, third series.

    A fill that is too near to the ground has its edge in ``accent``, so every shape is seen.
    """

    ground: str
    ink: str
    ink_soft: str
    ink_faint: str
    line_soft: str
    accent: str
    accent_line: str

    @property
    def fills(self) -> tuple[str, str, str]:
        """Full, light, and empty: they are told apart without colour, too."""
        return (self.accent, self.accent_line, self.ground)


COLOURS = {
    Scheme.LIGHT: Colours(
        ground="#ffffff",
        ink="#1a1a1a",  # solid-gray-900
        ink_soft="#4d4d4d",  # solid-gray-700
        ink_faint="#666666",  # solid-gray-600
        line_soft="#e6e6e6",  # solid-gray-100
        accent="#00118f",  # blue-1000
        accent_line="#9db7f9",  # blue-300
    ),
    Scheme.DARK: Colours(
        ground="#1a1a1a",  # solid-gray-900
        ink="#f2f2f2",  # solid-gray-50
        ink_soft="#cccccc",  # solid-gray-200
        ink_faint="#b3b3b3",  # solid-gray-300
        line_soft="#333333",  # solid-gray-800
        accent="#9db7f9",  # blue-300
        accent_line="#0031d8",  # blue-800
    ),
}
