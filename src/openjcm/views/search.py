"""Search of the public record; a rehearsal is never found."""

from dataclasses import dataclass
from datetime import date

from openjcm.measure.errors import Malformed
from openjcm.views.notice import Notice, NoticeLine
from openjcm.views.published import published_notices
from openjcm.views.reader import Reader

_LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: ``kind`` is project or decision; ``key`` is the notice's.

    The title of a decision is the host's name, and ``on`` the day of the decision.
    """

    kind: str
    key: str
    partnership: str
    title_en: str
    title_ja: str
    project_id: str = ""
    on: date | None = None


def search(reader: Reader, text: str) -> tuple[Hit, ...]:
    """Find projects and decisions by a word, a name or a number, letter case aside.

    Every word must be found; a reader who asks nothing finds nothing.

    Raises:
        Malformed: the text is too long to be a question, or holds what no text can.
    """
    if len(text) > _LONGEST_QUESTION or "\x00" in text:
        raise Malformed(
            f"search: ask with at most {_LONGEST_QUESTION} characters", code="query-too-long"
        )
    words = text.casefold().split()
    if not words:
        return ()
    notices = published_notices(reader)
    hits = [_decision(notice) for notice in notices if _has(words, _about(notice))]
    hits += [
        _project(notice, line)
        for notice in notices
        for line in notice.lines
        if _has(words, (line.project_id, line.title_en, line.title_ja))
    ]
    return tuple(hits)


def _about(notice: Notice) -> tuple[str, ...]:
    return (
        notice.key,
        notice.host.name_en,
        notice.host.name_ja,
        notice.host.iso2,
        notice.decided_on.isoformat(),
        *(line.project_id for line in notice.lines),
        *(line.title_en for line in notice.lines),
        *(line.title_ja for line in notice.lines),
    )


def _has(words: list[str], fields: tuple[str, ...]) -> bool:
    said = "\n".join(fields).casefold()
    return all(word in said for word in words)


def _decision(notice: Notice) -> Hit:
    return Hit(
        "decision",
        notice.key,
        notice.partnership,
        notice.host.name_en,
        notice.host.name_ja,
        on=notice.decided_on,
    )


def _project(notice: Notice, line: NoticeLine) -> Hit:
    return Hit(
        "project",
        notice.key,
        notice.partnership,
        line.title_en,
        line.title_ja,
        line.project_id,
    )
