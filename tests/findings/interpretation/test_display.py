"""Pages show interpretations by name, with the words that led to them until a person decided."""

import pytest
from django.urls import reverse

from findings.corrections.interpretations import decide
from findings.interpretation.display import interpretations_of, themes_by_name
from findings.models import Finding
from findings.search.entries import index_report
from tests import builders as build
from tests.markup import squeeze

pytestmark = pytest.mark.django_db
CASELOADS = "Caseloads are too high, and this is a weakness."


@pytest.fixture
def finding() -> Finding:
    row = build.finding(build.report(of=build.inspection()), "1", text=CASELOADS)
    index_report(row.report_id)
    row.refresh_from_db()
    return row


def test_a_suggestion_is_explained_by_the_words_that_led_to_it(finding):
    polarity, themes = interpretations_of(finding)
    assert (themes.field, themes.is_decided, [one.name for one in themes.values]) == ("themes", False, ["Caseloads"])
    assert all(words in CASELOADS for one in (*themes.values, *polarity.values) for words in one.because)
    assert [one.name for one in polarity.values] == ["Weakness"]


def test_a_theme_that_a_person_chose_has_no_words_that_led_to_it(finding, user):
    decide(finding, "themes", "workforce", "Read by a person.", user)
    _, themes = interpretations_of(finding)
    assert (themes.is_decided, [(one.code, one.because) for one in themes.values]) == (True, [("workforce", ())])


def test_records_that_are_not_interpreted_show_nothing(finding):
    assert interpretations_of(build.section(finding.report)) == ()
    assert interpretations_of(build.finding(finding.report, "2")) == ()


def test_lists_name_themes_without_loading_suggestions(finding, django_assert_num_queries):
    row = Finding.objects.defer("suggested").get()
    with django_assert_num_queries(0):
        assert [one.name for one in themes_by_name(row)] == ["Caseloads"]


def test_the_page_of_a_record_marks_what_is_suggested_and_what_is_decided(client, finding, user):
    decide(finding, "themes", "workforce", "Read by a person.", user)
    shown = squeeze(client.get(finding.get_absolute_url()).content.decode())
    assert "Decided by a person" in shown
    assert "no person has confirmed it" in shown
    listed = squeeze(client.get(reverse("findings")).content.decode())
    assert "Weakness (suggested)" in listed
    assert "(themes suggested)" not in listed
