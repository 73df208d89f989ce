"""What a staging that was broken off had read: which of it holds, and what is dropped and said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import duckdb

from openjcm.metering.begun import Basis, Begun, Kept
from openjcm.metering.course import Course
from openjcm.metering.files.clocks import wall_sql
from openjcm.metering.files.folders.listing import Listed
from openjcm.metering.files.opening import hash_of
from openjcm.metering.plan.plan import Plan
from openjcm.metering.working.normal_form import digest_of


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a staging that was broken off before has read, and what of it is of no use any more.

    ``files`` of ``of`` need not be read again. ``changed`` names files that were read and are
    other files now, or not there; ``has_other_basis`` says that something was read under another
    plan or by another version of the software.
    """

    files: int
    of: int
    changed: tuple[str, ...] = ()
    has_other_basis: bool = False


def unheard(_taken: TakenOver) -> None:
    """Tell nobody what was taken over."""


def basis_of(plan: Plan) -> Basis:
    """Return what reading rests on: the plan with what its clock showed, and the software."""
    clock = wall_sql("wall", plan)
    return Basis(sha256(f"{digest_of(plan)} {clock}".encode()).hexdigest(), _software())


@cache
def _software() -> str:
    """Return a digest of what reads: version and code of this room, and version of the engine."""
    digest = sha256(f"{version('openjcm')} {duckdb.__version__}".encode())
    room = Path(__file__).parent
    for path in sorted(room.rglob("*.py")):
        digest.update(f"{path.relative_to(room)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def take_over(
    half: Begun, listed: Sequence[Listed], basis: Basis, course: Course
) -> tuple[dict[int, Kept], TakenOver | None]:
    """Return the groups whose files are the same, and drop the others.

    Returns:
        The groups by the place of their first file among those that are listed, and what to say;
        ``None`` where no run was broken off.
    """
    kept = list(half.kept())
    if not kept:
        return {}, None
    useful = [each for each in kept if each.group.basis == basis]
    comparing = _Comparing(listed, course)
    taken, changed = comparing.same(useful)
    for each in kept:
        if each not in taken.values():
            half.drop(each)
    files = sum(len(each.group.files) for each in taken.values())
    return taken, TakenOver(files, len(listed), tuple(changed), len(useful) < len(kept))


class _Comparing:
    """The files that are listed, on their way to be compared with those that were read."""

    def __init__(self, listed: Sequence[Listed], course: Course) -> None:
        self.listed, self.course = listed, course
        self.places = {each.name: at for at, each in enumerate(listed)}
        self.before, self.total = 0, 1

    def same(self, kept: Sequence[Kept]) -> tuple[dict[int, Kept], list[str]]:
        """Return the groups that hold, by place, and the names of files that do not."""
        self.course.step("comparing")
        names = [file.name for each in kept for file in each.group.files]
        sizes = [self.listed[self.places[name]].size for name in names if name in self.places]
        self.total = max(sum(sizes), 1)
        taken, changed = dict[int, Kept](), list[str]()
        for each in kept:
            files = each.group.files
            other = [file.name for file in files if self._hash(file.name) != file.sha256]
            changed += other
            since = self.places.get(files[0].name, -1)
            there = [one.name for one in self.listed[since : since + len(files)]]
            # A file that is new among them is read in their group.
            if not other and since not in taken and there == [file.name for file in files]:
                taken[since] = each
        return taken, changed

    def _hash(self, name: str) -> str:
        if name not in self.places:
            return ""
        listed = self.listed[self.places[name]]
        found = hash_of(listed.path, self._seen)
        self.before += listed.size
        return found

    def _seen(self, number: int) -> None:
        self.course.moved((self.before + number) / self.total)
