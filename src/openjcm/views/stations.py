"""The stations of a walk: what one journal record says about one block of credits.

Labels and stems are keys of the catalogue of words; values are text, each with its basis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.ledger import Block, serial_text
from openjcm.measure.basis import Basis
from openjcm.views.notice import Funding
from openjcm.views.walk import Fact, Table, WalkStep

_TONNES = "tCO2e"


@dataclass(frozen=True, slots=True)
class Journalled:
    """A journal record as a walk cites it."""

    name: str
    on: date
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trail:
    """The records that one block goes back through, latest first."""

    issued: Journalled
    notified: Journalled
    decided: Journalled
    requested: Journalled
    verified: Journalled
    reported: Journalled

    @property
    def report(self) -> str:
        """The monitoring report that the credits come from."""
        report: str = self.reported.body["report"]
        return report

    @property
    def basis(self) -> Basis:
        """The basis of everything that was worked out from the report's readings."""
        return Basis(self.reported.body["derived"]["basis"])

    @property
    def readings_basis(self) -> Basis:
        """The basis of the readings themselves."""
        return Basis(self.reported.body["readings_basis"])

    @property
    def readings_are_public(self) -> bool:
        """Whether each reading file has a rendition that anybody may see."""
        return all(each["public_sha256"] for each in self.reported.body["documents"])


@dataclass(frozen=True, slots=True)
class Held:
    """A block and the name of whoever holds its account."""

    block: Block
    holder: str


def serial(held: Sequence[Held], basis: Basis, *, rehearsal: bool) -> WalkStep:
    """Where the credits are now: in one block, or in the blocks that it was cut into."""
    first = held[0]
    facts = (
        Fact("amount", str(sum(each.block.amount for each in held)), basis, _TONNES),
        Fact("vintage", str(first.block.vintage)),
        Fact("registry", first.block.side),
    )
    if len(held) == 1:
        standing = (
            Fact("account", first.block.account),
            Fact("holder", first.holder),
            Fact("status", first.block.kind.value),
        )
        return WalkStep("serial", None, facts=facts + standing)
    rows = tuple(
        (
            serial_text(each.block, rehearsal=rehearsal),
            str(each.block.amount),
            each.block.account,
            each.holder,
            each.block.kind.value,
        )
        for each in held
    )
    headings = ("serial", "amount", "account", "holder", "status")
    return WalkStep("serial", None, facts=facts, tables=(Table("parts", headings, rows, basis),))


def issuance(block: Block, trail: Trail) -> WalkStep:
    """The issuance that made the serial numbers."""
    made = next(
        each for each in trail.issued.body["issuances"] if each["issuance"] == block.issuance
    )
    return WalkStep(
        "issuance",
        trail.issued.on,
        facts=(
            Fact("first", str(made["first"]), trail.basis),
            Fact("last", str(made["last"]), trail.basis),
            Fact("signed-by", _signers(trail.issued)),
        ),
        record=trail.issued.name,
    )


def notification(block: Block, trail: Trail) -> WalkStep:
    """What the side was notified of, for this project and vintage."""
    amount = sum(
        line["amount"]
        for line in trail.notified.body["lines"]
        if (line["report"], line["vintage"]) == (trail.report, block.vintage)
    )
    return WalkStep(
        "notification",
        trail.notified.on,
        facts=(
            Fact("notification-number", trail.notified.body["number"]),
            Fact("side", trail.notified.body["side"]),
            Fact("notified", str(amount), trail.basis, _TONNES),
        ),
        record=trail.notified.name,
    )


def decision(trail: Trail) -> WalkStep:
    """The decision of the committee and who signed it."""
    total = sum(line["amount"] for line in trail.decided.body["lines"])
    return WalkStep(
        "decision",
        trail.decided.on,
        facts=(
            Fact("decision", trail.decided.body["decision"]),
            Fact("total", str(total), trail.basis, _TONNES),
            Fact("signed-by", _signers(trail.decided)),
            Fact("sha256", trail.decided.body["request"]),
        ),
        record=trail.decided.name,
    )


def allocation(trail: Trail, funding: Funding | None) -> WalkStep:
    """Who gets how many credits of this project, as whole numbers per vintage, and why."""
    rows = tuple(
        (str(part["vintage"]), part["side"], part["recipient"], str(part["amount"]))
        for part in trail.decided.body["allotments"]
        if part["report"] == trail.report
    )
    return WalkStep(
        "allocation",
        trail.decided.on,
        facts=share(funding, trail.basis),
        tables=(Table("credits", ("vintage", "side", "recipient", "amount"), rows, trail.basis),),
        record=trail.decided.name,
    )


def share(funding: Funding | None, basis: Basis) -> tuple[Fact, ...]:
    """Why Japan's part is what it is: the share of the funding and the reading that rounds it.

    Nothing where the funding or its share is not known. The value is the fraction, and after a
    comma the number of the reading, if any.
    """
    if funding is None or funding.minimum_share is None:
        return ()
    reading = f", reading {funding.rounding_reading}" if funding.rounding_reading else ""
    programme = (Fact("programme", funding.programme),) if funding.programme else ()
    return (*programme, Fact("share", f"{funding.minimum_share}{reading}", basis))


def issuance_request(trail: Trail) -> WalkStep:
    """The request with its explicit whole numbers."""
    total = sum(part["amount"] for part in trail.requested.body["allotments"])
    return WalkStep(
        "issuance-request",
        trail.requested.on,
        facts=(Fact("total", str(total), trail.basis, _TONNES),),
        record=trail.requested.name,
    )


