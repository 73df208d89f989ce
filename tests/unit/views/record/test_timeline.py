"""The timeline of a project: by day, and on one day by the way of a tonne."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

from openjcm.views.reader import Reader
from openjcm.views.record.projects import find_project
from openjcm.views.record.timeline import timeline_of

WAY = ["registered", "monitoring", "decided", "announced", "issued", "issued"]


def test_what_happened_stands_earliest_first(public: Reader) -> None:
    """BD002: registered on 10 January 2018; monitored until July 2019, decided and announced."""
    found = timeline_of(find_project(public, "BD002"))

    assert [(each.stem, each.day) for each in found] == [
        ("registered", date(2018, 1, 10)),
        ("monitoring", date(2019, 7, 31)),
        ("decided", date(2022, 3, 28)),
        ("announced", date(2022, 3, 31)),
    ]
    assert found[1].before_registration


def test_one_day_follows_the_way_of_a_tonne(public: Reader) -> None:
    """Everything of MN003's first decision moved to one day: registered first, issued last."""
    project = find_project(public, "MN003")
    day = date(2018, 11, 6)
    first = next(each for each in project.decisions if each.key == "MN-2018-11-06")
    line = next(each for each in first.lines if each.projects == ("MN003",))
    assert line.period is not None
    sides = tuple(replace(side, issued_on=day) for side in line.sides)
    moved = replace(line, period=replace(line.period, last=day), sides=sides)
    decision = replace(first, lines=(moved,), decided_on=day, announced_on=day)
    row = replace(project.row, registered_on=day)

    found = timeline_of(replace(project, row=row, decisions=(decision,)))

    # Announced on the day of the decision is no moment of its own.
    assert [each.stem for each in found] == [each for each in WAY if each != "announced"]
    assert [each.side for each in found[-2:]] == ["JP", "MN"]


def test_an_issuance_stands_after_the_announcement_of_the_same_day(public: Reader) -> None:
    """Whatever comes first in the record; what has no day stands last."""
    project = find_project(public, "MN003")
    decision = deepcopy(next(each for each in project.decisions if each.key == "MN-2022-02-08"))
    day = date(2022, 2, 14)
    line = replace(
        decision.lines[0],
        sides=tuple(replace(each, issued_on=day) for each in decision.lines[0].sides),
    )
    announced = replace(decision, lines=(line,), announced_on=day)
    undated = replace(
        decision, lines=(replace(line, sides=()),), decided_on=None, announced_on=None
    )

    found = timeline_of(replace(project, decisions=(announced, undated)))

    assert [each.stem for each in found if each.day == day] == ["announced", "issued", "issued"]
    assert (found[-1].stem, found[-1].day) == ("decided", None)
