"""Record a fact that a ministry, a committee or the scheme's site has printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openjcm.actions.journal import Journal
from openjcm.actions.record.published_fact_check import faults_of
from openjcm.actions.request import Receipt, Request
from openjcm.cycle import Actor
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Finding, Malformed
from openjcm.rulebook import Edition, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPublishedFact(Request):
    """``fact`` is one of ``NEEDED``; ``says`` is what was printed, with its sources.

    A decision's ``lines`` carry projects, period (first, last), notified and goj in whole
    tonnes; vintage, sides, holders and dates of issue are absent where nobody printed them. A
    newer fact of the same key takes the place of the older one, which stays in the record.
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
    return [
        edition.finding(Rule.PUBLISHED_FACTS_ARE_NEVER_TRANSFERRED, each, request.key)
        for each in faults_of(request.fact, request.says)
    ]
