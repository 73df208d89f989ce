"""A bench for actions: one project and its monitoring report walk the whole way on the fake.

``reach`` plays the ordinary way up to an act; ``ask`` plays one act with whatever is different.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

import pytest

from fakes.journal import FakeJournal, sign
from openjcm.actions.derivation import Filed, Meters, Parameter
from openjcm.actions.issuance.decide_issuance import DecideIssuance, decide_issuance
from openjcm.actions.issuance.issue import Issue, issue
from openjcm.actions.issuance.notify import Notify, notify
from openjcm.actions.issuance.report_verification import ReportVerification, report_verification
from openjcm.actions.issuance.request_issuance import RequestIssuance, request_issuance
from openjcm.actions.issuance.submit_monitoring_report import (
    SubmitMonitoringReport,
    submit_monitoring_report,
)
from openjcm.actions.journal import Partnership
from openjcm.actions.project.decide_registration import DecideRegistration, decide_registration
from openjcm.actions.project.report_validation import ReportValidation, report_validation
from openjcm.actions.project.request_registration import RequestRegistration, request_registration
from openjcm.actions.project.submit_design_document import (
    SubmitDesignDocument,
    submit_design_document,
)
from openjcm.actions.registry.open_account import OpenAccount, open_account
from openjcm.actions.request import Receipt, Request, Signature, SignedRequest
from openjcm.cycle import Actor, Allotment, Role
from openjcm.ledger import AccountKind, account_number
from openjcm.measure.basis import Basis
from openjcm.measure.errors import SchemeError
from openjcm.measure.period import Period

ON = date(2020, 4, 1)
PROJECT, REPORT, DECISION = "BD001", "BD001-MR-1", "D-1"
LETTER_TO_JAPAN, LETTER_TO_HOST = "BD-T-N-0001", "BD-T-N-0002"
GOVERNMENT = account_number("JP", AccountKind.HOLDING, 1)
MAKER = account_number("BD", AccountKind.HOLDING, 1)

PARTICIPANT = Actor("engineer", "maker", Role.PARTICIPANT, "BD")
VERIFIER = Actor("verifier", "tpe", Role.THIRD_PARTY_ENTITY)
CHAIR_JAPAN = Actor("chair-jp", "committee-jp", Role.CO_CHAIR, "JP")
CHAIR_HOST = Actor("chair-bd", "committee-bd", Role.CO_CHAIR, "BD")
SECRETARY = Actor("secretary", "secretariat", Role.SECRETARIAT)
MANAGER_JAPAN = Actor("manager-jp", "registry-jp", Role.REGISTRY_MANAGER, "JP")
SECOND_JAPAN = Actor("second-jp", "registry-jp", Role.SECOND_OFFICER, "JP")
MANAGER_HOST = Actor("manager-bd", "registry-bd", Role.REGISTRY_MANAGER, "BD")
SECOND_HOST = Actor("second-bd", "registry-bd", Role.SECOND_OFFICER, "BD")
RECORDER = Actor("recorder", "operator", Role.RECORDER)
EVERYBODY = (
    *(PARTICIPANT, VERIFIER, CHAIR_JAPAN, CHAIR_HOST, SECRETARY),
    *(MANAGER_JAPAN, SECOND_JAPAN, MANAGER_HOST, SECOND_HOST, RECORDER),
)
CHAIRS = (CHAIR_JAPAN, CHAIR_HOST)
DESK_JAPAN, DESK_HOST = (MANAGER_JAPAN, SECOND_JAPAN), (MANAGER_HOST, SECOND_HOST)

_NAMESPACE = UUID("6f70656e-6a63-4d2d-8000-0000000000ff")
PERIOD = Period(date(2018, 7, 1), date(2019, 6, 30))


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the ordinary way: what it is asked, by whom."""

    act: Callable[..., Receipt]
    asks: type[Request]
    by: tuple[Actor, ...]
    says: Mapping[str, Any]


def fixed(symbol: str, value: str, unit: str = "1") -> Parameter:
    """Give one illustrative parameter."""
    return Parameter(symbol, (Decimal(value),), unit, Basis.ILLUSTRATIVE, "chosen for this test")


