"""Batches over HTTP: receipts, refusals by status, and nothing without the key."""

import gzip
import json
import threading
from collections.abc import Callable
from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from openjcm.api import sending
from openjcm.intake import SEATS, Use, arriving, new_key, seats, withdraw_key
from openjcm.intake.door import bodies
from openjcm.intake.keys import digest_of
from openjcm.store import reader
from openjcm.store.database import close
from openjcm.store.intake_keys import SenderKey
from openjcm.store.intakes import batches, find_intake
from told.asking import Answers, Shell
from told.metering.arriving import batch, opened

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

Send = Callable[..., "HttpResponse"]


@pytest.fixture
def name(client: "Client") -> str:
    """Give a name that no intake has."""
    assert client
    return f"roof-{uuid4().hex[:8]}"


@pytest.fixture
def key(name: str) -> str:
    """Open an intake, and give its key."""
    return opened(name)


@pytest.fixture
def send(client: "Client", name: str, key: str) -> Send:
    """Give what sends a batch to the intake with its key."""

    def sends(content: bytes, query: str = "", **said: Any) -> "HttpResponse":  # noqa: ANN401 - as Django's client takes it
        asked = {"content_type": "text/csv", "headers": _bearer(key)} | said
        response: Any = client.generic(
            "POST", f"/api/v1/intakes/{name}/batches{query}", content, **asked
        )
        return response  # type: ignore[no-any-return]  # Django's client gives its own kind

    return sends


def _raw(client: "Client", name: str, key: str, source: object, length: str = "") -> Any:  # noqa: ANN401 - as above
    """Send what a server would hand over: a body of no said length ends where its input ends."""
    inside: dict[str, Any] = {"wsgi.input": source, "CONTENT_LENGTH": length}
    if not length:
        inside["wsgi.input_terminated"] = True
    path = f"/api/v1/intakes/{name}/batches"
    return client.generic("POST", path, headers=_bearer(key), **inside)


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _said(response: Any) -> dict[str, Any]:  # noqa: ANN401 - what Django's client gives
    said: dict[str, Any] = json.loads(response.content)
    return said


def test_a_batch_gets_a_receipt_and_the_same_one_when_it_is_sent_again(
    send: Send, name: str
) -> None:
    """201, then 200 with every word the same: a sender that lost the answer asks again."""
    content = batch("PV1", 0, 4)

    first, again = send(content, "?file=day%201.csv"), send(content, "?file=other.csv")

    assert (first.status_code, again.status_code) == (201, 200)
    receipt = _said(first)
    assert _said(again) == receipt
    assert receipt.pop("received_at").endswith("Z")
    assert receipt == {
        "intake": name,
        "number": 1,
        "sha256": sha256(content).hexdigest(),
        "name": "day 1.csv",
        "bytes": len(content),
        "readings": 5,
        "meters": 1,
        "first_at": "2023-12-31T18:00:00Z",
        "last_at": "2023-12-31T19:00:00Z",
        "read_as": ["cells separated by commas", "instants year-first, with offset"],
        "replaces": None,
        "sender": "logger",
        "basis": "illustrative",
    }
    assert first["Cache-Control"] == "no-store"
    assert not first.cookies


@pytest.mark.parametrize("wrong", ["none", "other", "withdrawn", "basic", "no-intake", "odd-name"])
def test_without_its_key_an_intake_cannot_be_told_from_none(
    client: "Client", name: str, key: str, wrong: str
) -> None:
    """The same 401 for no key, another one, a withdrawn one, and for a name that nobody took."""
    headers = {"none": {}, "basic": {"Authorization": f"Basic {key}"}}.get(wrong, _bearer(key))
    if wrong == "other":
        headers = _bearer(opened(f"{name}-other"))
    if wrong == "withdrawn":
        withdraw_key(name, digest_of(key).hex())
    asked = {"no-intake": "nobody-took-this", "odd-name": "%00"}.get(wrong, name)

    answers = [
        client.post(f"/api/v1/intakes/{asked}/batches", b"x", "text/csv", headers=headers),
        client.get(f"/api/v1/intakes/{asked}", headers=headers),
        client.get(f"/api/v1/intakes/{asked}/batches", headers=headers),
    ]

    assert [each.status_code for each in answers] == [401] * 3
    assert {each.content for each in answers} == {client.get(f"/api/v1/intakes/{name}").content}
    assert {each["WWW-Authenticate"] for each in answers} == {'Bearer realm="intake"'}
    assert _said(answers[0])["code"] == "wrong-key"


def test_a_key_withdrawn_leaves_the_others_good(send: Send, name: str, key: str) -> None:
    """Only who lost it is shut out."""
    withdrawn = withdraw_key(name, digest_of(key).hex()[:12])

    assert isinstance(withdrawn, SenderKey)
    assert send(batch("PV1", 0, 4)).status_code == 401
    other = new_key(name, "logger-2")
    assert send(batch("PV1", 0, 4), headers=_bearer(other)).status_code == 201


