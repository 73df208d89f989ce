"""How an adopted document makes a version executable: attached, and compared by two persons.

``confirmation.toml`` beside an entry holds the document's name, hash and source, and what each of
the two found in which paragraph; ``confirmed.toml`` beside all versions holds the SHA-256 that a
confirmed definition has for good. Only where both agree with the definition is it confirmed.
Not in here: files and folders (``catalogue``, ``drafting``), and the document itself.
"""

from openjcm.methodology.confirming import acts
from openjcm.methodology.confirming.acts import Comparison
from openjcm.methodology.confirming.faults import ConfirmationCheck
from openjcm.methodology.confirming.frozen import (
    MANIFEST,
    manifest_with,
    read_manifest,
    unlike,
)
from openjcm.methodology.confirming.laying import confirmed_by
from openjcm.methodology.confirming.parts import Part, PartKind, Used, part_names, parts_of
from openjcm.methodology.confirming.reading import (
    confirmation_schema,
    confirmation_text,
    is_address,
    read_confirmation,
)
from openjcm.methodology.confirming.record import (
    PERSONS,
    Compared,
    Confirmation,
    Document,
    Person,
    who,
)

__all__ = [
    "MANIFEST",
    "PERSONS",
    "Compared",
    "Comparison",
    "Confirmation",
    "ConfirmationCheck",
    "Document",
    "Part",
    "PartKind",
    "Person",
    "Used",
    "acts",
    "confirmation_schema",
    "confirmation_text",
    "confirmed_by",
    "is_address",
    "manifest_with",
    "part_names",
    "parts_of",
    "read_confirmation",
    "read_manifest",
    "unlike",
    "who",
]