def plan_over(period: Period) -> dict[str, str]:
    """Plan the meters over a period, as a record keeps a plan."""
    return {"zone": "Asia/Dhaka", "first": str(period.first), "last": str(period.last)}


# 30 MWh at COP 6 against COP 5 with a factor of 1 tCO2e/MWh give 6 t, 22 MWh give 4.4 t.
WAY: dict[str, Act] = {
    "submit-design-document": Act(
        submit_design_document,
        SubmitDesignDocument,
        (PARTICIPANT,),
        {
            "project": PROJECT,
            "title_en": "A chiller",
            "title_ja": "冷凍機",
            "methodology": "BD_AM001_ver01.0",
        },
    ),
    "report-validation": Act(
        report_validation, ReportValidation, (VERIFIER,), {"project": PROJECT, "positive": True}
    ),
    "request-registration": Act(
        request_registration, RequestRegistration, (PARTICIPANT,), {"project": PROJECT}
    ),
    "decide-registration": Act(
        decide_registration, DecideRegistration, CHAIRS, {"project": PROJECT}
    ),
    "submit-monitoring-report": Act(
        submit_monitoring_report,
        SubmitMonitoringReport,
        (PARTICIPANT,),
        {
            "project": PROJECT,
            "report": REPORT,
            "methodology": "BD_AM001_ver01.0",
            "worked_by": "OJ_cop_ratio_ver1",
            "period": PERIOD,
            "plan": plan_over(PERIOD),
            "documents": (Filed("readings.csv", "text/csv", 3, "0" * 64),),
            "parameters": (
                fixed("COP_PJ", "6"),
                fixed("COP_RE", "5"),
                fixed("EF", "1", "tCO2e/MWh"),
            ),
            "readings_basis": Basis.ILLUSTRATIVE,
        },
    ),
    "report-verification": Act(
        report_verification, ReportVerification, (VERIFIER,), {"report": REPORT, "positive": True}
    ),
    "open-account-of-japan": Act(
        open_account,
        OpenAccount,
        (MANAGER_JAPAN,),
        {"side": "JP", "kind": AccountKind.HOLDING, "holder": "Japan", "government": True},
    ),
    "open-account-of-the-maker": Act(
        open_account,
        OpenAccount,
        (MANAGER_HOST,),
        {"side": "BD", "kind": AccountKind.HOLDING, "holder": "the maker"},
    ),
    "request-issuance": Act(
        request_issuance,
        RequestIssuance,
        (PARTICIPANT,),
        {
            "report": REPORT,
            "allotments": (
                Allotment(2018, "JP", GOVERNMENT, "Japan", 3),
                Allotment(2018, "BD", MAKER, "the maker", 3),
                Allotment(2019, "JP", GOVERNMENT, "Japan", 2),
                Allotment(2019, "BD", MAKER, "the maker", 2),
            ),
        },
    ),
    "decide-issuance": Act(
        decide_issuance,
        DecideIssuance,
        CHAIRS,
        {"decision": DECISION, "reports": (REPORT,), "manner": "meeting"},
    ),
    "notify-japan": Act(notify, Notify, (SECRETARY,), {"decision": DECISION, "side": "JP"}),
    "notify-host": Act(notify, Notify, (SECRETARY,), {"decision": DECISION, "side": "BD"}),
    "issue-in-japan": Act(
        issue, Issue, DESK_JAPAN, {"notification": LETTER_TO_JAPAN, "side": "JP"}
    ),
    "issue-in-host": Act(issue, Issue, DESK_HOST, {"notification": LETTER_TO_HOST, "side": "BD"}),
}
# Nothing live is worked by a template: the same tonnes from the output of a PV system.
LIVE: dict[str, dict[str, Any]] = {
    "submit-design-document": {"methodology": "BD_AM002_ver01.0"},
    "submit-monitoring-report": {
        "methodology": "BD_AM002_ver01.0",
        "worked_by": "",
        "parameters": (fixed("EF_RE", "0.2", "tCO2e/MWh"),),
    },
}
MEASURED = (submit_monitoring_report, report_verification)


