"""A workbook as a file: the same on one day, byte by byte."""

import time
from datetime import date

from openjcm.measure.period import Period
from openjcm.papers.workbooks.asking import chosen, ordered, workbook

PERIOD = Period(date(2017, 1, 1), date(2017, 12, 31))
DAY = date(2026, 11, 27)


def test_a_workbook_of_one_day_is_the_same_byte_by_byte() -> None:
    """The second in which it is written is nowhere in it; one of another day is another."""
    order, worked = ordered(chosen("BD_AM002_ver01.0"), members={}, periods=(PERIOD,))
    first = workbook(order, worked, "en", made_on=DAY).content
    time.sleep(1.1)  # files tell time in whole seconds

    assert workbook(order, worked, "en", made_on=DAY).content == first
    assert workbook(order, worked, "en", made_on=date(2026, 11, 28)).content != first
