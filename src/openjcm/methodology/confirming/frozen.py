"""The manifest of confirmed definitions: each with the SHA-256 that it has for good."""

from collections.abc import Mapping

from openjcm.methodology.checks import refusal
from openjcm.methodology.files.toml import read_table

MANIFEST = "confirmed.toml"


def read_manifest(content: str, *, place: str = MANIFEST) -> Mapping[str, str]:
    """Return the SHA-256 of each confirmed definition, by its id.

    Raises:
        Malformed: it is no such file.
    """
    said = read_table(content, place=place)
    said.only("sha256")
    hashes = said.table("sha256")
    for each in hashes.entries:
        hashes.text(each)
    if said.found:
        raise refusal(
            f"{place} is no list of confirmed definitions",
            code="manifest-malformed",
            about=place,
            found=said.found,
        )
    return {name: str(each) for name, each in hashes.entries.items()}


def manifest_with(content: str, version: str, sha256: str) -> str:
    """Return the manifest with the line of a version; as it is where the line is there.

    Raises:
        Malformed: it is no such file, or has another SHA-256 for the version.
    """
    found = read_manifest(content).get(version)
    if found == sha256:
        return content
    if found:
        raise refusal(
            f"{MANIFEST} has another SHA-256 for {version}",
            code="manifest-malformed",
            about=version,
            found=[],
        )
    return f'{content.rstrip()}\n"{version}" = "{sha256}"\n'


def unlike(confirmed: Mapping[str, str], manifest: Mapping[str, str]) -> list[str]:
    """Return what was confirmed and is not as the manifest has it, or stands in it alone."""
    names = sorted(confirmed.keys() | manifest.keys())
    return [each for each in names if confirmed.get(each) != manifest.get(each)]
