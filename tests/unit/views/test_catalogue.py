"""The catalogue as doors ask for it. Expected values: counted by hand in the table of the issue."""

from openjcm.views.catalogue import (
    catalogue_entries,
    catalogue_row,
    list_catalogue,
    list_templates,
)


def test_the_list_has_the_approved_numbers() -> None:
    """93, and 95 with the two proposals."""
    assert len(list_catalogue()) == 93
    assert [row.number for row in list_catalogue(proposed=True) if row.status == "proposed"] == [
        *("KE_PM003", "TN_PM001")
    ]


def test_the_list_can_be_of_a_country_a_family_or_what_is_executable() -> None:
    """Three of Bangladesh, five chillers and one by two given COPs, fifteen that can be worked."""
    assert [row.number for row in list_catalogue("BD")] == ["BD_AM001", "BD_AM002", "BD_AM003"]
    assert [row.number for row in list_catalogue(family="OJ_chiller_ver1")] == [
        *("CR_AM002", "ID_AM002", "KH_AM003", "TH_AM003", "TH_AM005")
    ]
    assert [row.number for row in list_catalogue(family="OJ_cop_ratio_ver1")] == ["BD_AM001"]
    assert [row.number for row in list_catalogue(executable=True)] == [
        *("BD_AM002", "ET_AM002", "ID_AM004", "ID_AM020", "ID_AM022", "KE_AM002", "MM_AM002"),
        *(
            "MV_AM001",
            "PH_AM001",
            "SA_AM001",
            "TH_AM001",
            "TH_AM005",
            "TH_AM009",
            "TH_AM016",
            "VN_AM007",
        ),
    ]


def test_the_best_version_speaks_for_a_number() -> None:
    """TH_AM001: its first version is stated, the later ones are not."""
    row = catalogue_row("TH_AM001")

    assert row
    assert [each.standing for each in row.versions] == ["executable", "template", "template"]
    assert row.standing == "executable"
    assert row.executable


def test_templates_name_the_numbers_of_their_family() -> None:
    """Every number stands under one template."""
    templates = list_templates()

    named = [number for each in templates for number in each.numbers]
    assert len(named) == len(set(named)) == 95
    assert {each.name.heading for each in templates} == {"Unofficial template"}


def test_an_inferred_entry_has_no_formulas() -> None:
    """What is expected of it is said, each with where it is expected from."""
    (entry,) = catalogue_entries("LA_AM003")

    assert (entry.reference, entry.project) == (None, None)
    assert entry.fixed[0].expected_from == "the adopted document or its additional information"
    assert entry.monitored[0].expected_from == ""
    assert catalogue_entries("XX_AM001") == ()
    assert catalogue_row("XX_AM001") is None
