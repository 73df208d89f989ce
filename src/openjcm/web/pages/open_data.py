"""The public record as files: one row a project in a decision, each figure with its basis."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from openjcm import store
from openjcm.views import open_data as questions
from openjcm.web.rendering import page

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@require_safe
def about_the_data(request: HttpRequest, language: str) -> HttpResponse:
    """Say what the files hold and how each column is to be read."""
    return page(request, "open_data.html", columns=columns())


@require_safe
def decisions_csv(request: HttpRequest) -> HttpResponse:
    """Give the decisions as CSV in UTF-8 with a byte order mark, as spreadsheets want it."""
    rows = _plain(questions.decision_rows(store.reader()))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns())
    writer.writerows([guarded(row[name]) for name in columns()] for row in rows)
    response = HttpResponse(f"\ufeff{text.getvalue()}", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="decisions.csv"'
    return _open_to_all(response)


@require_safe
def decisions_json(request: HttpRequest) -> HttpResponse:
    """Give the decisions as JSON."""
    rows = _plain(questions.decision_rows(store.reader()))
    text = json.dumps({"decisions": rows}, ensure_ascii=False, indent=1)
    return _open_to_all(HttpResponse(f"{text}\n", content_type="application/json; charset=utf-8"))


def columns() -> tuple[str, ...]:
    """Return the names of the columns, in their order."""
    return tuple(field.name for field in fields(questions.DecisionRow))


def guarded(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded(144), guarded(None)
    ("'=1+1", '144', '')
    """
    text = "" if value is None else str(value)
    risky = isinstance(value, str) and text.lstrip(" ").startswith(_STARTS_A_FORMULA)
    return f"'{text}" if risky else text


def _plain(rows: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {name: _value(value) for name, value in asdict(row).items()}
        for row in rows
        if is_dataclass(row) and not isinstance(row, type)
    ]


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _open_to_all(response: HttpResponse) -> HttpResponse:
    # Data for anybody's page: the site's own answers stay same-origin.
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
