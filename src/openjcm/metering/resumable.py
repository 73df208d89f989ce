"""Stage reading files in their normal form, group by group, so that a broken-off run goes on.

A group is read, written and noted before the next one is looked at. What one file says about the
rows of another (an hour that the clock showed twice) is kept aside and settled when all are read;
so a run that was broken off anywhere, and goes on, makes the same folder as one in one go.
"""

import errno
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from openjcm.measure.errors import Finding, Malformed, Stopped
from openjcm.metering.begun import WALLS, Begun, Group, Kept, begun, remove_left
from openjcm.metering.course import Course, Tell, silent
from openjcm.metering.files.folders.joining import SMALL_BYTES
from openjcm.metering.files.folders.listing import Listed, list_files
from openjcm.metering.files.opening import (
    Opened,
    ReadFile,
    changed_file,
    nothing_read,
    open_listed,
    state_of,
)
from openjcm.metering.files.relation import literal
from openjcm.metering.files.source import Member
from openjcm.metering.plan.plan import Plan
from openjcm.metering.refusal import refuse
from openjcm.metering.taking_over import TakenOver, basis_of, take_over, unheard
from openjcm.metering.working.bench import Bench, workbench
from openjcm.metering.working.engine import READING_COLUMNS
from openjcm.metering.working.normal_form import (
    MANIFEST,
    READINGS,
    Manifest,
    Part,
    digest_of,
    sums_of,
    write_manifest,
)
from openjcm.metering.working.staging import (
    ASIDE,
    FAULTY,
    ROWS,
    SOUND,
    UNRESOLVED,
    faulty_rows,
    lonely_rows,
    prepare,
    read_rows,
    resolve,
    statements_of,
    twice_sql,
)

STAGE_STEPS = ("comparing", "reading", "finishing")
# What a run that is broken off loses at most: so many bytes, or so many small files.
GROUP_BYTES = 256 << 20
GROUP_FILES = 1000
# Smaller files of readings are written together at the end.
SMALL_PART_BYTES = 16 << 20
# How much of a file's time goes to hashing and looking at it; only the movement shown rests on it.
_OPENING_SHARE = 0.25

_COLUMNS = ", ".join(name for name, _ in READING_COLUMNS)
_WRITE = """
COPY ({select}) TO '{place}'
(FORMAT parquet, COMPRESSION zstd, FILE_SIZE_BYTES '128MB', FILENAME_PATTERN 'part-{{i}}')
"""
_WRITE_WALLS = "COPY ({select}) TO '{place}' (FORMAT parquet, COMPRESSION zstd)"
_SHIFTED = """
SELECT meter, instant, register, CAST(file + {shift} AS INTEGER) AS file, row
FROM read_parquet([{files}])
"""
_ASIDE_OF = """
SELECT (SELECT count(*) FROM faulty WHERE file >= {first}),
    (SELECT count(*) FROM unresolved WHERE file >= {first})
"""
_WALLS = """
INSERT INTO unresolved SELECT CAST(file + {shift} AS INTEGER), row, meter, wall, register
FROM read_parquet({place})
"""


def stage_files(
    files: Sequence[Path],
    plan: Plan,
    into: Path,
    *,
    tell: Tell = silent,
    taken_over: Callable[[TakenOver], None] = unheard,
) -> Manifest:
    """Read files of any kind once, and write their readings as every engine reads them.

    The folder appears when all of it stands in it. What is read stays in a hidden folder beside it
    until then; the same call again takes that over, for files and a plan that are the same.

    Args:
        files: Files of readings, or folders of them.
        plan: Under which plan they are read.
        into: The folder to be made.
        tell: Is told how far it has come.
        taken_over: Is told what a run that was broken off had read, if there was one.

    Raises:
        Malformed: a file or row cannot be read, or there is something at ``into`` already.
        Conflict: another process stages into the same folder.
        Stopped: the machine has no room to work the readings.
    """
    _check_is_free(into)
    listed, findings = list_files(files)
    refuse([*findings, *_not_there(listed, plan, into)])
    into.parent.mkdir(parents=True, exist_ok=True)
    course = Course(tell, STAGE_STEPS)
    with _room(), begun(into) as half:
        _check_is_free(into)
        states = [(each, state_of(each.path)) for each in listed]
        taken, said = take_over(half, listed, basis_of(plan), course)
        if said is not None:
            taken_over(said)
        large = [each.path for each in listed if each.size > SMALL_BYTES]
        with workbench(half.work, large, folders=[half.folder]) as bench:
            staging = _Staging(bench, plan, half, listed, course, taken)
            staging.read(states)
            refuse([] if staging.parts else [nothing_read(files)])
            manifest, moves = staging.finish()
        half.finish(into.absolute(), moves)
    return manifest


