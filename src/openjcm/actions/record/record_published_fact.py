"""Record a fact that a ministry, a committee or the scheme's site has printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.journal import Journal
from openjcm.actions.request import Receipt, Request
from openjcm.cycle import Actor
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding, Malformed
from openjcm.rulebook import Edition, Rule

# What each kind of fact says at least; everything else may be unknown.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "project": ("title_en",),
    "issuance-decision": ("decided_on", "manner", "ordinal", "totals", "lines"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPublishedFact(Request):
    """``fact`` is project or issuance-decision; ``says`` is what was printed, with sources.

    A decision's ``lines`` carry project, period (first, last), notified and goj in whole
    tonnes; vintage, side, holders and dates of issue are absent where nobody printed them.
    """

    fact: str
    key: str
    says: Mapping[str, Any]


def record_published_fact(
    request: RecordPublishedFact, *, by: Actor, on: date, journal: Journal
) -> Receipt:
    """Record a published fact: of basis ``published``, on no balance, never transferable.

    Rules: PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED, REHEARSAL_IS_APART.

    ``on`` is the legal day of the fact: of the decision, not of its entry.

    Raises:
        Malformed: a source or another field is missing, or a quantity is no whole number of
            tonnes; all at once.
        RuleBroken: the partnership is not a record of published facts.
    """
    with journal.open(request, by=by, on=on) as record:
        if record.receipt:
            return record.receipt
        record.edition.require(
            Rule.REHEARSAL_IS_APART,
            record.partnership.kind == "record",
            f"{request.partnership} holds no published facts: it is a {record.partnership.kind}",
            request.partnership,
        )
        findings = check_published_fact(request, record.edition)
        if findings:
            raise Malformed(
                f"{request.key}: {findings[0].message}",
                code="published-fact-refused",
                about=request.key,
                findings=tuple(findings),
            )
        body = {
            "fact": request.fact,
            "key": request.key,
            "basis": Basis.PUBLISHED,
            "says": request.says,
        }
        return record.append("PublishedFactRecorded", body)


def check_published_fact(request: RecordPublishedFact, edition: Edition) -> list[Finding]:
    """Return everything that is wrong with a published fact.

    Rules: PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED.
    """
    said = request.says
    faults = [f"{name}: is missing" for name in _NEEDED.get(request.fact, ()) if not said.get(name)]
    if request.fact not in _NEEDED:
        faults.append(f"fact: {request.fact!r} is not one of {', '.join(_NEEDED)}")
    if not said.get("sources"):
        faults.append("sources: where was it printed? At least one title and URL is needed")
    for line in said.get("lines", ()):
        faults += [f"lines.{line.get('project')}.{fault}" for fault in _faults_of(line)]
    return [
        edition.finding(Rule.PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED, each, request.key)
        for each in faults
    ]


def _faults_of(line: Mapping[str, Any]) -> list[str]:
    missing = [f"{name}: is missing" for name in ("project", "period") if not line.get(name)]
    notified, goj = line.get("notified"), line.get("goj")
    if type(notified) is not int or notified <= 0:
        return [*missing, f"notified: {notified!r} is not a whole number of tonnes above zero"]
    if goj is not None and (type(goj) is not int or not 0 <= goj <= notified):
        return [*missing, f"goj: {goj!r} is not a whole number of tonnes, at most {notified}"]
    return missing
