"""What the form of a record shows."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from findings.admin.differences import ComparedPart, added, differences, removed
from findings.models import Finding
from inspections.models import Judgement, Report
from tests import builders as build
from tests.editors_admin import form_url
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_the_form_shows_what_was_read_beside_the_effective_value_with_the_difference_marked(
    editor: Client, finding: Finding
):
    build.correction(finding, "text", "Visits are late.\nPlans are clear.")
    page = squeeze(editor.get(form_url(finding)).content.decode())
    assert "Text, as read" in page
    assert "Text, effective value" in page
    assert '<del><span class="editors-label">[removed: </span>on time.' in page
    assert '<ins><span class="editors-label">[added: </span>late.' in page


def test_differences_are_marked_word_by_word_and_escaped():
    read, effective = differences("Plans <b> are clear.", "Plans are clear & short.")
    assert read == (
        ComparedPart("Plans ", False),
        ComparedPart("<b> ", True),
        ComparedPart("are ", False),
        ComparedPart("clear.", True),
    )
    assert "&lt;b&gt;" in removed(read)
    assert "<b>" not in removed(read) + added(effective)
    assert "&amp; short." in added(effective)


def test_texts_without_a_difference_and_without_words_read_so():
    assert differences("Same text.", "Same text.") == ((ComparedPart("Same text.", False),),) * 2
    read, effective = differences("", "New.")
    assert squeeze(removed(read)) == '<em class="editors-empty">nothing</em>'
    assert effective == (ComparedPart("New.", True),)


def test_the_form_shows_notices_provenance_and_the_public_page(editor: Client, finding: Finding):
    report = finding.report
    build.notice(report.source, report=report, anchor=finding.anchor, message="Look at the first line of page 2.")
    build.notice(report.source, report=report, anchor="para-99", message="About something else.")
    page = squeeze(editor.get(form_url(finding)).content.decode())
    assert "Look at the first line of page 2." in page
    assert "About something else." not in page
    for part in (form_url(report), form_url(report.source), "page 2", "para-14", finding.get_absolute_url()):
        assert part in page


def test_a_hidden_report_has_no_public_link(editor: Client, finding: Finding):
    Report.objects.filter(pk=finding.report_id).update(visibility="hidden")
    assert finding.get_absolute_url() not in squeeze(editor.get(form_url(finding)).content.decode())


def test_the_form_of_a_recommendation_shows_what_it_cites_and_what_answers_it(
    editor: Client, report: Report, finding: Finding
):
    recommendation = build.recommendation(report, "1")
    lost = build.reference_to(recommendation, ref="300")
    build.reference_to(recommendation, finding)
    plan = build.report("improvement-plan", authority=report.authority)
    action = build.action(plan, "1.4")
    build.reference_to(action, recommendation)
    page = squeeze(editor.get(form_url(recommendation)).content.decode())
    assert form_url(finding) in page
    assert form_url(action) in page
    assert lost.reason in page
    assert form_url(recommendation) in squeeze(editor.get(form_url(finding)).content.decode())
    assert form_url(recommendation) in squeeze(editor.get(form_url(action)).content.decode())


def test_the_form_of_a_judgement_shows_its_evidence(editor: Client, report: Report, finding: Finding):
    judgement = build.judgement(report, evidence=(finding,))
    assert form_url(finding) in squeeze(editor.get(form_url(judgement)).content.decode())


def test_a_form_takes_as_many_queries_for_much_evidence_as_for_little(editor: Client, report: Report):
    counts = []
    for domain, size in (("adoption", 2), ("leadership", 40)):
        paragraphs = tuple(build.finding(report, f"{domain}-{number}"[:20]) for number in range(size))
        judgement: Judgement = build.judgement(report, domain, evidence=paragraphs)
        editor.get(form_url(judgement))
        with CaptureQueriesContext(connection) as captured:
            editor.get(form_url(judgement))
        counts.append(len(captured))
    assert counts[0] == counts[1]
