"""A sender goes on until it has a receipt, and not where that is no use."""

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPSConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar

import pytest

from openjcm.intake.simulating import sender as sending
from openjcm.intake.simulating.fleet import Delivery, Fate
from openjcm.intake.simulating.sender import Sender
from openjcm.measure.errors import Malformed, NotAllowed, Stopped

RECEIPT = json.dumps({"number": 1}).encode()


class _Site(BaseHTTPRequestHandler):
    """Answers what stands next in the list; nothing where that is ``None``."""

    answers: ClassVar[list[tuple[int, bytes, dict[str, str]] | None]] = []
    seen: ClassVar[list[tuple[str, str, bytes]]] = []

    def answer(self) -> None:
        """Answer the next."""
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        self.seen.append((self.path, self.headers["Authorization"], body))
        if len(body) < length or not self.answers:
            return
        found = self.answers.pop(0)
        if found is None:
            return
        status, said, headers = found
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = answer  # noqa: N815 - the names that the server looks for

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve what a test puts into the list."""
    monkeypatch.setattr(sending, "_FIRST_WAIT", 0.001)
    _Site.answers, _Site.seen = [], []
    with HTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_it_sends_again_until_there_is_a_receipt(site: str) -> None:
    """A line that breaks, a busy site with its time to wait, a fault without words."""
    busy = json.dumps({"message": "busy"}).encode()
    _Site.answers = [None, (503, busy, {"Retry-After": "0"}), (500, b"[]", {}), (201, RECEIPT, {})]
    sender = Sender(site, "roof", "k")

    receipt = sender.send(Delivery("a b.csv", b"x", replaces="0"))

    assert receipt == {"number": 1}
    assert set(_Site.seen) == {
        ("/api/v1/intakes/roof/batches?file=a+b.csv&replaces=0", "Bearer k", b"x")
    }
    tally = sender.tally
    assert (tally.requests, tally.new, tally.known, tally.lost, tally.sent_away) == (4, 1, 0, 1, 2)


@pytest.mark.parametrize("fate", [Fate.CUT, Fate.UNHEARD])
def test_a_line_is_broken_on_purpose(site: str, fate: Fate) -> None:
    """Within the batch, or before the receipt is heard; then it is sent whole."""
    _Site.answers = [(200, RECEIPT, {}), (200, RECEIPT, {})]
    sender = Sender(site, "roof", "k")

    sender.send(Delivery("a.csv", b"x" * 100, fate=fate))

    assert _Site.seen[-1][2] == b"x" * 100
    assert (sender.tally.requests, sender.tally.lost, sender.tally.known) == (2, 1, 1)


def test_it_gives_up_where_nobody_answers(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its patience, with what it saw last; a broken line on purpose is none to it."""
    _Site.answers = [None] * 50
    with pytest.raises(Stopped, match=r"gave no receipt for 0\.05 s"):
        Sender(site, "roof", "k", patience=0.05).state()

    def refused(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(HTTPConnection, "connect", refused)
    nobody = Sender(site, "roof", "k", patience=0.01)
    with pytest.raises(Stopped):
        nobody.send(Delivery("a.csv", b"x", fate=Fate.CUT))
    assert nobody.tally.lost > 1


@pytest.mark.parametrize(
    ("status", "said", "kind", "code"),
    [
        (401, {"message": "no"}, NotAllowed, "wrong-key"),
        (
            422,
            {
                "code": "c",
                "message": "m",
                "findings": [{"rule": "r", "place": "p", "message": "m"}],
            },
            Malformed,
            "c",
        ),
        (404, {}, Malformed, "refused"),
    ],
)
def test_what_is_refused_is_not_sent_again(
    site: str, status: int, said: dict[str, Any], kind: type[Exception], code: str
) -> None:
    """With the words and findings of the site."""
    _Site.answers = [(status, json.dumps(said).encode() if said else b"<html>", {})]

    with pytest.raises(kind) as refusal:
        Sender(site, "roof", "k").send(Delivery("a.csv", b"x"))

    assert refusal.value.code == code  # type: ignore[attr-defined]  # a refusal of ours has one
    assert len(_Site.seen) == 1


@pytest.mark.parametrize("address", ["localhost:8000", "ftp://x", "http://"])
def test_where_the_site_is_has_a_form(address: str) -> None:
    """An address with its scheme."""
    with pytest.raises(Malformed, match=r"http://localhost:8000"):
        Sender(address, "roof", "k")


def test_a_site_behind_https_is_spoken_to_so() -> None:
    """By its scheme."""
    assert Sender("https://jcm.example", "roof", "k")._kind is HTTPSConnection
