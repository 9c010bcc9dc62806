"""What shall be followed, from an address: made canonical, saved once, refused with a sentence."""

import pytest
from django.http import QueryDict

from findings.alerts.list_queries import NotFollowable, canonical, list_query, saved_search
from findings.alerts.models import SavedSearch, SearchCriterion
from findings.views.datasets import DATASETS
from tests import builders

pytestmark = pytest.mark.django_db


def test_what_chooses_no_rows_is_left_out_and_the_rest_is_sorted():
    asked = canonical(QueryDict("year=2015&page=3&theme=planning&theme=&columns=text&year=2013&year=2015&sort=date"))
    assert asked.urlencode() == "theme=planning&year=2013&year=2015"


def test_the_same_search_is_saved_once_with_a_criterion_for_each_value():
    builders.authority()
    first = saved_search(list_query("recommendations", QueryDict("year=2015&authority=wexcombe&page=2")))
    again = saved_search(list_query("recommendations", QueryDict("authority=wexcombe&year=2015")))
    assert first == again
    assert sorted(SearchCriterion.objects.values_list("name", "value")) == [("authority", "wexcombe"), ("year", "2015")]
    assert saved_search(list_query("findings", QueryDict("authority=wexcombe&year=2015"))) != first


@pytest.mark.either_database
def test_its_name_and_its_addresses_are_those_of_the_list():
    wanted = list_query("search", QueryDict("q=homes&theme=planning"))
    assert wanted.title.startswith("Search – “homes” – Theme")
    assert wanted.address == "/search/?q=homes&theme=planning"
    assert wanted.feed == "/search.atom?q=homes&theme=planning"


@pytest.mark.either_database
@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("secrets", "", "no list called “secrets”"),
        ("recommendations", "year=soon", "“soon” is not a choice of the filter"),
        ("recommendations", "colour=red", "no filter called “colour”"),
        ("matrix", "on=tomorrow", "“tomorrow” is not"),
        ("search", "q=%2A", "Nothing can be searched for"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_a_sentence(name, query, sentence):
    with pytest.raises(NotFollowable, match=sentence):
        list_query(name, QueryDict(query))
    assert not SavedSearch.objects.exists()


@pytest.mark.either_database
def test_every_list_can_be_followed():
    assert [list_query(dataset.name, QueryDict()).address for dataset in DATASETS]
