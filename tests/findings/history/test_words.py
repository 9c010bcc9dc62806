"""Values in words."""

import pytest

from findings.history.words import ValueWords
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("finding", "text", "As printed.", "As printed."),
        ("finding", "text", "", ""),
        ("finding", "domain", None, ""),
        ("finding", "domain", "adoption", "Adoption"),
        ("finding", "kind", "summary", "Summary"),
        ("judgement", "grade", "good", "Good"),
        ("judgement", "absence", "not-judged", "Not judged"),
        ("report", "published", "2015-11", "November 2015"),
        ("finding", "domain", "weather", "weather"),
    ],
)
def test_a_value_is_written_as_people_write_it(kind, field, value, words):
    builders.grade()
    builders.domain("adoption")
    assert ValueWords().of(kind, field, value) == words


def test_reference_data_is_read_once(django_assert_num_queries):
    builders.domain("adoption")
    words = ValueWords()
    with django_assert_num_queries(1):
        assert {words.of("finding", "domain", "adoption") for _ in range(3)} == {"Adoption"}
