"""What an address of the API asks for: everything that is wrong is named, nothing is ignored."""

import pytest
from django.http import QueryDict

from findings.api.parameters import MOST, USUAL, fields_asked, nothing_asked, rows_asked
from findings.api.problems import RefusedRequest
from findings.views.datasets import DATASETS

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
BY_NAME = {dataset.name: dataset for dataset in DATASETS}


def asked(query: str, name: str = "recommendations"):
    return rows_asked(BY_NAME[name], QueryDict(query))


def refused(query: str, name: str = "recommendations") -> str:
    with pytest.raises(RefusedRequest) as error:
        asked(query, name)
    return str(error.value.detail)


def test_without_parameters_all_fields_of_the_first_rows_are_asked_for():
    found = asked("")
    assert (found.size, found.keys, found.columns) == (USUAL, (), BY_NAME["recommendations"].columns)


@pytest.mark.parametrize("limit", [1, MOST])
def test_a_limit_may_be_from_one_to_the_most(limit):
    assert asked(f"limit={limit}").size == limit


@pytest.mark.parametrize("limit", ["0", str(MOST + 1), "-1", "1.5", "", "many", "²", "0000001"])
def test_another_limit_is_refused(limit):
    assert f"“{limit}” is not a limit. Give a whole number from 1 to {MOST}." in refused(f"limit={limit}")


def test_a_limit_that_is_given_twice_is_refused():
    assert refused("limit=1&limit=2") == "“limit” is given 2 times. Give it once."


@pytest.mark.parametrize("query", ["fields=text,la_name", "fields=la_name&fields=text", "fields=id, text ,la_name"])
def test_fields_are_chosen_with_commas_or_one_by_one(query):
    assert [column.name for column in asked(query).columns] == ["la_name", "text"]


def test_the_id_alone_can_be_asked_for():
    assert asked("fields=id").columns == ()


def test_a_field_can_be_chosen_by_its_former_name():
    assert [column.name for column in asked("fields=reading").columns] == ["value_source"]


def test_an_unknown_field_is_refused_with_those_that_exist():
    sentence = refused("fields=text,nonsense")
    assert sentence.startswith("There is no field called “nonsense”. The fields are: time_period, ")
    assert "paragraphs_cited" in sentence


def test_a_wrong_value_is_refused_with_the_sentence_of_the_page():
    shown = BY_NAME["recommendations"].filterset(QueryDict("year=abc")).problems
    assert refused("year=abc") == shown[0].message


@pytest.mark.parametrize(("name", "value"), [("page", "2"), ("columns", "text")])
def test_what_only_pages_and_files_understand_is_refused(name, value):
    assert refused(f"{name}={value}") == f"There is no parameter called “{name}” here. Remove it."


def test_an_unknown_filter_is_refused():
    assert "There is no filter called “nonsense”." in refused("nonsense=1")


def test_search_takes_words_and_an_order():
    assert asked("q=plans&sort=date&literally=yes", "search").size == USUAL
    assert "“best” is no order of the results." in refused("q=plans&sort=best", "search")


def test_everything_that_is_wrong_is_told_at_once():
    sentence = refused("year=abc&limit=0&cursor=x&fields=nonsense")
    assert all(word in sentence for word in ("abc", "“0”", "cursor", "nonsense"))


def test_a_single_record_takes_fields_alone():
    assert [column.name for column in fields_asked(BY_NAME["actions"], QueryDict("fields=text"))] == ["text"]
    with pytest.raises(RefusedRequest, match="There is no parameter called “year” here"):
        fields_asked(BY_NAME["actions"], QueryDict("year=2015"))


def test_an_address_without_parameters_refuses_any():
    nothing_asked(QueryDict(""))
    with pytest.raises(RefusedRequest, match="“year”"):
        nothing_asked(QueryDict("year=2015"))
