"""Which notices there are: published ones in the list, any one by its key."""

from openjcm.measure.errors import NotFound
from openjcm.views.notice import Notice
from openjcm.views.published import notices_of
from openjcm.views.reader import Reader
from openjcm.views.record.decisions import DecisionFilter, find_decision, list_decisions
from openjcm.views.record.pages import Page
from openjcm.views.rehearsed import rehearsed_notice


def list_notices(
    reader: Reader, *, cursor: str | None = None, limit: int | None = None
) -> Page[Notice]:
    """Return the published notices, latest first; a rehearsal is never among them.

    Raises:
        Malformed: the cursor is of no page, or the limit is out of range.
    """
    found = list_decisions(reader, DecisionFilter(dated=True), cursor=cursor, limit=limit)
    return Page(notices_of(reader, found.items), found.total, found.next)


def find_notice(reader: Reader, key: str) -> Notice:
    """Return the notice of a decision, published or rehearsed.

    Raises:
        NotFound: no decision has that key, or the day of it was never published.
    """
    notice = _published(reader, key) or rehearsed_notice(reader, key)
    if notice is None:
        raise NotFound(f"there is no notice {key!r}", code="no-notice", about=key)
    return notice


def _published(reader: Reader, key: str) -> Notice | None:
    try:
        decision = find_decision(reader, key)
    except NotFound:
        return None
    if decision.decided_on is None:
        raise NotFound(
            f"there is no notice of {key}: the day on which it was decided is not published; "
            f"see the decision itself, decisions/{key}",
            code="no-notice",
            about=key,
        )
    return notices_of(reader, [decision])[0]
