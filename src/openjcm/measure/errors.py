"""The errors of the scheme, in order of precedence.

SchemeError            code, message, what it is about
├─ Malformed      422 / exit 2   the request cannot be read: all bad fields at once
├─ NotFound       404 / exit 3   no such thing, or one that the asker may not see
├─ NotAllowed     403 / exit 4   this actor may not, ever or now
├─ RuleBroken     409 / exit 5   rule, edition, paragraph, finding
├─ Conflict       409 / exit 6   someone was faster, or the same id with other content
└─ Stopped        503 / exit 7   the registry cannot write now; nothing was half-done

Anything else is our own mistake (500 / exit 70).
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found: which rule, where, and what to do about it."""

    rule: str
    place: str
    message: str


class SchemeError(Exception):
    """The request was refused."""

    status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 70

    def __init__(
        self,
        message: str = "",
        *,
        code: str = "",
        about: str = "",
        findings: tuple[Finding, ...] = (),
    ) -> None:
        self.message = message or (type(self).__doc__ or "").strip()
        self.code = code or _stem(type(self).__name__)
        self.about = about
        self.findings = findings
        super().__init__(self.message)


class Malformed(SchemeError):
    """The request cannot be read."""

    status = 422
    exit_code = 2


class NotFound(SchemeError):
    """There is no such thing here."""

    status = 404
    exit_code = 3


class NotAllowed(SchemeError):
    """This person may not do that."""

    status = 403
    exit_code = 4


class RuleBroken(SchemeError):
    """A rule of the scheme does not hold."""

    status = 409
    exit_code = 5


class Conflict(SchemeError):
    """Someone was faster, or the same request id came with other content."""

    status = 409
    exit_code = 6


class Stopped(SchemeError):
    """The registry cannot write now."""

    status = 503
    exit_code = 7


def _stem(name: str) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
