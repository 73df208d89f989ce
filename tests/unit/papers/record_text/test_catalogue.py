"""The catalogue in words: the list, the templates, an entry; all of it in Japanese too."""

from dataclasses import replace

import pytest

from openjcm.methodology.entries import all_entries, all_families
from openjcm.papers.record_text.catalogue import catalogue_text, entry_lines, templates_text
from openjcm.papers.recorded import japanese
from openjcm.views.catalogue import catalogue_entries, list_catalogue, list_templates


def test_the_list_says_how_many_can_be_worked() -> None:
    """Fifteen executable, none left to be written, 93 in all; the template is named in its row."""
    text = " ".join(catalogue_text(list_catalogue(), "en").split())

    assert "stands here (15)" in text
    assert "is not yet written (0)" in text
    assert "93 in all." in text
    assert "BD_AM001 01.0, 02.0 template Energy Saving by Introduction of High" in text
    assert "Centrifugal Chiller OJ_cop_ratio_ver1 BD_AM002 01.0 executable" in text


def test_an_empty_list_says_so() -> None:
    """No heading stands over nothing."""
    assert catalogue_text((), "en") == "None.\n"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Unofficial templates", "OJ_redd_plus_ver1", "named for later")),
        ("ja", ("非公式の代用様式", "OJ_redd_plus_ver1", "予定")),
    ],
)
def test_templates_are_headed_as_unofficial(language: str, words: tuple[str, ...]) -> None:
    """Whatever is made of one is no document of the scheme."""
    text = templates_text(list_templates(), language)

    assert text.startswith(words[0])
    assert all(word in text for word in words)


@pytest.mark.parametrize(("language", "word"), [("en", "not yet written"), ("ja", "未作成")])
def test_a_template_that_is_not_written_says_so(language: str, word: str) -> None:
    """All are written today but those for later; the next one may not be."""
    template = next(each for each in list_templates() if each.name.written)
    unwritten = replace(template, name=replace(template.name, written=False))

    assert word not in templates_text([template], language)
    assert word in templates_text([unwritten], language)


def test_an_entry_says_what_its_source_speaks_of() -> None:
    """TH_AM005 Ver3.0: relation and parameters, each with how it is known."""
    lines = entry_lines(catalogue_entries("TH_AM005")[2], "en")

    assert lines[0] == "TH_AM005_ver03.0"
    text = " ".join(" ".join(lines).split())
    assert "The source speaks of this version" in text
    assert (
        "RE sum(EC_PJ * COP_PJ / COP_RE) * EF [named in words by the source; the formula is ours]"
        in text
    )
    assert "COP of reference chiller i 1 [fixed beforehand, printed by the source]" in text


def test_an_inferred_entry_shows_no_relation() -> None:
    """Nothing that could be taken for the official formula."""
    lines = entry_lines(catalogue_entries("BD_AM001")[0], "en")

    assert not any(line.split()[:1] in (["RE"], ["PE"]) for line in lines)


def test_everything_that_the_catalogue_says_can_be_said_in_japanese() -> None:
    """Notes, relations, parameters, where values are expected from, families."""
    said = {each.says for each in all_families()}
    for entry in all_entries():
        stated = (entry.relation.reference, entry.relation.project)
        said |= {entry.says, *(each.says for each in stated if each)}
        said |= {each.says for each in (*entry.monitored, *entry.fixed)}
        said |= {each.expected_from for each in entry.fixed}

    assert not said - japanese().keys()
