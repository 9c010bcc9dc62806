"""Which rows of each list a report concerns that came."""

from collections.abc import Iterator

import pytest
from django.http import QueryDict

from findings.alerts import rows
from findings.alerts.changed import Changed
from findings.alerts.list_queries import list_query
from findings.alerts.rows import LIST_SOURCES, found_among, rows_concerned
from findings.models import Correction
from findings.search.entries import index_changed
from findings.views.datasets import DATASETS
from inspections.models import Report
from tests import builders
from tests.kept import kept
from tests.pages.story import Story, tell


@pytest.mark.django_db
class TestOverOneStory:
    @pytest.fixture(scope="class")
    @classmethod
    def story(cls, django_db_setup, django_db_blocker) -> Iterator[Story]:
        with kept(django_db_blocker, tell) as story:
            other = builders.report(of=builders.inspection(authority=builders.authority("Hambleford")))
            builders.finding(other, "1")
            index_changed([other.pk], Report.objects.none())
            yield story

    def test_every_list_but_search_says_how_it_is_tied(self):
        assert set(LIST_SOURCES) == {dataset.name for dataset in DATASETS} - {"search"}

    @pytest.mark.parametrize("name", [dataset.name for dataset in DATASETS if dataset.name != "follow-through"])
    def test_a_report_that_came_concerns_its_rows_in_every_list_and_no_others(self, story, name):
        wanted = list_query(name, QueryDict())
        reports = frozenset({story.report.pk, story.plan.pk})
        corrections = frozenset(Correction.objects.values_list("pk", flat=True))
        number, keys = found_among(name, wanted.found, Changed(reports, corrections=corrections))
        assert number == len(keys) > 0
        assert len(set(keys)) == number
        assert found_among(name, wanted.found, Changed(frozenset({0}))) == (0, [])

    def test_one_record_that_changed_concerns_itself_alone(self, story):
        paragraph = story.paragraphs[1]
        changed = Changed(
            records={"finding": frozenset({paragraph.pk})}, reports_of_records=frozenset({story.report.pk})
        )
        own = [("", paragraph.pk)]
        assert found_among("findings", list_query("findings", QueryDict()).found, changed) == (1, own)
        assert found_among("recommendations", list_query("recommendations", QueryDict()).found, changed) == (0, [])
        found = list_query("search", QueryDict("kind=finding")).found
        assert found_among("search", found, changed) == (1, [("finding", paragraph.pk)])
        assert found_among("search", found, changed) == (1, [("finding", paragraph.pk)]), "the search is as it was"

    @pytest.mark.either_database
    def test_of_many_rows_the_first_are_kept_and_all_are_counted(self, story, monkeypatch):
        monkeypatch.setattr(rows, "KEPT", 2)
        changed = Changed(frozenset({story.report.pk}))
        for name in ("findings", "search"):
            wanted = list_query(name, QueryDict())
            number, keys = found_among(name, wanted.found, changed)
            assert len(keys) == 2 < number
        assert rows_concerned("findings", list_query("findings", QueryDict()).dataset.queryset(), changed).count() > 2


@pytest.mark.django_db
def test_a_new_inspection_concerns_the_row_of_the_coverage_that_stands_for_its_group():
    first, second = (builders.inspection(started=f"2015-0{month}-14") for month in (3, 9))
    builders.statement(builders.report(of=first), first)
    new = builders.report(of=second)
    builders.statement(new, second)
    wanted = list_query("coverage", QueryDict())
    assert found_among("coverage", wanted.found, Changed(frozenset({new.pk}))) == (1, [("", first.pk)])
