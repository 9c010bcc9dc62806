"""The reference data are in the tables after every migration, as the CSV files say."""

from typing import Any

import pytest
from django.core.management import call_command

from inspections.models import (
    Authority,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    FrameworkDomain,
    Grade,
    StatisticalNeighbour,
)
from inspections.reference import tables
from inspections.reference.sync import after_migrate, sync_reference

pytestmark = pytest.mark.django_db


def everything() -> list[list[tuple[Any, ...]]]:
    models = (Authority, StatisticalNeighbour, Framework, Domain, FrameworkDomain, DomainLineage, Grade, CrosswalkEntry)
    through = Authority.predecessors.through
    return [sorted(model._default_manager.values_list(), key=repr) for model in (*models, through)]


def test_every_fact_of_the_files_is_a_row():
    counts = [len(rows) for rows in everything()]
    facts = tables.authorities()
    assert counts == [
        len(facts),
        sum(len(authority.statistical_neighbours) for authority in facts),
        len(tables.frameworks()),
        len(tables.domains()),
        len(tables.framework_domains()),
        len(tables.lineage()),
        len(tables.grades()),
        len(tables.crosswalk()),
        sum(len(authority.predecessors) for authority in facts),
    ]


def test_facts_stand_where_they_belong():
    cumberland = Authority.objects.get(name="Cumberland")
    assert [authority.name for authority in cumberland.predecessors.all()] == ["Cumbria"]
    assert "westmorland-and-furness" in Authority.objects.get(name="Cumbria").successors.values_list("slug", flat=True)
    assert Authority.objects.get(slug="wexcombe").is_sample
    worst = Grade.objects.get(framework__code="jar", code="inadequate")
    assert (worst.rank, worst.number) == (4, 1)
    assert CrosswalkEntry.objects.get(version="2026-1", grade=worst).band == 4
    neighbours = Authority.objects.get(name="Medway").neighbour_links.values_list("rank", flat=True)
    assert list(neighbours) == list(range(1, 11))


def test_a_second_migration_changes_nothing():
    before = everything()
    call_command("migrate", verbosity=0)
    assert everything() == before


def test_a_row_that_was_changed_is_brought_back_and_keeps_its_key():
    medway = Authority.objects.get(name="Medway")
    Authority.objects.filter(pk=medway.pk).update(region="Elsewhere")
    Grade.objects.filter(framework__code="send").delete()
    sync_reference()
    assert Authority.objects.get(la_code="887") == medway
    assert Authority.objects.get(la_code="887").region == medway.region
    assert Grade.objects.filter(framework__code="send").count() == 3


def test_it_takes_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        sync_reference()


def test_another_database_is_left_alone(django_assert_num_queries):
    with django_assert_num_queries(0):
        after_migrate(using="archive")
