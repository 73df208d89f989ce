"""What a line of the log must not hold: the key of a private link."""

import logging
import re

_LINK = re.compile(r"(/intakes/[^/\s]+/)[^/\s?'\"\)]+")


class KeysLeftOut(logging.Filter):
    """Write a line without the keys in its addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Leave the keys out of a line; the line itself is always written."""
        said = record.getMessage()
        if "/intakes/" in said:
            record.msg, record.args = _LINK.sub(r"\1…", said), ()
        return True
