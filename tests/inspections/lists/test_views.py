"""List pages: their pages and numbers, and what they say of a wrong filter."""

import pytest
from django.http import Http404

from inspections.lists.filtersets import AuthorityFilterSet
from inspections.lists.views import FilteredList
from inspections.models import Authority

pytestmark = pytest.mark.django_db


class Authorities(FilteredList):
    filterset_class = AuthorityFilterSet
    template_name = "unused.html"
    paginate_by = 10
    title = heading = "Authorities"
    url_name = "authorities"
    one, many = "authority", "authorities"

    def rows(self):
        return Authority.objects.order_by("name", "pk")

    def shown(self, rows):
        return rows.prefetch_related("predecessors")


def context(rf, query):
    response = Authorities.as_view()(rf.get(f"/?{query}"))
    return response.context_data  # type: ignore[attr-defined]


def test_a_page_holds_its_rows_in_order(rf):
    names = list(Authority.objects.order_by("name", "pk").values_list("name", flat=True))
    assert [row.name for row in context(rf, "")["object_list"]] == names[:10]
    assert [row.name for row in context(rf, "page=3")["object_list"]] == names[20:30]


def test_numbers_stand_around_the_page_that_is_shown(rf):
    found = context(rf, "page=5")
    last = found["paginator"].num_pages
    assert last > 8
    assert found["page_numbers"] == [1, "…", 4, 5, 6, "…", last]


def test_one_page_has_no_numbers(rf):
    Authority.objects.filter(region="London").exclude(slug__in=["camden", "greenwich"]).update(region="Elsewhere")
    found = context(rf, "region=London")
    assert [row.slug for row in found["object_list"]] == ["camden", "greenwich"]
    assert found["page_numbers"] == []


@pytest.mark.parametrize("page", ["0", "999", "-1", "two"])
def test_a_page_that_is_not_there_is_not_found(rf, page):
    with pytest.raises(Http404):
        Authorities.as_view()(rf.get(f"/?page={page}"))


@pytest.mark.parametrize("query", ["region=Atlantis", "colour=red"])
def test_with_a_wrong_filter_nothing_is_listed_and_the_page_says_why(rf, query):
    found = context(rf, query)
    assert list(found["object_list"]) == []
    assert found["problems"]


def test_files_have_the_name_of_the_address(rf):
    assert context(rf, "")["data"] == "authorities"
