"""Adding what the reading missed, and taking it back."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import Model
from django.test import Client

from findings.models import Action, Correction, Finding, Recommendation, Section
from findings.reports.records import read_record
from inspections.models import Judgement, Report
from tests import builders as build
from tests.editors_admin import errors_of, form_url, form_values, list_url, save
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def add(client: Client, model: type[Model], report: Report, **values: Any) -> None:
    """Send the form for a row that the reading missed."""
    url = f"{list_url(model)}add/?report={report.pk}"
    sent = form_values(
        client.get(url), **{"text": "It was missed.", "kind": "finding", "reason": "It was missed.", **values}
    )
    assert client.post(url, sent).status_code == 302


def test_a_finding_added_by_hand_stands_at_the_end_of_its_section(editor: Client, report: Report, finding: Finding):
    section = build.section(report, domain=build.domain())
    last = build.finding(report, "20", section=section)
    build.finding(report, "21")
    add(editor, Finding, report, section=section.pk, page="3")
    added = Finding.objects.get(text="It was missed.")
    assert (added.origin, added.anchor, added.orig) == ("hand", "hand-1", "It was missed.")
    assert (added.domain, added.page) == (section.domain, 3)
    assert list(Finding.objects.order_by("ordinal").values_list("ref", flat=True)) == ["14", last.ref, "", "21"]
    assert "by hand" in LogEntry.objects.latest("pk").get_change_message()


def test_a_finding_added_by_hand_stands_after_the_record_that_was_chosen(
    editor: Client, report: Report, finding: Finding
):
    build.finding(report, "20")
    add(editor, Finding, report, after=finding.anchor)
    assert list(Finding.objects.order_by("ordinal").values_list("ref", flat=True)) == ["14", "", "20"]


def test_a_page_that_does_not_exist_and_a_number_that_is_taken_are_told(
    editor: Client, report: Report, finding: Finding
):
    url = f"{list_url(Finding)}add/?report={report.pk}"
    sent = form_values(editor.get(url), text="It was missed.", kind="finding", ref="14", page="999", reason="So.")
    assert set(errors_of(editor.post(url, sent))) == {"page", "ref"}
    assert not Finding.objects.filter(origin="hand").exists()


def test_a_row_that_was_taken_back_says_so(editor: Client, report: Report):
    add(editor, Finding, report)
    added = Finding.objects.get(origin="hand")
    editor.post(list_url(Finding), {"action": "take_back", "_selected_action": [added.pk]})
    for page in (editor.get(form_url(added)), editor.get(added.get_absolute_url())):
        words = squeeze(page.content.decode())
        assert "by hand" in words
        assert "no longer in the reading" not in words
        assert "no longer has this record" not in words


def test_what_is_added_later_stands_later(editor: Client, report: Report, finding: Finding):
    for words in ("The first.", "The second.", "The third."):
        add(editor, Finding, report, text=words)
    added = Finding.objects.filter(origin="hand").order_by("ordinal")
    assert [row.text for row in added] == ["The first.", "The second.", "The third."]


def test_what_was_added_has_the_neighbours_of_its_place(editor: Client, report: Report, finding: Finding):
    section = build.section(report)
    before, after = build.finding(report, "20", section=section), build.finding(report, "21")
    add(editor, Finding, report, section=section.pk)
    page = read_record(Finding.objects.get(anchor="hand-1"))
    assert page.previous is not None
    assert page.following is not None
    assert (page.previous.url, page.following.url) == (before.get_absolute_url(), after.get_absolute_url())


def test_references_find_a_paragraph_that_was_added_and_lose_it_when_it_is_taken_back(editor: Client, report: Report):
    lost = build.reference_to(build.recommendation(report, "1"), ref="19")
    add(editor, Finding, report, ref="19")
    lost.refresh_from_db()
    added = Finding.objects.get(ref="19")
    assert (lost.target_finding, lost.reason) == (added, "")
    editor.post(list_url(Finding), {"action": "take_back", "_selected_action": [added.pk]})
    lost.refresh_from_db()
    assert (lost.target_finding, lost.reason) == (None, "There is no paragraph 19 in this report.")


def test_anchors_made_by_hand_are_unique_over_all_kinds_of_record(editor: Client, report: Report):
    for model in (Finding, Recommendation, Finding):
        add(editor, model, report)
    anchors = [
        *Finding.objects.values_list("anchor", flat=True),
        *Recommendation.objects.values_list("anchor", flat=True),
    ]
    assert sorted(anchors) == ["hand-1", "hand-2", "hand-3"]


def test_a_section_of_another_report_is_refused(editor: Client, report: Report):
    section = build.section(build.report("cabinet-report"))
    url = f"{list_url(Finding)}add/?report={report.pk}"
    values = form_values(editor.get(url), section=section.pk, text="It was missed.", kind="finding", reason="So.")
    assert "section" in errors_of(editor.post(url, values))


def test_rows_added_by_hand_can_be_corrected_and_taken_back_but_rows_read_cannot_be_taken_back(
    editor: Client, report: Report, finding: Finding
):
    added = build.finding(report, "", anchor="hand-1", origin="hand", text="It was missed.")
    save(editor, added, text="It was overlooked.", reason="Better words.")
    added.refresh_from_db()
    assert added.text == "It was overlooked."
    editor.post(list_url(Finding), {"action": "take_back", "_selected_action": [added.pk, finding.pk]})
    added.refresh_from_db()
    finding.refresh_from_db()
    assert added.retired_at is not None
    assert finding.retired_at is None


def test_a_row_is_added_to_a_report_that_was_chosen_before(editor: Client, report: Report):
    for query in ("", "?report=", "?report=0", "?report=first"):
        response = editor.get(f"{list_url(Finding)}add/{query}")
        assert (response.status_code, response["Location"]) == (302, list_url(Report))
    assert f"{list_url(Finding)}add/?report={report.pk}" in squeeze(editor.get(form_url(report)).content.decode())


def test_a_sub_item_is_added_under_a_recommendation_of_the_same_report(editor: Client, report: Report):
    parent = build.recommendation(report, "1")
    item = build.recommendation(report, "1/1", parent=parent)
    elsewhere = build.recommendation(build.report("cabinet-report"), "1")
    url = f"{list_url(Recommendation)}add/?report={report.pk}"
    for wrong in (item, elsewhere):
        values = form_values(editor.get(url), parent=wrong.pk, text="It was missed.", reason="So.")
        assert "parent" in errors_of(editor.post(url, values))
    editor.post(url, form_values(editor.get(url), parent=parent.pk, text="It was missed.", reason="So."))
    assert Recommendation.objects.get(text="It was missed.").parent == parent


def test_reports_and_corrections_are_not_added_in_their_lists_and_viewers_add_nothing(editor: Client, viewer: Client):
    for model in (Report, Correction):
        assert editor.get(f"{list_url(model)}add/").status_code == 403
    for kind in (Finding, Judgement):
        assert viewer.get(f"{list_url(kind)}add/").status_code == 403


def test_sections_actions_and_judgements_are_added_too(editor: Client, report: Report):
    section = build.section(report, "Care")
    for model, values in (
        (Section, {"heading": "Adoption", "level": "1", "after": section.anchor}),
        (Action, {"text": "Hire.", "section": section.pk, "due": "March 2020"}),
        (
            Judgement,
            {
                "domain": build.domain("adoption").pk,
                "domain_wording": "Adoption",
                "grade": build.grade("good").pk,
                "grade_wording": "Good",
            },
        ),
    ):
        url = f"{list_url(model)}add/?report={report.pk}"
        response = editor.post(url, form_values(editor.get(url), reason="It was missed.", **values))
        assert response.status_code == 302, errors_of(response)
        assert model.objects.get(origin="hand").read == {}
        assert url in squeeze(editor.get(form_url(report)).content.decode())
    added = Section.objects.get(origin="hand")
    assert (added.ordinal > Section.objects.get(pk=section.pk).ordinal, str(added)) == (True, "Adoption")
    assert Judgement.objects.preferred().get(origin="hand").inspection == report.inspection
    assert Action.objects.get().due_by is not None
    assert Correction.objects.filter(field="added", reason="It was missed.").count() == 3


def test_a_judgement_added_by_hand_has_either_a_grade_or_the_reason_for_none(editor: Client, report: Report):
    url = f"{list_url(Judgement)}add/?report={report.pk}"
    sent = {"domain": build.domain("adoption").pk, "domain_wording": "Adoption", "reason": "It was missed."}
    both = {"grade": build.grade("good").pk, "absence": "not-judged"}
    for wrong in ({}, both):
        assert "absence" in errors_of(editor.post(url, form_values(editor.get(url), **sent, **wrong)))
    elsewhere = {"grade": build.grade("good", "ilacs").pk}
    assert "grade" in errors_of(editor.post(url, form_values(editor.get(url), **sent, **elsewhere)))
