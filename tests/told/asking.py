"""How tests of the doors ask: a command line, or a question that is answered in JSON."""

from typing import Any, Protocol

INTAKE_COMMANDS = (
    *("open", "list", "show", "batches", "summarise", "deliver"),
    *("keys", "new-key", "withdraw-key", "simulate", "link", "typed", "differences"),
)


class Shell(Protocol):
    """Run one command line in this process."""

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Return exit code, output, and what was said on standard error."""
        ...


class Answers(Protocol):
    """Ask a question of one door."""

    def __call__(self, *words: str, **query: str) -> Any:  # noqa: ANN401 - any answer
        """Return the answer as JSON values."""
        ...
