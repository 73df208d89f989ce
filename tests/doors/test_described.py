"""The API keeps to its own document, asked with what the document allows and what it forbids.

Schemathesis makes the questions and checks each answer: no fault of ours, no status, header,
content type or shape that is not described, nothing forbidden answered, nothing allowed refused.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from told.metering.arriving import opened

if TYPE_CHECKING:
    from django.test import Client
    from schemathesis.schemas import BaseSchema

EXAMPLES = 12
_DOCUMENT = json.loads(
    (Path(__file__).parent / "golden" / "openapi.json").read_text(encoding="utf-8")
)
OPERATIONS = {
    operation["operationId"]: (path, verb.upper(), operation["parameters"])
    for path, methods in _DOCUMENT["paths"].items()
    for verb, operation in methods.items()
}
INTAKE = "described"
ASKED = [
    name
    for name, (_, _, parameters) in OPERATIONS.items()
    if any(each["in"] == "query" for each in parameters)
]
# How a serial number is written is an edition's to say, so the document cannot.
# Nor can it say what a reading is: a batch of any bytes is refused, and its refusal is described.
LEFT_OUT: dict[str, list[Any]] = {
    "credit": [positive_data_acceptance],
    "deliver_batch": [positive_data_acceptance],
}
# The same examples each time, and few: this is a part of every run.
BOUNDED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    """Keep the schema once it was read."""
    return {}


@pytest.fixture
def described(client: "Client", kept: dict[str, Any]) -> "BaseSchema":
    """Give the API by its document, asked in this process."""
    assert client
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - after the settings

    if not kept:
        kept["schema"] = schemathesis.openapi.from_wsgi(
            "/api/v1/openapi.json", get_wsgi_application()
        )
    schema: BaseSchema = kept["schema"]
    return schema


@pytest.fixture
def key(client: "Client", kept: dict[str, Any]) -> str:
    """Open an intake once, and give its key."""
    assert client
    if "key" not in kept:
        kept["key"] = opened(INTAKE)
    key: str = kept["key"]
    return key


def _ask(described: "BaseSchema", name: str, mode: GenerationMode, key: str) -> int:
    asked = 0
    path, verb, _ = OPERATIONS[name]
    operation = described[path][verb]
    with_key = {"Authorization": f"Bearer {key}"} if "/intakes/" in path else None

    @BOUNDED
    @given(operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case[Any]) -> None:
        nonlocal asked
        if mode is GenerationMode.POSITIVE and case.query:
            # Which cursors there are, only a page says.
            case.query.pop("cursor", None)
        if with_key:
            case.path_parameters["name"] = INTAKE
        case.call_and_validate(headers=with_key, excluded_checks=LEFT_OUT.get(name, []))
        asked += 1

    ask()
    return asked


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_allowed_is_answered_as_described(
    described: "BaseSchema", name: str, key: str
) -> None:
    """Any question within the document."""
    assert _ask(described, name, GenerationMode.POSITIVE, key) > 0


@pytest.mark.parametrize("name", ASKED)
def test_what_is_forbidden_is_refused_as_described(
    described: "BaseSchema", name: str, key: str
) -> None:
    """Values of another type, out of range, unknown, or missing."""
    assert _ask(described, name, GenerationMode.NEGATIVE, key) > 0
