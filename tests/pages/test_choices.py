"""Every number beside a choice is the number of rows that the choice leaves, on every list and in search."""

from collections.abc import Iterator

import pytest
from django.http import QueryDict

from findings.interpretation.themes import THEMES
from findings.search.entries import index_report
from findings.views.datasets import DATASETS
from inspections.lists.filterset import FacetedFilterSet
from tests import builders as build
from tests.pages.story import Story, tell

pytestmark = pytest.mark.django_db
TEXT = (
    "Caseloads are too high: 34% of social workers hold more than 25 cases, and supervision is irregular. "
    "Life-story work is good, and 80% of children have a plan."
)


@pytest.fixture
def story() -> Story:
    """The story, with paragraphs about several themes, several figures in one paragraph, and a later inspection."""
    told = tell()
    for started in ("2012-05-01", "2016-05-01", "2019-05-01"):
        report = build.report(of=build.inspection(started=started), published=f"{started[:4]}-08-01")
        for number in range(2):
            build.finding(report, str(number + 50), text=TEXT)
            build.recommendation(report, str(number + 50), text="Reduce caseloads, and hold supervision in time.")
        index_report(report.pk)
    return told


def numbered(filterset: FacetedFilterSet) -> Iterator[tuple[str, str, int]]:
    """The name, value and number of each choice that has a number."""
    for facet in filterset.facets:
        for choice in facet.choices:
            if choice.count is not None:
                yield facet.name, choice.value, choice.count


def test_a_choice_leaves_as_many_rows_as_it_says(story):
    asked, seen = 0, set()
    for dataset in DATASETS:
        for query in ("", f"authority={story.inspection.authority.slug}", "year=2016"):
            found = dataset.filterset(QueryDict(query))
            if found.problems:
                continue
            for name, value, number in numbered(found):
                if value in found.query.getlist(name):
                    continue
                chosen = found.query.copy()
                chosen.setlist(name, [value])
                left = dataset.pages(dataset.filterset(chosen), 50).count
                assert (dataset.name, query, name, value, left) == (dataset.name, query, name, value, number)
                asked += 1
                if name == "theme":
                    seen.add(dataset.name)
    assert asked > 400
    assert seen == {"search", "findings", "recommendations", "actions", "figures", "follow-through"}
    assert len(THEMES) == 31
