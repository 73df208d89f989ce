"""The fonts that come with the installation: where they stand, in the order in which they serve."""

from importlib.util import find_spec
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


def _folder(package: str, folder: str) -> Path:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise FileNotFoundError(f"the fonts of the package {package} are not installed")
    return Path(next(iter(places))) / folder