def verification(block: Block, trail: Trail) -> WalkStep:
    """What the third-party entity verified for this vintage, recomputed from the readings."""
    year = _year(trail.verified.body["verified"], block.vintage)
    return WalkStep(
        "verification-report",
        trail.verified.on,
        facts=(
            Fact("emission-reductions", year["er"], trail.basis, _TONNES),
            Fact("verified", str(year["credits"]), trail.basis, _TONNES),
        ),
        record=trail.verified.name,
    )


def calculation(block: Block, trail: Trail) -> WalkStep:
    """Every intermediate value of this vintage, in the order of the methodology."""
    reported = trail.reported.body
    year = _year(reported["derived"]["years"], block.vintage)
    steps = tuple(
        (each["symbol"], each["value"], each["unit"], each["formula"]) for each in year["steps"]
    )
    fixed = tuple(
        (each["symbol"], ", ".join(each["values"]), each["unit"], each["basis"], each["note"])
        for each in reported["parameters"]
    )
    return WalkStep(
        "calculation",
        None,
        facts=(
            Fact("methodology", reported["methodology"]),
            *template(reported),
            Fact("definition-sha256", reported["derived"]["definition_sha256"]),
            Fact("credits", str(year["credits"]), trail.basis, _TONNES),
            *_uncertainty(year, trail.basis),
        ),
        tables=(
            Table("calculation", ("symbol", "value", "unit", "formula"), steps, trail.basis),
            Table("parameter", ("symbol", "value", "unit", "basis", "says"), fixed),
        ),
        record=trail.reported.name,
    )


def _uncertainty(year: Mapping[str, Any], basis: Basis) -> tuple[Fact, ...]:
    """By how much a reduction that is not exact may be wrong: its credits are the same within."""
    bound = year.get("uncertainty", "")
    return (Fact("uncertainty", bound, basis, _TONNES),) if bound else ()


def template(reported: Mapping[str, Any]) -> tuple[Fact, ...]:
    """By which unofficial template a report was worked; nothing where its methodology did."""
    name = reported.get("worked_by", "")
    return (Fact("worked-by", name),) if name else ()


def monitoring_report(trail: Trail) -> WalkStep:
    """The report on the monitoring period."""
    reported = trail.reported.body
    period = reported["period"]
    return WalkStep(
        "monitoring-report",
        trail.reported.on,
        facts=(
            Fact("reference", reported["report"]),
            Fact("period", f"{period['first']} – {period['last']}", trail.readings_basis),
        ),
        record=trail.reported.name,
    )


def period_quantities(block: Block, trail: Trail) -> WalkStep:
    """How far each register moved on in the calendar year of this vintage."""
    derived = trail.reported.body["derived"]
    rows = tuple(
        (each["meter"], each["parameter"], each["equipment"], str(each["value"]), each["unit"])
        for each in derived["quantities"]
        if each["year"] == block.vintage
    )
    tables = [
        Table(
            "quantity",
            ("meter", "parameter", "equipment", "value", "unit"),
            rows,
            trail.readings_basis,
        )
    ]
    if derived["faults"]:
        tables.append(_faults(derived["faults"], shown=trail.readings_are_public))
    return WalkStep(
        "period-quantity",
        None,
        facts=(Fact("year", str(block.vintage)),),
        tables=tuple(tables),
        record=trail.reported.name,
    )


def _faults(faults: Sequence[Mapping[str, Any]], *, shown: bool) -> Table:
    # A fault's words quote the reading that it was found at.
    headings = ("fault", "meter", "file", "row", "says")[: None if shown else -1]
    names = ("kind", "meter", "file", "row", "message")
    rows = tuple(tuple(str(each[name]) for name in names[: len(headings)]) for each in faults)
    return Table("faults", headings, rows)


def readings_of(trail: Trail, rows: Mapping[str, Sequence[tuple[str, ...]]] | None) -> WalkStep:
    """The reading files by their SHA-256, and the rows behind the quantity.

    Args:
        trail: The records of the block.
        rows: By meter, of the public rendition of the files; None where they are not public.
    """
    files = tuple(
        fact for each in trail.reported.body["documents"] for fact in _hashes(each, trail)
    )
    if rows is None:
        return WalkStep(
            "readings", None, files, record=trail.reported.name, missing="readings-not-public"
        )
    headings = ("read-at", "register", "standing", "file", "row")
    return WalkStep(
        "readings",
        None,
        facts=files,
        tables=tuple(
            Table(meter, headings, tuple(found), trail.readings_basis)
            for meter, found in rows.items()
        ),
        record=trail.reported.name,
    )


def _hashes(document: Mapping[str, Any], trail: Trail) -> tuple[Fact, ...]:
    kept, shown = document["private_sha256"], document["public_sha256"]
    facts = (Fact("sha256", kept, trail.readings_basis),)
    if shown in {None, kept}:
        return facts
    return (*facts, Fact("sha256-public", shown, trail.readings_basis))


def _year(years: Sequence[Mapping[str, Any]], vintage: int) -> Mapping[str, Any]:
    return next(each for each in years if each["year"] == vintage)


def _signers(record: Journalled) -> str:
    return ", ".join(
        f"{given['role']} {given['person'][:8]}" for given in record.body["signatures"]
    )
