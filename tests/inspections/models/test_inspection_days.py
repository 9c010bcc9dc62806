"""Which of its dates stands for an inspection, in Python and in queries alike."""

import pytest

from inspections.models import Inspection
from inspections.models.inspection_days import counting_day, counting_day_at, first_day
from tests import builders

pytestmark = pytest.mark.django_db
STARTED, ENDED, PUBLISHED = "2015-09-14", "2015-10", "2015-11-27"


@pytest.mark.parametrize(
    ("dates", "first", "counting"),
    [
        ((STARTED, ENDED, PUBLISHED), STARTED, PUBLISHED),
        ((STARTED, ENDED, ""), STARTED, ENDED),
        (("", ENDED, PUBLISHED), ENDED, PUBLISHED),
        ((STARTED, "", ""), STARTED, STARTED),
        (("", "", PUBLISHED), PUBLISHED, PUBLISHED),
        (("", "", ""), "", ""),
    ],
)
def test_the_next_date_that_is_known_stands_for_an_inspection(dates, first, counting):
    names = ("started", "ended", "published")
    made = builders.inspection(**dict(zip(names, dates, strict=True)))
    assert (first_day(made), counting_day(made)) == (first, counting)
    assert Inspection.objects.values_list(counting_day_at(), flat=True).get() == counting
