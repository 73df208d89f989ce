"""Search of the public record; a rehearsal is never found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: ``kind`` is project or decision."""

    kind: str
    key: str
    partnership: str
    title_en: str
    title_ja: str
