"""The OpenAPI document: what ninja makes of the operations, and what it leaves unsaid."""

from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI, Schema
from ninja.openapi.schema import OpenAPISchema
from pydantic import Field

DESCRIPTION = """\
The public record of the Joint Crediting Mechanism: every figure with its basis, every fact with
its source. All of it is for reading, without a key; only meter readings are taken in, and seen,
with one.

Measures of tonnes (expected, verified, notified, issued, used) stand side by side and are never
added. An amount that is not published is null with the basis `undisclosed`, never zero.
Published facts carry their source and its licence note; a rehearsal stands apart, under
/rehearsals and its own keys, and in no list, total or search of the public record.

Long answers come in pages: `items`, `total`, and `next`, the cursor of the page that follows,
which the header `Link` gives as an address too. Every answer carries an `ETag`; asked again with
`If-None-Match` it is 304 and empty for as long as the record says the same.

Readings that arrive at an intake are not public: whoever opened it gives each sender a key, which
goes with every request as `Authorization: Bearer KEY`. A sender repeats a batch until it has a
receipt: 201, or 200 where it had arrived before. After 503 it waits for `Retry-After` seconds,
after 408 or no answer for as long as it likes; what is refused with 409 or 422 is refused again
until it is corrected.
"""
INFO = {
    "summary": "The public record of the Joint Crediting Mechanism, every figure with its basis.",
    "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
}
TAGS = [
    {"name": "start", "description": "Which addresses there are."},
    {"name": "partner countries", "description": "Who signed with Japan, as of any day."},
    {"name": "projects", "description": "Projects of the public table."},
    {"name": "decisions", "description": "Published decisions on credits."},
    {"name": "notices", "description": "Notices of decisions, and the walk back from a line."},
    {"name": "methodologies", "description": "Methodologies, as far as they were published."},
    {"name": "figures", "description": "Measures, totals, goals, and shares against rules."},
    {"name": "facts", "description": "Each published fact with its versions and sources."},
    {"name": "search", "description": "Words, names and numbers in English and Japanese."},
    {"name": "rehearsals", "description": "Rehearsals and their credits, apart from all else."},
    {"name": "intakes", "description": "Meter readings that arrive in batches, with a key."},
]
_MEANS = {
    200: "The answer.",
    201: "The batch arrived and is kept; its receipt.",
    401: "No key, or none of this intake; the same where there is no such intake.",
    408: "The batch did not come whole in time; send it again.",
    409: "The batch contradicts what arrived; the sentence says how.",
    413: "The batch is larger than any may be; send it in smaller ones.",
    415: "The body is a form and not a file.",
    404: "There is no such thing in the record; the sentence says what was asked for.",
    422: "The question cannot be read; every faulty parameter is named.",
    503: "The record does not answer now; ask again.",
}
# Where an operation means something of its own.
_MEANS_HERE = {
    ("deliver_batch", 200): "The batch had arrived before; the receipt that it got then.",
    ("deliver_batch", 422): "The batch is refused, nothing of it is kept; every fault is named, "
    "with its row and what to do.",
    (
        "deliver_batch",
        503,
    ): "Others are being served, or the record does not answer; send it again.",
}
_TAG = {
    "description": "Names this very answer; send it back as If-None-Match.",
    "schema": {"type": "string"},
}
_CACHE = {
    "description": "no-cache: keep it, and ask again with If-None-Match before using it.",
    "schema": {"type": "string"},
}
_LINK = {
    "description": 'The address of the next page, rel="next"; absent on the last one.',
    "schema": {"type": "string"},
}
_RETRY = {
    "description": "Seconds after which it is worth to come again.",
    "schema": {"type": "integer"},
}
_KEY_ASKED = {
    "description": "The way in which a key is sent.",
    "schema": {"type": "string"},
}
_NO_STORE = {
    "description": "no-store: it is not public, and nobody is to keep it on the way.",
    "schema": {"type": "string"},
}
_KEY = "The key of a sender, made by openjcm intake open or new-key; it opens one intake."
_SAME = {"description": "The record says the same as in the answer whose ETag was sent."}


class Address(Schema):
    """An address of the API."""

    address: str = Field(description="The address; what stands in braces is to be filled in.")
    says: str = Field(description="What it answers.")


class Start(Schema):
    """What the API is, and its addresses."""

    title: str = Field(description="The name of the software.")
    version: str = Field(description="The version of the API.")
    document: str = Field(description="Where the OpenAPI document stands.")
    addresses: list[Address] = Field(description="Every address, in the order of the document.")


class DescribedApi(NinjaAPI):
    """An API whose document describes every answer, with the headers that it carries.

    The document follows from the code alone, so a process makes it once; nobody changes it.
    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - as ninja takes them
        super().__init__(**settings)
        self._documents: dict[str, OpenAPISchema] = {}

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the document, complete."""
        prefix = self.get_root_path(path_params or {}) if path_prefix is None else path_prefix
        if prefix not in self._documents:
            self._documents[prefix] = self._document(prefix)
        return self._documents[prefix]

    def _document(self, prefix: str) -> OpenAPISchema:
        document = super().get_openapi_schema(path_prefix=prefix)
        for scheme in document["components"]["securitySchemes"].values():
            scheme["description"] = _KEY
        for methods in document["paths"].values():
            for operation in methods.values():
                _describe(operation)
        # Parameters are written out in each operation; ninja lists their classes once more.
        shapes = document["components"]["schemas"]
        for name in [each for each in shapes if each.endswith("Question")]:
            del shapes[name]
        return document


def start_of(document: OpenAPISchema, address: str) -> Start:
    """Return the index that stands at the address where the API begins."""
    return Start(
        title=document["info"]["title"],
        version=document["info"]["version"],
        document=f"{address}openapi.json",
        addresses=[
            Address(address=path, says=operation["description"].partition("\n")[0])
            for path, methods in document["paths"].items()
            for operation in methods.values()
        ],
    )


def _describe(operation: dict[str, Any]) -> None:
    responses, name = operation["responses"], operation["operationId"]
    for status, response in responses.items():
        response["description"] = _MEANS_HERE.get((name, status), _MEANS[status])
    for parameter in operation["parameters"]:
        parameter["schema"] = _without_null(parameter["schema"])
    responses[503]["headers"] = {"Retry-After": _RETRY}
    if "security" in operation:
        headers = {"Cache-Control": _NO_STORE}
        responses[401]["headers"] = {"WWW-Authenticate": _KEY_ASKED}
        if HTTPStatus.CREATED in responses:
            responses[HTTPStatus.CREATED]["headers"] = headers
    else:
        headers = {"ETag": _TAG, "Cache-Control": _CACHE}
        responses[304] = _SAME
    if any(each["name"] == "cursor" for each in operation["parameters"]):
        headers = headers | {"Link": _LINK}
    responses[200]["headers"] = headers


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    # A parameter that is left out is absent; null cannot be written in an address.
    kept: list[dict[str, Any]] = [
        each for each in schema.get("anyOf", ()) if each != {"type": "null"}
    ]
    if len(kept) != 1:
        return schema
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    return kept[0] | rest
