"""Walks through the record: from a block of credits, or a line of a notice, to its readings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from openjcm.ledger import AccountKind, Block, SerialRange, parse_serial, serial_text
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed, NotFound
from openjcm.views import stations
from openjcm.views.notice import Notice, NoticeLine
from openjcm.views.notices import find_notice
from openjcm.views.published import funding_of
from openjcm.views.reader import Reader
from openjcm.views.stations import Held, Journalled, Trail
from openjcm.views.walk import Fact, Table, Walk, WalkStep

# The blocks in which the asked credits stand now: one, or several after a part was moved.
_BLOCKS = """
SELECT b.partnership, p.kind AS partnership_kind, b.issuance, b.side, p.host, i.project,
  i.vintage, b.lo AS first, b.hi - 1 AS last, b.account, b.account_kind AS kind,
  i.decision, i.notification, i.report, a.holder
FROM block b JOIN issuance i ON (i.partnership, i.id) = (b.partnership, b.issuance)
JOIN partnership p ON p.key = b.partnership
JOIN account a ON (a.partnership, a.number) = (b.partnership, b.account)
WHERE b.side = %(side)s AND p.host = %(host)s AND i.project = %(project)s
  AND i.vintage = %(vintage)s AND i.lo <= %(first)s AND i.hi > %(last)s
  AND b.lo <= %(last)s AND b.hi > %(first)s
  AND (p.kind = 'rehearsal') = %(rehearsal)s
  AND (%(partnership)s::text IS NULL OR b.partnership = %(partnership)s)
ORDER BY length(b.partnership), b.partnership, b.lo
"""
_RECORD = """
SELECT side, seq, on_day, kind, body FROM journal
WHERE partnership = %(partnership)s AND kind = %(kind)s
  AND body::jsonb ->> %(name)s = %(value)s ORDER BY at DESC, seq DESC LIMIT 1
"""
# The blocks of one project and decision, of both registries, as they stand now.
_BLOCKS_OF_A_LINE = """
SELECT b.issuance, b.side, p.host, i.project, i.vintage, b.lo AS first, b.hi - 1 AS last,
  b.account, b.account_kind AS kind, a.holder
FROM block b JOIN issuance i ON (i.partnership, i.id) = (b.partnership, b.issuance)
JOIN partnership p ON p.key = b.partnership
JOIN account a ON (a.partnership, a.number) = (b.partnership, b.account)
WHERE b.partnership = %(partnership)s AND i.decision = %(decision)s AND i.project = %(project)s
ORDER BY i.vintage, b.side DESC, b.lo
"""
_TITLES = """
SELECT body FROM case_file
WHERE partnership = %(partnership)s AND subject = 'project' AND id = %(project)s
"""


class Readings(Protocol):
    """The public readings behind one quantity; implemented over filed documents by the stories."""

    def __call__(self, reported: Mapping[str, Any], meter: str, year: int) -> Sequence["ReadRow"]:
        """Return the rows of the files' public rendition, in order of time."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One reading as it stands in its file; ``row`` counts the header as 1."""

    read_at: str
    register: str
    file: str
    row: int
    standing: str


def walk_block(
    reader: Reader, serial: str, *, readings: Readings, partnership: str | None = None
) -> Walk:
    """Walk credits back to the readings they come from.

    Args:
        reader: The record.
        serial: The printed serial number of a block, of a part of it, or of a block that has
            since been cut: then the walk says where each of its parts stands now.
        readings: Where the rows of filed readings come from.
        partnership: Which rehearsal, where several have the same serial numbers.

    Raises:
        Malformed: the serial number cannot be read, or several rehearsals have it.
        NotFound: no such credits were issued here.
    """
    asked = parse_serial(serial)
    rows = _block_rows(reader, asked, serial, partnership)
    row = rows[0]
    trail = _trail(reader, row)
    held = tuple(Held(_block(each), each["holder"]) for each in rows)
    block = held[0].block
    where = {"partnership": row["partnership"], "project": row["project"]}
    project = reader.rows(_TITLES, where)[0]["body"]
    return Walk(
        heading=serial_text(_whole(held), rehearsal=asked.rehearsal),
        partnership=row["partnership"],
        rehearsal=asked.rehearsal,
        project_id=row["project"],
        title_en=project["title_en"],
        title_ja=project["title_ja"],
        steps=(
            stations.serial(held, trail.basis, rehearsal=asked.rehearsal),
            stations.issuance(block, trail),
            stations.notification(block, trail),
            stations.decision(trail),
            stations.allocation(trail, funding_of(project)),
            stations.issuance_request(trail),
            stations.verification(block, trail),
            stations.calculation(block, trail),
            stations.monitoring_report(trail),
            stations.period_quantities(block, trail),
            _readings(block, trail, readings),
        ),
    )


def walk_published(reader: Reader, notice_key: str, project_id: str) -> Walk:
    """Walk a line of a notice back: as far as its record is public, or to a rehearsal's blocks.

    Raises:
        NotFound: there is no such notice, or it has no such project.
    """
    notice = find_notice(reader, notice_key)
    lines = [line for line in notice.lines if line.project_id == project_id]
    if not lines:
        raise NotFound(
            f"notice {notice_key} has no project {project_id!r}",
            code="no-project",
            about=project_id,
        )
    line = lines[0]
    return Walk(
        heading=f"{notice.key} {line.project_id}",
        partnership=notice.partnership,
        rehearsal=notice.rehearsal,
        project_id=line.project_id,
        title_en=line.title_en,
        title_ja=line.title_ja,
        steps=_rehearsed(reader, notice, line) if notice.rehearsal else _published(notice, line),
    )


