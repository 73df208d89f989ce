"""Published and rehearsed figures side by side, and whether they agree."""

from dataclasses import dataclass

from openjcm.views.notice import Notice


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure twice; ``published`` None where it is not published."""

    project_id: str
    measure: str
    published: int | None
    rehearsed: int

    @property
    def agrees(self) -> bool | None:
        """Whether both say the same; None where nothing is published to compare with."""
        return None if self.published is None else self.published == self.rehearsed


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published decision and its rehearsal."""

    published: Notice
    rehearsed: Notice
    pairs: tuple[Pair, ...]
    first_serials: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether every published figure is reproduced."""
        return all(pair.agrees is not False for pair in self.pairs)