@dataclass(slots=True)
class Readings:
    """Meters that answer from a table of Wh by year; a test may change it in between."""

    wh: dict[int, int] = field(default_factory=lambda: {2018: 30_000_000, 2019: 22_000_000})
    equipment: tuple[str, ...] = ("chiller 1",)
    parameter: str = "EC_PJ"

    def __call__(self, documents: Sequence[Filed], plan: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a summary in the form of ``metering.summary_as_json``."""
        assert documents
        assert plan["zone"] == "Asia/Dhaka"
        rows = [
            {
                "meter": f"M-{name}-{year}",
                "parameter": self.parameter,
                "equipment": name,
                "year": year,
                "amount": amount,
                "value": str(amount),
                "unit": "Wh",
            }
            for year, amount in self.wh.items()
            for name in self.equipment
        ]
        return {"quantities": rows, "faults": [{"kind": "gap"}], "conservation": [{"span": 1}]}


@dataclass(slots=True)
class Bench:
    """A journal with one partnership, everybody known, and the ordinary way."""

    kind: str = "rehearsal"
    key: str = "BD-T"
    meters: Readings = field(default_factory=Readings)
    journal: FakeJournal = field(default_factory=lambda: FakeJournal(list(EVERYBODY)))

    def __post_init__(self) -> None:
        rehearses = "D-0" if self.kind == "rehearsal" else None
        opened = Partnership(self.key, "BD", self.kind, "Asia/Dhaka", "A test", rehearses)
        self.journal.partnerships[self.key] = opened
        if self.kind == "live":
            self.meters.parameter = "EG"

    def reach(self, *last: str) -> Receipt:
        """Play the ordinary way up to and including an act; return its receipt."""
        names = list(WAY)
        for name in names[: names.index(last[0]) + 1]:
            receipt = self.ask(name)
        return receipt

    def before(self, name: str) -> "Bench":
        """Play the ordinary way up to the act, without it."""
        for each in list(WAY)[: list(WAY).index(name)]:
            self.ask(each)
        return self

    def ask(self, name: str, *, by: Sequence[Actor] = (), **says: Any) -> Receipt:  # noqa: ANN401 - any field of a request
        """Ask for one act of the way, as it is or with other words or by other hands."""
        ordinary = WAY[name]
        more = LIVE.get(name, {}) if self.kind == "live" else {}
        act = replace(ordinary, by=tuple(by) or ordinary.by, says={**ordinary.says, **more})
        return self.play(act, name, **says)

    def signatures(self, name: str, people: Sequence[Actor]) -> tuple[Signature, ...]:
        """Return the signatures of these people over an act of the way, as it is."""
        return self.signed(WAY[name], people, name)

    def signed(
        self,
        act: Act,
        people: Sequence[Actor],
        name: str,
        **says: Any,  # noqa: ANN401 - any field of a request
    ) -> tuple[Signature, ...]:
        """Return the signatures of these people over any act, asked for under this name."""
        common = {"request_id": uuid5(_NAMESPACE, name), "partnership": self.key}
        request = act.asks(**{**common, **act.says, **says})
        return tuple(sign(who, request) for who in people)

    def play(
        self,
        act: Act,
        name: str,
        *,
        meters: Meters | None = None,
        **says: Any,  # noqa: ANN401 - any field of a request
    ) -> Receipt:
        """Ask for any act; signed requests are signed by all who ask, the first one acts."""
        common = {"request_id": uuid5(_NAMESPACE, name), "partnership": self.key}
        request = act.asks(**{**common, **act.says, **says})
        if isinstance(request, SignedRequest) and "signatures" not in says:
            request = replace(request, signatures=tuple(sign(who, request) for who in act.by))
        more = {"meters": meters or self.meters} if act.act in MEASURED else {}
        return act.act(request, by=act.by[0], on=ON, journal=self.journal, **more)

    @contextmanager
    def refusing(
        self, kind: type[SchemeError], code: str
    ) -> Iterator[pytest.ExceptionInfo[SchemeError]]:
        """Expect a refusal of exactly this kind and code, after which nothing was appended."""
        before = list(self.journal.records)
        with pytest.raises(kind) as refusal:
            yield refusal
        assert (type(refusal.value), refusal.value.code) == (kind, code)
        assert self.journal.records == before, "a refusal appends nothing"
