"""Words of pages and papers, keyed by stems, one Fluent catalogue a language.

Also how days, months, numbers and ordinals are written. Not in: any sentence itself; those
stand in the catalogues.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from openjcm.measure.period import Period

LANGUAGES = ("en", "ja")
_SENTENCES_KEPT = 8192


class MissingWord(LookupError):
    """A catalogue lacks a key, or a value that the sentence needs."""


class Catalogue:
    """The catalogues ``en.ftl``, ``ja.ftl``, … of one folder."""

    def __init__(self, folder: Traversable | Path) -> None:
        self._folder = folder
        # A page says the same few words hundreds of times.
        self._said = lru_cache(maxsize=_SENTENCES_KEPT, typed=True)(self._formatted)

    def say(self, language: str, key: str, **values: str | int) -> str:
        """Return the words of ``key``, with ``values`` put in.

        Args:
            language: The name of a catalogue, ``en`` or ``ja``.
            key: A stem. A hyphen in a name of a value is written as an underscore here too.
            values: Text goes in as it is, whole numbers with thousands separators.

        Raises:
            MissingWord: there is no such language or key, or a value is missing.
        """
        return self._said(language, key, **values)

    def _formatted(self, language: str, key: str, **values: str | int) -> str:
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(key):
            raise MissingWord(f"the catalogue {language!r} has no {key!r}")
        message = bundle.get_message(key)
        if message.value is None:
            raise MissingWord(f"the catalogue {language!r} has {key!r} without words")
        text, errors = bundle.format_pattern(message.value, values)
        if errors:
            raise MissingWord(f"{key!r} in the catalogue {language!r}: {errors}")
        return str(text)

    def has(self, language: str, key: str) -> bool:
        """Whether ``say`` would find the key."""
        bundle = self._bundles.get(language)
        return bundle is not None and bool(bundle.has_message(key))

    def keys(self, language: str) -> frozenset[str]:
        """Return every key of a language, so that a test can compare the twins."""
        lines = self._text(language).splitlines()
        return frozenset(line.split(" = ")[0] for line in lines if line[:1].islower())

    @cached_property
    def _bundles(self) -> Mapping[str, FluentBundle]:
        return {language: self._bundle(language) for language in LANGUAGES}

    def _bundle(self, language: str) -> FluentBundle:
        bundle = FluentBundle([language], use_isolating=False)
        bundle.add_resource(FluentResource(self._text(language)))
        return bundle

    def _text(self, language: str) -> str:
        return (self._folder / f"{language}.ftl").read_text(encoding="utf-8")


PAPERS = Catalogue(files("openjcm.papers") / "words")


def say(language: str, key: str, **values: str | int) -> str:
    """Return words from the catalogue of the papers; see ``Catalogue.say``.

    >>> say("en", "total")
    'Total'
    """
    return PAPERS.say(language, key, **values)


def say_day(language: str, day: date) -> str:
    """Write a day as a sentence of a notice does.

    >>> say_day("en", date(2022, 3, 28)), say_day("ja", date(2022, 3, 28))
    ('28 March 2022', '2022年3月28日')
    """
    return _day(language, "day", day)


def say_period(language: str, period: Period) -> str:
    """Write a period, both ends counted.

    >>> say_period("en", Period(date(2017, 3, 1), date(2019, 7, 31)))
    '1 March 2017 – 31 July 2019'
    """
    return _period(language, "day", period)


def say_table_period(language: str, period: Period) -> str:
    """Write a period as the table of a notice does, in the ministry's form.

    >>> say_table_period("en", Period(date(2017, 3, 1), date(2019, 7, 31)))
    '01 Mar 2017 – 31 Jul 2019'
    """
    return _period(language, "table-day", period)


def say_projects(language: str, project_id: str) -> str:
    """Write the project numbers of a line; several of one amount are joined in its name.

    >>> say_projects("en", "PW002+PW003")
    'PW002, PW003'
    """
    return say(language, "list-comma").join(project_id.split("+"))


def say_number(_language: str, number: int) -> str:
    """Write a whole number of any size with thousands separators.

    >>> say_number("en", 17673), say_number("ja", -(10**9))
    ('17,673', '-1,000,000,000')
    """
    # By no catalogue and not as text of an int: both are of bounded length.
    return f"{Decimal(number):,f}"


def say_ordinal(language: str, number: int) -> str:
    """Write a place in a row: 1st, 2nd, 3rd, 11th, 21st; 第1回.

    >>> [say_ordinal("en", number) for number in (1, 2, 3, 11, 21)]
    ['1st', '2nd', '3rd', '11th', '21st']
    """
    form = Locale.parse(language).ordinal_form(number)
    return say(language, "ordinal", number=number, form=form)


def _period(language: str, key: str, period: Period) -> str:
    first, last = (_day(language, key, day) for day in (period.first, period.last))
    return say(language, "period", first=first, last=last)


def _day(language: str, key: str, day: date) -> str:
    return say(
        language,
        key,
        year=str(day.year),
        month=str(day.month),
        month_name=say(language, f"month-{day.month}"),
        month_short=say(language, f"month-short-{day.month}"),
        day=str(day.day),
        day_padded=f"{day.day:02}",
    )
