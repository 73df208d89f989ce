"""A text as search sees it: words without case and accents, Japanese in pairs of letters."""

import re
from unicodedata import combining, normalize

# Han, kana and the marks that stand inside Japanese words, which has no spaces to part them.
_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# TH_AM001_ver01.0, MN-2018-11-06: an identifier is one word, however many parts it has.
_NAME = (
    r"(?<![a-z0-9])(?:[a-z0-9]+(?:_[a-z0-9]+(?:\.[0-9]+)?)+"
    r"|[a-z]{2}(?=[a-z-]*-[a-z]*[0-9])(?:-[a-z0-9]+)+)"
)
_WORD = re.compile(rf"{_NAME}|[{_JAPANESE}]+|[^\W_{_JAPANESE}]+")
_IS_NAME = re.compile(_NAME)
_IS_JAPANESE = re.compile(rf"[{_JAPANESE}]")
_PART = re.compile(r"[a-z0-9]+")
# 17,673 is found as 17673, and the other way round.
_SEPARATOR = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# 251 tCO2 asks for 251: amounts stand in the record without their unit.
_UNIT = re.compile(r"(?<=[0-9])\s*(?:t-?co2(?:eq?)?|tonnes?|tons?|t|トン)(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{3,}")


def words_of(*texts: str) -> frozenset[str]:
    """Return the words by which texts are found.

    >>> sorted(words_of("PV-diesel Café"))
    ['cafe', 'diesel', 'pv']
    >>> sorted(words_of("冷凍機"))
    ['冷凍', '凍機', '機']
    >>> sorted(words_of("TH_AM001"))
    ['am001', 'th', 'th_am001']
    """
    return frozenset(word for text in texts for run in _runs(text) for word in _indexed(run))


def asked_words(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of a question, each with whether it may go on.

    An amount and a year stand for themselves: 251 is no beginning of 2,519. The unit of an amount
    is left out.

    >>> asked_words("chill 冷凍機")
    (('chill', True), ('冷凍', False), ('凍機', False))
    """
    asked = _UNIT.sub("", normalize("NFKC", text))
    return tuple(word for run in _runs(asked) for word in _asked(run))


def _runs(text: str) -> list[str]:
    plain = normalize("NFKD", normalize("NFKC", text).casefold())
    # Japanese voicing marks are combining too, and belong to their letter.
    kept = "".join(
        each for i, each in enumerate(plain) if not combining(each) or _carries(plain[i - 1])
    )
    # One letter a class: NFC puts the voiced kana together again.
    return [run for part in normalize("NFC", kept).split() for run in _parted(part)]


def _carries(letter: str) -> bool:
    return bool(_IS_JAPANESE.match(letter))


def _parted(text: str) -> list[str]:
    return [found.group() for found in _WORD.finditer(_SEPARATOR.sub("", text))]


def _indexed(run: str) -> list[str]:
    if _IS_NAME.fullmatch(run):
        return [run, *_PART.findall(run)]
    if not _IS_JAPANESE.match(run):
        return [run]
    # The last letter alone too, so that a question of one letter finds it as a beginning.
    return [run[i : i + 2] for i in range(len(run))]


def _asked(run: str) -> list[tuple[str, bool]]:
    if not _IS_JAPANESE.match(run) or len(run) == 1:
        return [(run, not _NUMBER.fullmatch(run))]
    return [(run[i : i + 2], False) for i in range(len(run) - 1)]
