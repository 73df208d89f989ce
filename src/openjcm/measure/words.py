"""A text as search sees it: words without case and accents, Japanese in pairs of letters."""

import re
from unicodedata import combining, normalize

# Han, kana and the marks that stand inside Japanese words, which has no spaces to part them.
_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(rf"[{_JAPANESE}]+|[^\W_]+")
_IS_JAPANESE = re.compile(rf"[{_JAPANESE}]")


def words_of(*texts: str) -> frozenset[str]:
    """Return the words by which texts are found.

    >>> sorted(words_of("PV-diesel Café"))
    ['cafe', 'diesel', 'pv']
    >>> sorted(words_of("冷凍機"))
    ['冷凍', '凍機', '機']
    """
    return frozenset(word for text in texts for run in _runs(text) for word in _indexed(run))


def asked_words(text: str) -> tuple[tuple[str, bool], ...]:
    """Return the words of a question, each with whether it may go on.

    >>> asked_words("chill 冷凍機")
    (('chill', True), ('冷凍', False), ('凍機', False))
    """
    return tuple(word for run in _runs(text) for word in _asked(run))


def _runs(text: str) -> list[str]:
    plain = normalize("NFKD", normalize("NFKC", text).casefold())
    # Japanese voicing marks are combining too, and belong to their letter.
    kept = "".join(
        each for i, each in enumerate(plain) if not combining(each) or _carries(plain[i - 1])
    )
    # One letter a class: NFC puts the voiced kana together again.
    return [
        part
        for run in re.findall(r"\S+", normalize("NFC", kept))
        for part in _RUN.findall(run)
        for part in _parted(part)
    ]


def _carries(letter: str) -> bool:
    return bool(_IS_JAPANESE.match(letter))


def _parted(run: str) -> list[str]:
    return re.findall(rf"[{_JAPANESE}]+|[^{_JAPANESE}]+", run)


def _indexed(run: str) -> list[str]:
    if not _IS_JAPANESE.match(run):
        return [run]
    # The last letter alone too, so that a question of one letter finds it as a beginning.
    return [run[i : i + 2] for i in range(len(run))]


def _asked(run: str) -> list[tuple[str, bool]]:
    if not _IS_JAPANESE.match(run) or len(run) == 1:
        return [(run, True)]
    return [(run[i : i + 2], False) for i in range(len(run) - 1)]