def test_the_key_of_a_phone_delivers_nothing(send: Send, name: str) -> None:
    """It stands in an address, so it is good for typing alone."""
    phone = new_key(name, "phone", Use.TYPE)

    assert send(batch("PV1", 0, 4), headers=_bearer(phone)).status_code == 401


def test_a_faulty_batch_is_refused_with_every_row(send: Send, name: str) -> None:
    """422 with what is wrong, where, and what to do; nothing of it is kept."""
    content = b"meter,read_at,kwh\nPV1,2024-01-09T00:00:00+06:00,abc\nPV9,2024-01-09T00:00:00Z,1\n"

    response = send(content, "?file=bad.csv")

    said = _said(response)
    assert (response.status_code, said["code"]) == (422, "readings-refused")
    assert [(each["rule"], each["place"]) for each in said["findings"]] == [
        ("not-a-number", "bad.csv row 2"),
        ("unknown-meter", "bad.csv row 3"),
    ]
    assert all(each["message"] for each in said["findings"])
    assert batches(reader(), name) == []


def test_a_reading_to_come_is_refused(send: Send) -> None:
    """A clock that is years ahead is set right first."""
    response = send(b"meter,read_at,kwh\nPV1,2999-01-09T00:00:00Z,1\n")

    assert response.status_code == 422
    assert _said(response)["findings"][0]["rule"] == "future-stamp"


def test_nothing_is_no_batch(send: Send) -> None:
    """An empty body, and a table of no reading, are refused."""
    codes = [_said(send(content))["code"] for content in (b"", b"meter,read_at,kwh\n")]

    assert codes == ["empty-batch", "readings-refused"]


