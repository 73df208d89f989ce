"""A sender that repeats a batch until it has a receipt: what every logger has to do."""

import json
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from openjcm.intake.simulating.fleet import Delivery, Fate
from openjcm.measure.errors import Finding, Malformed, NotAllowed, Stopped

_SECONDS_MAX = 60
_FIRST_WAIT = 0.2
_LONGEST_WAIT = 10.0
_CREATED, _OK, _UNAUTHORIZED, _CONFLICT = 201, 200, 401, 409
_AGAIN = {408, 429, 500, 502, 503, 504}


@dataclass(slots=True)
class Tally:
    """What a sender saw: requests, receipts of new batches and of known ones, lost connections."""

    requests: int = 0
    new: int = 0
    known: int = 0
    lost: int = 0
    sent_away: int = 0
    numbers: set[int] = field(default_factory=set)


class Sender:
    """Sends to one intake; ``patience`` is for how many seconds it goes on without an answer."""

    def __init__(self, site: str, intake: str, key: str, *, patience: float = 120) -> None:
        parts = urlsplit(site)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            said = f"{site!r} is not where a site is; write it as http://localhost:8000"
            raise Malformed(said, code="address", about="to")
        self._kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._host, self._port = parts.hostname, parts.port
        self._path = f"{parts.path.rstrip('/')}/api/v1/intakes/{quote(intake, safe='')}"
        self._headers = {"Authorization": f"Bearer {key}"}
        self._patience = patience
        self.site = site
        self.tally = Tally()

    def state(self) -> dict[str, Any]:
        """Return what the site says of the intake.

        Raises:
            NotAllowed: the key is wrong.
            Stopped: there is no answer.
        """
        return self._until_answered("GET", self._path, b"")

    def send(self, delivery: Delivery) -> dict[str, Any]:
        """Send a batch until there is a receipt, and return that.

        Raises:
            NotAllowed: the key is wrong.
            Malformed: the batch is refused; sent again it would be refused again.
            Stopped: there is no answer, however often it is sent.
        """
        asked = {"file": delivery.name}
        if delivery.replaces:
            asked["replaces"] = delivery.replaces
        path = f"{self._path}/batches?{urlencode(asked)}"
        if delivery.fate is not Fate.ARRIVES:
            self._lose(path, delivery)
        receipt = self._until_answered("POST", path, delivery.content)
        self.tally.numbers.add(receipt["number"])
        return receipt

    def _lose(self, path: str, delivery: Delivery) -> None:
        """Let the connection break: within the batch, or before its receipt is heard."""
        connection = self._connection()
        body = delivery.content
        try:
            connection.putrequest("POST", path)
            for name, value in {**self._headers, "Content-Type": "text/csv"}.items():
                connection.putheader(name, value)
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body[: len(body) // 2] if delivery.fate is Fate.CUT else body)
        except OSError:
            pass
        finally:
            connection.close()
        self.tally.requests += 1
        self.tally.lost += 1

    def _until_answered(self, method: str, path: str, body: bytes) -> dict[str, Any]:
        begun, wait = time.monotonic(), _FIRST_WAIT
        while True:
            try:
                status, said, after = self._asked(method, path, body)
            except (OSError, HTTPException) as fault:
                self.tally.lost += 1
                why, after = str(fault) or type(fault).__name__, None
            else:
                if status in {_OK, _CREATED}:
                    self._count(method, status)
                    return said
                if status not in _AGAIN:
                    raise _refusal(status, said)
                self.tally.sent_away += 1
                why = str(said.get("message", status))
            wait = min(2 * wait, _LONGEST_WAIT)
            pause = wait if after is None else after
            if time.monotonic() + pause - begun > self._patience:
                given_up = (
                    f"{self.site} gave no receipt for {self._patience:g} s ({why}); is it up?"
                )
                raise Stopped(given_up, code="no-receipt", about="to")
            time.sleep(pause)

    def _asked(
        self, method: str, path: str, body: bytes
    ) -> tuple[int, dict[str, Any], float | None]:
        self.tally.requests += 1
        connection = self._connection()
        try:
            headers = {**self._headers, "Content-Type": "text/csv"} if body else self._headers
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            after = answer.headers.get("Retry-After", "")
            return answer.status, _read(answer.read()), int(after) if after.isdecimal() else None
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        return self._kind(self._host, self._port, timeout=_SECONDS_MAX)

    def _count(self, method: str, status: int) -> None:
        if method == "POST":
            self.tally.new += status == _CREATED
            self.tally.known += status == _OK


def _read(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _refusal(status: int, said: dict[str, Any]) -> NotAllowed | Malformed:
    message = str(said.get("message") or f"the site answers {status}; is it OpenJCM?")
    if status == _UNAUTHORIZED:
        return NotAllowed(message, code="wrong-key")
    findings = tuple(
        Finding(each["rule"], each["place"], each["message"]) for each in said.get("findings", ())
    )
    return Malformed(message, code=str(said.get("code") or "refused"), findings=findings)
