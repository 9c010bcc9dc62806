"""Lists find words as search does, and say how they understood them."""

import pytest
from django.urls import reverse

from findings.search.entries import index_report
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists(client):
    report = builders.report("improvement-plan")
    builders.recommendation(report, "1", text="Review each child’s plan.")
    builders.action(report, "1.1", text="Meet weekly.", lead="Team manager")
    index_report(report.pk)

    def found(name: str, text: str):
        return client.get(reverse(name), {"text": text})

    return found


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("recommendations", "child's", 1),
        ("recommendations", "child’s", 1),
        ("recommendations", "revie*", 1),
        ("recommendations", "reviewed", 1),
        ("recommendations", "weekly", 0),
        ("recommendations", "drift OR plans", 1),
        ("actions", "weekly", 1),
        ("actions", "team managers", 1),
        ("actions", "weekly -manager", 0),
    ],
)
def test_words_find_what_search_finds(lists, name, text, number):
    assert lists(name, text).context["filterset"].total == number


def test_a_list_says_how_words_were_understood(lists):
    html = squeeze(lists("recommendations", "the LAC plan").content.decode())
    assert "Understood as: records with “lac” (or “children in care”" in html
    assert "“the” was left out" in html


def test_a_text_without_a_word_is_a_problem_and_is_kept(lists):
    html = squeeze(lists("actions", "( *").content.decode())
    assert "“( *” holds no word that can be searched for." in html
    assert 'value="( *"' in html