@pytest.mark.parametrize(
    "form", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_form_is_no_batch(send: Send, form: str) -> None:
    """415 with the way that is right: curl says form unless it is told."""
    response = send(batch("PV1", 0, 4), content_type=form)

    assert response.status_code == 415
    assert "--data-binary" in _said(response)["message"]


@pytest.mark.parametrize("kind", ["application/gzip", "application/octet-stream", "text/plain"])
def test_any_other_content_type_is_taken(send: Send, kind: str) -> None:
    """What a file is is told by what it holds."""
    assert send(gzip.compress(batch("PV1", 0, 4)), content_type=kind).status_code == 201


def test_what_is_too_large_is_not_read(
    send: Send, monkeypatch: pytest.MonkeyPatch, client: "Client", name: str, key: str
) -> None:
    """413 by what it says of itself; without a length, as soon as it is more than may be."""
    monkeypatch.setattr(sending, "BATCH_MAX", 100)
    monkeypatch.setattr(bodies, "_PIECE", 64)
    said = send(b"x" * 101)
    endless = BytesIO(b"x" * 10_000)

    chunked = _raw(client, name, key, endless)

    assert (said.status_code, chunked.status_code) == (413, 413)
    assert _said(chunked)["code"] == "batch-too-large"
    assert endless.tell() < 300


def test_a_batch_in_chunks_is_taken(client: "Client", name: str, key: str) -> None:
    """A sender need not know the length beforehand."""
    response = _raw(client, name, key, BytesIO(batch("PV1", 0, 4)))

    assert response.status_code == 201


class _Lost(BytesIO):
    """A line that breaks, or falls silent, after some bytes."""

    def __init__(self, silent: threading.Event | None = None) -> None:
        super().__init__()
        self.silent = silent
        self.pieces = [b"meter,"]

    def read(self, _: int | None = -1) -> bytes:
        """Give one piece, then nothing more."""
        if self.pieces:
            return self.pieces.pop()
        if self.silent is None:
            raise OSError
        self.silent.wait()
        return b""


def test_a_line_that_is_lost_is_given_up(
    client: "Client", name: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """408 where it breaks, where it falls silent, and where it ends before its length."""
    monkeypatch.setattr(bodies, "SECONDS_IDLE", 0.05)
    end = threading.Event()

    answers = [_raw(client, name, key, each) for each in (_Lost(), _Lost(end))]
    end.set()
    short = _raw(client, name, key, BytesIO(b"meter"), length="9")

    assert [each.status_code for each in (*answers, short)] == [408] * 3
    assert _said(short)["code"] == "batch-cut-off"


def test_who_finds_no_seat_is_told_when_to_come_again(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 with seconds to wait, spread so that not all come back at once; nothing is kept."""
    monkeypatch.setattr(seats, "SECONDS_WAITED", 0.01)
    with ExitStack() as taken:
        for _ in range(2):
            taken.enter_context(SEATS.one())
        answers = [send(batch("PV1", 0, 4)) for _ in range(12)]

    assert {each.status_code for each in answers} == {503}
    assert {_said(each)["code"] for each in answers} == {"busy"}
    waits = {int(each["Retry-After"]) for each in answers}
    assert waits <= set(range(1, 11))
    assert len(waits) > 1
    assert send(batch("PV1", 0, 4)).status_code == 201


def test_too_many_lost_lines_turn_the_next_away(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each holds a thread until the system gives the line up; there are only so many."""
    monkeypatch.setattr(bodies, "_READING", threading.BoundedSemaphore(1))
    with bodies._READING:
        assert send(batch("PV1", 0, 4)).status_code == 503

    assert send(batch("PV1", 0, 4)).status_code == 201


def test_a_correction_names_what_it_replaces(send: Send, name: str) -> None:
    """It takes its place; what contradicts what arrived is 409 with what to do."""
    wrong, right, other = batch("PV1", 0, 4, step=9), batch("PV1", 0, 4), batch("PV1", 0, 3)
    first = _said(send(wrong))["sha256"]
    asked = f"?replaces={first}"

    corrected = send(right, asked)
    again = send(right, asked)
    answers = [send(other, asked), send(right), send(other, f"?replaces={'0' * 64}")]

    assert (corrected.status_code, again.status_code) == (201, 200)
    assert _said(corrected)["replaces"] == first
    assert [each.status_code for each in answers] == [409] * 3
    assert [_said(each)["code"] for each in answers] == [
        "a-batch-is-replaced-once",
        "batch-said-otherwise",
        "a-batch-replaces-one-that-came-before",
    ]
    assert [each.number for each in batches(reader(), name)] == [1, 2]
    assert send(other, "?replaces=x").status_code == 422


def test_how_an_intake_stands_is_seen_with_the_key(
    client: "Client", send: Send, name: str, key: str
) -> None:
    """Of each meter the last reading and how late it is; how much arrived; the batches in pages."""
    wrong = _said(send(batch("PV1", 0, 4, step=9)))["sha256"]
    send(batch("PV1", 0, 4), f"?replaces={wrong}")
    send(batch("PV1", 3, 8))

    state = client.get(f"/api/v1/intakes/{name}", headers=_bearer(key))
    path, listed = f"/api/v1/intakes/{name}/batches?limit=2", list[int]()
    while path:
        page = client.get(path, headers=_bearer(key))
        listed += [each["number"] for each in _said(page)["items"]]
        path = page.get("Link", "").partition(">")[0].lstrip("<")

    said = _said(state)
    assert state["Cache-Control"] == "no-store"
    assert (said["name"], said["project"], said["basis"]) == (name, "BD002", "illustrative")
    assert (said["batches"], said["replaced"]) == (3, 1)
    first, second = said["meters"]
    assert (first["readings"], first["last_at"]) == (9, "2023-12-31T20:00:00Z")
    assert first["expected"] == 366 * 96 + 1
    assert first["late_seconds"] > 0
    assert (second["readings"], second["last_at"]) == (0, None)
    assert listed == [3, 2, 1]
    assert _said(page)["total"] == 3
    odd = client.get(f"/api/v1/intakes/{name}/batches?cursor=WyJ4Il0", headers=_bearer(key))
    assert _said(odd)["items"] == []


def test_two_who_send_the_same_at_one_moment_have_one_batch(name: str, key: str) -> None:
    """Both get the receipt, one of them as new; the file is kept once and whole."""
    assert key
    content, results = batch("PV2", 0, 95), list[tuple[int, bool]]()
    together = threading.Barrier(2)

    def send_it() -> None:
        together.wait()
        arrived, is_new = arriving.deliver(
            find_intake(reader(), name), arriving.Sent(content, name="same.csv")
        )
        results.append((arrived.number, is_new))
        close()

    threads = [threading.Thread(target=send_it) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert sorted(results) == [(1, False), (1, True)]
    assert len(batches(reader(), name)) == 1


def test_nothing_of_an_intake_is_seen_in_public(
    client: "Client", api: Answers, shell: Shell, send: Send, name: str
) -> None:
    """No page, list, search, feed or open table names it, or what arrived there."""
    number = _said(send(batch("PV1", 0, 4)))["sha256"]
    pages = ("", "projects/BD002", "search?q=roof", "statistics", "open-data", "rehearsals/BD-R")
    shown = [client.get(f"/en/{page}").content.decode() for page in pages]
    shown += [json.dumps(api("search", q=name)), json.dumps(api("rehearsals/BD-R"))]
    shown.append(client.get("/en/feeds/decisions.atom").content.decode())
    shown.append(shell("search", "PV")[1])

    for text in shown:
        assert name not in text
        assert number[:12] not in text
        assert "PV system 1" not in text


def test_no_proof_of_a_form_is_asked_for(name: str, key: str) -> None:
    """A sender is no browser: the key is the proof, and there is no session."""
    from django.test import Client  # noqa: PLC0415 - after the settings

    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})

    response = strict.generic(
        "POST",
        f"/api/v1/intakes/{name}/batches",
        batch("PV1", 0, 4),
        "text/csv",
        headers=_bearer(key),
    )

    assert response.status_code == 201
    assert not response.cookies
