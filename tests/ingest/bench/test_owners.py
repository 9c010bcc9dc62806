"""Copies of what authorities have are given to the next ones, in the order of all."""

import pytest

from ingest.bench.owners import by_owner, marks_of, owners_of
from inspections.models import Authority
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def every():
    """Four authorities in order, and no others."""
    Authority.objects.all().delete()
    return [
        builders.authority(f"place-{n}", la_code=f"90{n}", region=f"Region {n}'s", is_sample=False) for n in range(4)
    ]


def test_the_next_authorities_follow_round_and_round(every):
    held = {every[0].pk, every[1].pk}
    assert [new for _, new in owners_of(held, 1).values()] == every[2:]
    assert [new for _, new in owners_of(held, 2).values()] == every[:2]


def test_columns_and_marks_tell_the_new_authority(every):
    first, second = every[0], every[1]
    owners = owners_of({first.pk}, 1)
    assert by_owner(owners, "pk") == f"CASE authority_id WHEN {first.pk} THEN {second.pk} END"
    assert by_owner(owners, "region") == f"CASE authority_id WHEN {first.pk} THEN 'Region 1''s' END"
    case = "CASE authority_id WHEN {} THEN '{}' END"
    assert marks_of(owners) == [
        (case.format(first.pk, f"=a{first.pk}"), case.format(first.pk, f"=a{second.pk}")),
        (case.format(first.pk, "=rregion0s"), case.format(first.pk, "=rregion1s")),
    ]


def test_without_authorities_no_mark_changes():
    assert marks_of({}) == []
