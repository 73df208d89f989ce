"""What tables and columns of open data mean, one sentence each, in every language."""

from importlib.resources import files

from openjcm.papers.words import Catalogue

WORDS = Catalogue(files("openjcm.papers.exports") / "words")


def table_sentence(language: str, table: str) -> str:
    """Return what a table holds.

    Raises:
        MissingWord: the catalogue does not know the table.
    """
    return WORDS.say(language, f"table-{_stem(table)}")


def column_sentence(language: str, table: str, column: str) -> str:
    """Return what a column holds; a table may say it in words of its own.

    Raises:
        MissingWord: the catalogue does not know the column.
    """
    keys = (f"column-{_stem(table)}-{_stem(column)}", f"column-{_stem(column)}")
    known = next((key for key in keys if WORDS.has(language, key)), None)
    # The bases of amounts all mean the same, however many columns there are.
    any_basis = "column-any-basis" if column.endswith("_basis") else keys[-1]
    return WORDS.say(language, known or any_basis)


def unit_words(language: str, unit: str) -> str:
    """Return a unit as pages write it.

    Raises:
        MissingWord: the catalogue does not know the unit.
    """
    return WORDS.say(language, f"unit-{_stem(unit)}")


def _stem(name: str) -> str:
    return name.lower().replace("_", "-")
