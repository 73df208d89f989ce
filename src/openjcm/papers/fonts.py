"""The fonts that come with the installation: where they stand, in the order in which they serve."""

from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

_PACKAGES = (("ttf_opensans", "ttf"), ("matplotlib_fontja", "fonts"))
# Latin letters and figures from the first, everything else from the second.
FACES = ("OpenSans-Regular.ttf", "ipaexg.ttf")
FAMILIES = ("Open Sans", "IPAexGothic")


def font_folders() -> tuple[Path, ...]:
    """Return where the fonts for paper stand, without importing the packages they came in.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return tuple(_folder(package, folder) for package, folder in _PACKAGES)


def face_files() -> tuple[Path, ...]:
    """Return the font files of ``FACES``, in their order.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    return tuple(folder / name for folder, name in zip(font_folders(), FACES, strict=True))


@lru_cache(maxsize=8)
def letters_as_woff(characters: frozenset[str]) -> bytes:
    """Return those of the second face that draw characters, as a font that a page can carry.

    What the face does not have is left out.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    # It takes a tenth of a second, and most commands draw no page.
    from fontTools.subset import (  # noqa: PLC0415 - only when asked for
        Options,
        Subsetter,
        load_font,
        save_font,
    )

    options = Options()
    options.flavor = "woff"
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 13]
    subsetter, written = Subsetter(options), BytesIO()
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    with load_font(str(face_files()[1]), options) as font:
        subsetter.subset(font)
        save_font(font, written, options)
    return written.getvalue()


def _folder(package: str, folder: str) -> Path:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise FileNotFoundError(f"the fonts of the package {package} are not installed")
    return Path(next(iter(places))) / folder