def _check_is_free(into: Path) -> None:
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        if (into / MANIFEST).is_file():
            remove_left(into)
        said = f"there is something at {into} already; name a folder that is not there yet"
        raise Malformed(said, code="folder-taken", about="folder")


def _not_there(listed: Sequence[Listed], plan: Plan, into: Path) -> list[Finding]:
    """Find files that are not there, before any is read."""
    opened = Opened()
    open_listed(opened, [each for each in listed if not each.path.is_file()], plan, into)
    return opened.findings


@contextmanager
def _room() -> Iterator[None]:
    """Say a full disk as one."""
    try:
        yield
    except OSError as fault:
        if fault.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        said = f"there is no room to work the readings: {fault.strerror}"
        raise Stopped(said, code="no-room", about="readings") from fault


@dataclass(slots=True)
class _Staging:
    """One run: the groups taken over, by the place of their first file, and those that it reads.

    ``kept`` are groups with how far the numbers of their sources on disk are from those of now.
    """

    bench: Bench
    plan: Plan
    half: Begun
    listed: Sequence[Listed]
    course: Course
    taken: dict[int, Kept]
    files: list[ReadFile] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    kept: list[tuple[Kept, int]] = field(default_factory=list)
    faulty: dict[int, Member] = field(default_factory=dict)
    unopened: list[Finding] = field(default_factory=list)
    unread: list[Finding] = field(default_factory=list)

    def read(self, states: Sequence[tuple[Listed, tuple[int, int, int]]]) -> None:
        """Read all files.

        Args:
            states: The files with what they were at the beginning.

        Raises:
            Malformed: a file or row cannot be read; the findings name all of them.
        """
        prepare(self.bench, self.plan)
        self.bench.run(ASIDE)
        self.course.step("reading")
        sizes = [each.size for each in self.listed]
        at, before, total = 0, 0, max(sum(sizes), 1)
        while at < len(self.listed):
            kept = self.taken.get(at)
            until = at + len(kept.group.files) if kept else self._end(at, sizes)
            size = sum(sizes[at:until])
            if kept:
                self._add(kept)
            else:
                self._read(self.listed[at:until], _scaled(self.course.moved, before, size, total))
            at, before = until, before + size
            self.course.moved(before / total)
        findings = [*self.unopened, *self.unread]
        findings += faulty_rows(self.bench, self.faulty, self.plan)
        resolve(self.bench)
        findings += lonely_rows(self.bench, self.parts, self.plan)
        findings += (
            changed_file(each.name)
            for each, state in states
            if not each.path.exists() or state_of(each.path) != state
        )
        refuse(findings)

    def finish(self) -> tuple[Manifest, dict[Path, Path]]:
        """Write the whole folder but for what only needs to be moved there; return both."""
        self.course.step("finishing")
        readings = self.half.whole / READINGS
        readings.mkdir(parents=True)
        large = [
            path
            for kept, shift in self.kept
            for path, size in kept.readings
            if size >= SMALL_PART_BYTES and shift == 0
        ]
        with self.course.watching(self.bench, 2):
            self._write_together({*large}, readings)
            written = sorted(readings.iterdir())
            files = _said([*large, *written])
            read = f"SELECT {_COLUMNS} FROM read_parquet([{files}])"
            self.bench.relation("reading", read, is_kept=False)
            sums, _ = sums_of(self.bench, len(self.plan.meters), len(self.parts))
        places = (f"part-{at}.parquet" for at in count(len(written)))
        manifest = Manifest(digest_of(self.plan), tuple(self.files), tuple(self.parts), sums)
        write_manifest(self.half.whole, manifest)
        return manifest, {path: readings / name for path, name in zip(large, places, strict=False)}

    def _end(self, at: int, sizes: Sequence[int]) -> int:
        """Return where the group ends that begins at a file."""
        size, until = 0, at
        while until < len(sizes) and until - at < GROUP_FILES and size < GROUP_BYTES:
            if until in self.taken:
                break
            size += sizes[until]
            until += 1
        return until

    def _read(self, some: Sequence[Listed], moved: Callable[[float], None]) -> None:
        """Read a group, write its readings, and note it if nothing is wrong with it."""
        opened = Opened(first=len(self.parts))
        with tempfile.TemporaryDirectory(dir=self.half.work) as name:
            opening = _scaled(moved, 0, _OPENING_SHARE, 1)
            open_listed(opened, some, self.plan, Path(name), moved=opening)
            statements = statements_of(opened.sources) + 1

            def worked(done: float) -> None:
                moved(_OPENING_SHARE + (1 - _OPENING_SHARE) * min(done / statements, 1))

            with self.course.looking(self.bench, worked):
                found = read_rows(self.bench, opened.sources, self.plan)
                self._settle(opened, found)
        self.bench.run("DROP TABLE raw")

    def _settle(self, opened: Opened, found: Sequence[Finding]) -> None:
        """Keep what was read of a group: its readings on disk, what is not settled yet aside."""
        self.unopened += opened.findings
        self.unread += found
        self.bench.run(f"INSERT INTO faulty {FAULTY}")
        self.bench.run(f"INSERT INTO unresolved {UNRESOLVED}")
        ((faulty, walls),) = self.bench.rows(_ASIDE_OF.format(first=opened.first))
        if faulty:
            self.faulty |= {each.number: each for each in opened.members}
        files = opened.files(Counter(dict(self.bench.rows(ROWS))))
        names = tuple(each.name for each in opened.members)
        self.files += files
        self.parts += map(Part, names)
        if opened.findings or found or faulty or any(opened.changed()):
            return
        folder = self.half.new_group()
        self.bench.work(_WRITE.format(select=SOUND, place=_quoted(folder / READINGS)))
        if walls:
            of_group = f"SELECT * FROM unresolved WHERE file >= {opened.first}"
            self.bench.run(_WRITE_WALLS.format(select=of_group, place=_quoted(folder / WALLS)))
        group = Group(basis_of(self.plan), opened.first, files, names)
        self.kept.append((self.half.keep(folder, group), 0))

    def _add(self, kept: Kept) -> None:
        """Add a group that was read before."""
        shift = len(self.parts) - kept.group.first
        self.files += kept.group.files
        self.parts += map(Part, kept.group.sources)
        self.kept.append((kept, shift))
        if kept.walls:
            self.bench.run(_WALLS.format(shift=shift, place=literal(str(kept.walls))))

    def _write_together(self, large: Collection[Path], readings: Path) -> None:
        """Write all readings but those of large files together, with the numbers of now."""
        selects = [
            _SHIFTED.format(shift=shift, files=_said(left))
            for kept, shift in self.kept
            if (left := [path for path, _ in kept.readings if path not in large])
        ]
        if selects or self.bench.rows("SELECT 1 FROM twice LIMIT 1"):
            selects.append(twice_sql(self.plan))
            select = " UNION ALL ".join(selects)
            self.bench.work(_WRITE.format(select=select, place=_quoted(readings)))


def _scaled(
    moved: Callable[[float], None], before: float, size: float, total: float
) -> Callable[[float], None]:
    """Give what is told the share of a part, and tells the share of the whole."""
    return lambda share: moved((before + share * size) / total)


def _said(paths: Sequence[Path]) -> str:
    return ", ".join(literal(str(path)) for path in paths)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