def _published(notice: Notice, line: NoticeLine) -> tuple[WalkStep, ...]:
    return (
        WalkStep("serial", None, missing="serial-not-published"),
        WalkStep("issuance", None, missing="issuance-not-published"),
        _decision(notice, line),
        WalkStep(
            "monitoring-report",
            None,
            facts=(_period(line),),
            missing="monitoring-report-not-public",
        ),
    )


def _rehearsed(reader: Reader, notice: Notice, line: NoticeLine) -> tuple[WalkStep, ...]:
    # A rehearsal hides nothing: each of its blocks leads on to the readings.
    where = {
        "partnership": notice.partnership,
        "decision": notice.key,
        "project": line.project_id,
    }
    basis = line.notified.basis
    share = stations.share(line.funding, basis)
    template = stations.template({"worked_by": line.worked_by})
    return (
        _blocks_of(reader.rows(_BLOCKS_OF_A_LINE, where), basis),
        _decision(notice, line),
        *((WalkStep("allocation", notice.decided_on, facts=share),) if share else ()),
        WalkStep("monitoring-report", None, facts=(_period(line), *template)),
    )


def _blocks_of(rows: Sequence[Mapping[str, Any]], basis: Basis) -> WalkStep:
    if not rows:
        return WalkStep("serial", None, missing="not-yet-issued")
    headings = ("serial", "vintage", "side", "amount", "holder", "status")
    cells = tuple(
        (
            serial_text(_block(row), rehearsal=True),
            str(row["vintage"]),
            row["side"],
            str(_block(row).amount),
            row["holder"],
            row["kind"],
        )
        for row in rows
    )
    return WalkStep("serial", None, tables=(Table("blocks", headings, cells, basis),))


def _decision(notice: Notice, line: NoticeLine) -> WalkStep:
    basis = None if notice.rehearsal else line.notified.basis
    decision = Fact("decision", notice.key, basis)
    return WalkStep("decision", notice.decided_on, facts=(decision, *_quantities(line)))


def _period(line: NoticeLine) -> Fact:
    if line.period is None:
        return Fact("period", "", Basis.UNDISCLOSED)
    days = f"{line.period.first} – {line.period.last}"
    return Fact("period", days, line.notified.basis, source=line.notified.source)


def _quantities(line: NoticeLine) -> tuple[Fact, ...]:
    figures = (("notified", line.notified), ("goj-will-acquire", line.goj))
    return tuple(
        Fact(
            label,
            "" if figure.amount is None else str(figure.amount),
            figure.basis,
            "tCO2e",
            figure.source,
        )
        for label, figure in figures
    )


def _readings(block: Block, trail: Trail, readings: Readings) -> WalkStep:
    reported = trail.reported.body
    if not trail.readings_are_public:
        return stations.readings_of(trail, None)
    meters = [
        row["meter"] for row in reported["derived"]["quantities"] if row["year"] == block.vintage
    ]
    rows = {meter: readings(reported, meter, block.vintage) for meter in meters}
    return stations.readings_of(
        trail,
        {
            meter: tuple(
                (each.read_at, each.register, each.standing, each.file, str(each.row))
                for each in found
            )
            for meter, found in rows.items()
        },
    )


def _block_rows(
    reader: Reader, asked: SerialRange, serial: str, partnership: str | None
) -> list[dict[str, Any]]:
    rows = reader.rows(
        _BLOCKS,
        {
            "side": asked.side,
            "host": asked.host,
            "project": asked.project,
            "vintage": asked.vintage,
            "first": asked.first,
            "last": asked.last,
            "rehearsal": asked.rehearsal,
            "partnership": partnership,
        },
    )
    if not rows:
        raise NotFound(
            f"no credits with the serial number {serial!r} were issued here",
            code="no-credits",
            about=serial,
        )
    chosen = _one_rehearsal(rows, asked, serial)
    return [row for row in rows if row["partnership"] == chosen]


def _one_rehearsal(rows: Sequence[Mapping[str, Any]], asked: SerialRange, serial: str) -> str:
    """Choose the partnership: the only one, or the only one with a block of just this number.

    Rehearsals number their credits alike, so a number alone may mean several.
    """
    keys: list[str] = list(dict.fromkeys(row["partnership"] for row in rows))
    whole: list[str] = [
        row["partnership"]
        for row in rows
        if (row["first"], row["last"]) == (asked.first, asked.last)
    ]
    found = whole if len(whole) == 1 else keys
    if len(found) > 1:
        raise Malformed(
            f"several rehearsals have credits of the serial number {serial!r}; "
            f"say which partnership: {', '.join(keys)}",
            code="several-rehearsals",
            about=serial,
        )
    return found[0]


def _whole(held: tuple[Held, ...]) -> Block:
    return replace(held[0].block, last=held[-1].block.last)


def _block(row: Mapping[str, Any]) -> Block:
    names = ("issuance", "side", "host", "project", "vintage", "first", "last", "account")
    return Block(**{name: row[name] for name in names}, kind=AccountKind(row["kind"]))


def _trail(reader: Reader, row: Mapping[str, Any]) -> Trail:
    key = row["partnership"]

    def record(kind: str, name: str, value: str) -> Journalled:
        found = reader.rows(
            _RECORD, {"partnership": key, "kind": kind, "name": name, "value": value}
        )[0]
        return Journalled(
            name=f"{key}/{found['side']} record {found['seq']}",
            on=found["on_day"],
            body=json.loads(found["body"]),
        )

    report = row["report"]
    return Trail(
        issued=record("CreditsIssued", "notification", row["notification"]),
        notified=record("SideNotified", "number", row["notification"]),
        decided=record("IssuanceDecided", "decision", row["decision"]),
        requested=record("IssuanceRequested", "report", report),
        verified=record("VerificationReported", "report", report),
        reported=record("MonitoringReportSubmitted", "report", report),
    )
