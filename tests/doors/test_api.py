"""The API: every question answered in its schema, every refusal with code and status."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote

import pytest

from openjcm.store import database
from told.asking import Answers
from told.questions import QUESTIONS as RECORD_QUESTIONS

if TYPE_CHECKING:
    from django.test import Client


GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
SERIAL = "REHEARSAL-JP-BD-BD002-2017-1-25"
QUESTIONS = {
    "measures": "measures",
    "notices": "notices",
    "notice": "notices/BD-2022-03-28",
    "walk": "notices/BD-2022-03-28/BD002/walk",
    "credit": f"credits/{SERIAL}",
    "rehearsals": "rehearsals",
    "rehearsal": "rehearsals/BD-R",
    "start": "",
    "facts": "facts?kind=goal",
    "fact": "facts/goal/FY2030",
    "methodology_template": "methodology-templates/OJ_chiller_ver1",
    **{question.operation: question.address for question in RECORD_QUESTIONS[::-1]},
}
# With a key of their intake; tests/doors/intakes asks them.
WITH_KEY = {"differences", "deliver_batch", "intake", "batches"}


def _document(client: "Client") -> dict[str, Any]:
    document: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for operation in methods.values():
            yield path, operation


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from _nodes(each)


def test_the_document_is_the_golden_one(client: "Client") -> None:
    """OpenAPI 3.1 as reviewed; ``OPENJCM_REWRITE_GOLDEN=1`` writes it anew."""
    document = _document(client)

    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if os.environ.get("OPENJCM_REWRITE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
    assert document["openapi"].startswith("3.1")


def test_a_process_makes_the_document_once(
    client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """It follows from the code alone: whoever asks later, for it or for the start, waits for none.

    What stands in it stays as it was made.
    """
    first, start = _document(client), client.get("/api/v1/").json()

    def made_again(**_: object) -> None:
        raise AssertionError("the document was made a second time")

    monkeypatch.setattr("ninja.main.get_schema", made_again)

    assert [_document(client), client.get("/api/v1/").json()] == [first, start]
    assert start["document"] == "/api/v1/openapi.json"


def test_every_question_is_described(client: "Client") -> None:
    """One operation a question, named as the question is."""
    named = {each["operationId"] for _, each in _operations(_document(client))}

    assert named == {*QUESTIONS, *WITH_KEY}


def test_only_readings_need_a_key(client: "Client") -> None:
    """Everything else is public and for reading: no key, and no method but GET."""
    document = _document(client)

    locked = {e["operationId"] for _, e in _operations(document) if e.get("security")}
    assert locked == WITH_KEY
    methods = {(path, verb) for path, each in document["paths"].items() for verb in each}
    assert {(path, verb) for path, verb in methods if verb != "get"} == {
        ("/api/v1/intakes/{name}/batches", "post")
    }
    [scheme] = document["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    batch = document["paths"]["/api/v1/intakes/{name}/batches"]["post"]
    assert set(batch["responses"]) == {
        *("200", "201", "401", "408", "409", "413", "415", "422", "503")
    }
    assert batch["requestBody"]["required"]
    assert "text/csv" in batch["requestBody"]["content"]
    assert "Retry-After" in batch["responses"]["503"]["headers"]


def test_every_answer_has_a_schema_and_every_field_a_type(client: "Client") -> None:
    """Nothing of an answer is left open: no field of any type, no object of any shape."""
    document = _document(client)

    for path, operation in _operations(document):
        for status, response in operation["responses"].items():
            if status == "304":
                assert "content" not in response
                continue
            schema = response["content"]["application/json"]["schema"]
            assert schema.keys() & {"$ref", "type"}, (path, status)
    shapes = document["components"]["schemas"]
    for name, schema in ((each, shapes[each]) for each in shapes if "enum" not in shapes[each]):
        assert schema["properties"].keys() == set(schema["required"]), name
        for field, said in schema["properties"].items():
            assert said.keys() & {"$ref", "type", "anyOf"}, (name, field)
    # What a fact says has the keys of its data file, which differ by kind.
    said = shapes["FactVersion"]["properties"]["says"]
    assert [node for node in _nodes(document) if node.get("additionalProperties") is True] == [said]


def test_everything_in_the_document_is_described(client: "Client") -> None:
    """Each operation, parameter, answer, header, schema and field says what it is."""
    document = _document(client)

    for path, operation in _operations(document):
        assert operation["description"], path
        assert operation["tags"], path
        for parameter in operation["parameters"]:
            assert parameter.get("description"), (path, parameter["name"])
        for status, response in operation["responses"].items():
            assert response["description"].endswith("."), (path, status)
            for name, header in response.get("headers", {}).items():
                assert header["description"], (path, name)
    for name, schema in document["components"]["schemas"].items():
        assert schema["description"], name
        for field, said in schema.get("properties", {}).items():
            assert said.get("description"), f"add {field} to api/fields.toml, for {name}"
    assert {tag["name"] for tag in document["tags"]} == {
        tag for _, operation in _operations(document) for tag in operation["tags"]
    }
    assert document["servers"]
    assert document["info"]["license"]["identifier"] == "Apache-2.0"
    assert "contact" not in document["info"]


def test_every_refusal_is_described(client: "Client") -> None:
    """Not found (or no key), unreadable and stopped look the same everywhere."""
    for path, operation in _operations(_document(client)):
        for status in ("401" if "security" in operation else "404", "422", "503"):
            schema = operation["responses"][status]["content"]["application/json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/Refusal"}, path


@pytest.mark.parametrize("path", QUESTIONS.values(), ids=QUESTIONS)
def test_every_question_is_answered(api: Answers, path: str) -> None:
    """A reader who asks rightly gets an answer."""
    address, _, asked = path.partition("?")

    assert api(address, **dict(parse_qsl(asked)))


def test_every_figure_comes_with_its_basis(api: Answers) -> None:
    """No amount of tonnes stands alone in any answer."""
    for path in QUESTIONS.values():
        address, _, asked = path.partition("?")
        for node in _nodes(api(address, **dict(parse_qsl(asked)))):
            # What a fact says is shown as its data file has it.
            if "amount" in node and "basis" in node:
                assert node["basis"], (path, node)
                assert (node["amount"] is None) == (node["basis"] == "undisclosed")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("notices/XX", 404, "no-notice"),
        ("notices/XX/BD002/walk", 404, "no-notice"),
        ("notices/BD-2022-03-28/BD009/walk", 404, "no-project"),
        ("credits/JP-BD-BD002-2017-1-25", 404, "no-credits"),
        ("credits/REHEARSAL-JP-BD-BD002-2017-1-99999999999999999999", 404, "no-credits"),
        (f"credits/{SERIAL}?partnership=BD", 404, "no-credits"),
        (f"credits/{SERIAL}?partnership=%00", 422, "question-unreadable"),
        ("credits/XX", 422, "serial-number-malformed"),
        ("credits/JP-BD-BD002-2017-25-1", 422, "serial-number-malformed"),
        ("rehearsals/BD", 404, "no-rehearsal"),
        ("search", 422, "request-unreadable"),
        (f"search?q={'x' * 201}", 422, "request-unreadable"),
        ("nothing-of-the-kind", 404, "no-address"),
        ("measures/of/all/things", 404, "no-address"),
    ],
)
def test_a_refusal_says_code_and_sentence(
    client: "Client", path: str, status: int, code: str
) -> None:
    """Status by kind, a stable code, a sentence, and no word of the inside."""
    response = client.get(f"/api/v1/{path}")

    said = json.loads(response.content)
    assert (response.status_code, said["code"]) == (status, code)
    assert said.keys() == {"code", "message", "findings"}
    assert said["message"]
    assert "Traceback" not in said["message"]


def test_an_unreadable_question_names_its_field(client: "Client") -> None:
    """Which field, and what is wrong with it."""
    said = client.get("/api/v1/search").json()

    assert said["message"] == "q: Field required"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", QUESTIONS.values(), ids=QUESTIONS)
def test_nothing_can_be_changed(client: "Client", method: str, path: str) -> None:
    """Every address is for reading only."""
    response = getattr(client, method)(f"/api/v1/{path}")

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"
    said = response.json()
    assert (said["code"], said["findings"]) == ("method-not-allowed", [])
    assert method.upper() in said["message"]


@pytest.mark.parametrize("path", ["", "partners", "nowhere", "openapi.json"])
def test_a_page_of_anybody_may_ask(client: "Client", path: str) -> None:
    """Browsers let another site read every answer, a refusal too, and where the next page is."""
    response = client.get(f"/api/v1/{path}")

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Expose-Headers"] == "ETag, Link"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("page", ["", "open-data", "about"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_site_leads_to_the_api(client: "Client", language: str, page: str) -> None:
    """From the foot of every page, and with its description from two."""
    shown = client.get(f"/{language}/{page}").content.decode()

    assert 'href="/api/v1/"' in shown
    assert ('href="/api/v1/openapi.json"' in shown) is bool(page)


@pytest.mark.parametrize("path", QUESTIONS.values(), ids=QUESTIONS)
def test_the_head_alone_can_be_asked_for(client: "Client", path: str) -> None:
    """The same status and headers as with the answer, and no body."""
    whole = client.get(f"/api/v1/{path}")

    head = client.head(f"/api/v1/{path}")

    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(whole.content))
    assert head["Content-Type"] == whole["Content-Type"]


def test_a_record_that_does_not_answer_is_said_to_have_stopped(
    client: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The registry is away: 503 with a sentence, not a fault of ours."""
    away = database.Database("postgresql://nobody@/none?host=/nowhere", "", Path("nowhere"))
    database.close()
    monkeypatch.setattr(database, "_configured", [away])

    response = client.get("/api/v1/measures")

    assert response.status_code == 503
    assert response.json()["code"] == "database-stopped"


def test_words_in_japanese_are_found(client: "Client") -> None:
    """A question may be asked in either language."""
    hits = client.get(f"/api/v1/search?q={quote('ファスナー')}").json()["items"]

    assert [hit["key"] for hit in hits if hit["kind"] == "project"] == ["BD004"]
    assert re.search("ファスナー", hits[0]["title_ja"])
