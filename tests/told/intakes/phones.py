"""A visitor who has the private link of an intake, and the plan of its made-up meters."""

from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from openjcm.intake import NewIntake, Use, deliver, new_key, open_intake, plan_of
from openjcm.intake.looking import ledger_time
from openjcm.intake.typed import Typed, TypedValue, batch_of, read_typed
from openjcm.measure.basis import Basis
from openjcm.metering import Plan
from openjcm.store.database import reader
from openjcm.store.intakes import Arrived, Intake, batches, find_intake

if TYPE_CHECKING:
    from django.test import Client

PLAN = """
zone = "Asia/Dhaka"
first = 2024-01-01
last = 2030-12-31
turn = "by-time"

[[meter]]
id = "PV1"
parameter = "EG"
equipment = "Solar power plant"
register_unit = "kWh"
digits = 1
multiplier = 40
capacity = 500

[[meter]]
id = "BILL"
parameter = "EG"
equipment = "Electricity from the grid"
register_unit = "kWh"
reads = "interval"
"""


@dataclass(frozen=True)
class Phone:
    """A visitor with the private link of an intake; ``base`` is its address without a language."""

    client: "Client"
    name: str
    key: str

    @property
    def base(self) -> str:
        """The private link, without the language in front."""
        return f"intakes/{self.name}/{self.key}"

    @property
    def intake(self) -> Intake:
        """The intake as the record has it."""
        return find_intake(reader(), self.name)

    @property
    def plan(self) -> Plan:
        """Its plan."""
        return plan_of(self.intake)

    @property
    def arrived(self) -> list[Arrived]:
        """What came."""
        return batches(reader(), self.name)

    def read(self, path: str = "", language: str = "en") -> str:
        """Read a page behind the link."""
        response = self.client.get(f"/{language}/{self.base}{path}")
        assert response.status_code == 200, response.content
        return unescape(response.content.decode())

    def post(self, place: int = 1, language: str = "en", **sent: Any) -> Any:  # noqa: ANN401 - an answer of Django's
        """Send a form of a meter."""
        return self.client.post(f"/{language}/{self.base}/meters/{place}", sent)

    def send(self, place: int = 1, language: str = "en", **sent: Any) -> tuple[int, str]:  # noqa: ANN401 - texts and files
        """Send a form of a meter; return the status and the page."""
        response = self.post(place, language, **sent)
        return response.status_code, unescape(response.content.decode())

    def typed(self, value: str, day: str, clock: str = "00:00", entry: str = "") -> Arrived:
        """Have a value that was typed before, without a page."""
        plan = self.plan
        said = Typed(value, day=day, clock=clock, reason="of a test")
        read = read_typed(plan, plan.meters[0], said, [], now=ledger_time())
        assert isinstance(read, TypedValue)
        return deliver(self.intake, batch_of(read, entry or uuid4().hex))[0]


def opened(plan: str = PLAN, basis: Basis = Basis.ILLUSTRATIVE) -> tuple[str, str]:
    """Open an intake of its own, and return its name and a key."""
    name = f"roof-{uuid4().hex[:8]}"
    asked = NewIntake(name=name, partnership="BD-R", project="BD002", plan=plan, basis=basis)
    open_intake(asked, "logger")
    return name, new_key(name, "phone", Use.TYPE)
