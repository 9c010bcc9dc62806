"""The numbers of the coverage lead to the lists behind them."""

import pytest

from inspections.lists.coverage import coverage_rows, with_coverage
from inspections.templatetags.coverage import coverage_numbers
from tests import builders

pytestmark = pytest.mark.either_database


@pytest.mark.django_db
def test_each_number_has_the_address_of_its_list():
    known = builders.inspection("sif", started="2015-09-14", is_reported_only=True)
    builders.statement(builders.report("cabinet-report"), known, is_own=False)
    (row,) = with_coverage(coverage_rows())
    numbers = coverage_numbers(row)
    assert [one.value for one in numbers] == [1, 0, 0, 1, 0, 0]
    assert numbers[0].what == "inspection", "one is not counted as many"
    assert numbers[0].address == "/inspections/?authority=wexcombe&framework=sif&year=2015"
    assert numbers[3].address.endswith("&held=mention")
    assert numbers[5].address == "/documents/?authority=wexcombe&notice=text-not-taken"
