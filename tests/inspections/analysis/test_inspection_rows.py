"""Inspections as narrow rows."""

import pytest
from django.db.models import Q

from inspections.analysis.ground import Ground
from inspections.analysis.inspection_rows import inspection_rows
from tests import builders
from tests.inspections.analysis.told import overall

pytestmark = pytest.mark.django_db


def test_inspections_that_are_shown_come_the_newest_first():
    kent = builders.authority("Kent")
    overall(kent, "2015-09-14", "good", "sif")
    overall(kent, "2019-07-15", "good")
    builders.inspection("ilacs", authority=kent, started="2021-01-04")
    rows = inspection_rows(Ground())
    assert [(row.place.name, row.framework, row.year) for row in rows] == [
        ("Kent", "ilacs", "2019"),
        ("Kent", "sif", "2015"),
    ]
    assert [row.year for row in inspection_rows(Ground(), Q(framework__code="sif"))] == ["2015"]
    assert rows[0].get_absolute_url() == f"/inspections/kent/{rows[0].slug}/"
    assert rows[0].last_day == "2019-07-15"


def test_samples_count_only_where_there_is_nothing_else():
    overall(builders.authority(), "2015-09-14", "good", "sif")
    assert len(inspection_rows(Ground())) == 1
    overall(builders.authority("Kent"), "2019-07-15", "good")
    assert [row.place.name for row in inspection_rows(Ground())] == ["Kent"]
