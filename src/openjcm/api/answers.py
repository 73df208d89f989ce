"""What every answer has in common: its refusals, its JSON, and the link to the next page."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja.renderers import JSONRenderer
from ninja.responses import NinjaJSONEncoder

from openjcm.api.schemas import Refusal
from openjcm.views.record.pages import Page

Item = TypeVar("Item")
REFUSALS: dict[int, Any] = {404: Refusal, 422: Refusal, 503: Refusal}


class _Encoder(NinjaJSONEncoder):
    """JSON as the shell prints it: instants to the microsecond, in UTC."""

    def default(self, o: Any) -> Any:  # noqa: ANN401 - anything in, a JSON value out
        if isinstance(o, datetime):
            return o.isoformat().replace("+00:00", "Z")
        return super().default(o)


class Renderer(JSONRenderer):
    """Write answers as JSON in UTF-8, letters as they are."""

    encoder_class: type[json.JSONEncoder] = _Encoder
    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 - declared so by its base


def paged(request: HttpRequest, response: HttpResponse, page: Page[Item]) -> Page[Item]:
    """Return a page, and say in a header where the next one is."""
    if page.next:
        asked = request.GET.dict() | {"cursor": page.next}
        response["Link"] = f'<{request.path}?{urlencode(asked)}>; rel="next"'
    return replace(page)
