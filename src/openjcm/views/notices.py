"""Which notices there are: published ones in the list, any one by its key."""

from openjcm.measure.errors import NotFound
from openjcm.views.notice import Notice
from openjcm.views.published import published_notices
from openjcm.views.reader import Reader
from openjcm.views.record.decisions import find_decision
from openjcm.views.rehearsed import rehearsed_notices


def list_notices(reader: Reader) -> tuple[Notice, ...]:
    """Return the published notices, latest first; a rehearsal is never among them."""
    return published_notices(reader)


def find_notice(reader: Reader, key: str) -> Notice:
    """Return the notice of a decision, published or rehearsed.

    Raises:
        NotFound: no decision has that key.
    """
    for notice in (*published_notices(reader), *rehearsed_notices(reader)):
        if notice.key == key:
            return notice
    raise NotFound(_why_there_is_none(reader, key), code="no-notice", about=key)


def _why_there_is_none(reader: Reader, key: str) -> str:
    """Say whether the decision itself is known: without the day it was decided on."""
    try:
        find_decision(reader, key)
    except NotFound:
        return f"there is no notice {key!r}"
    return (
        f"there is no notice of {key}: the day on which it was decided is not published; "
        f"see the decision itself, decisions/{key}"
    )
