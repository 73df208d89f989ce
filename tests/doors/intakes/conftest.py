"""An intake of made-up meters, and a visitor who has its private link."""

import re
from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from told.intakes.phones import Phone, opened

if TYPE_CHECKING:
    from django.test import Client


@pytest.fixture
def phone(client: "Client") -> Phone:
    """Give a visitor the link of an intake of its own."""
    return Phone(client, *opened())


@pytest.fixture
def hidden() -> Callable[[str], dict[str, Any]]:
    """Return what a page would send again without being asked."""

    def found(page: str) -> dict[str, Any]:
        fields: dict[str, list[str]] = {}
        for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page):
            fields.setdefault(name, []).append(unescape(value))
        return {name: each if name == "held" else each[0] for name, each in fields.items()}

    return found


@pytest.fixture
def marks() -> Callable[[str], list[str]]:
    """Return the marks of the questions of a page."""
    return lambda page: re.findall(r'name="sure" value="([^"]+)"', page)
