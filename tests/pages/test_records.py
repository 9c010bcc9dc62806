"""Reports, records, plans and documents show what stands where, what cites what, and what is in doubt."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.labels import label_of
from inspections.admin_site import desk_url
from inspections.models import ReportSource
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_a_retired_report_is_gone_but_shown(client):
    report = builders.report(of=builders.inspection(), retired_at=timezone.now())
    assert "no longer in the reading" in html_of(client, report.get_absolute_url(), status=410)


def test_a_report_of_no_known_authority_has_an_address(client):
    report = builders.report("agenda", authority=None)
    assert report.get_absolute_url().startswith("/reports/unknown/")
    assert "Could not be read" in html_of(client, report.get_absolute_url())


@pytest.mark.parametrize("anchor", ["annex/para-2", "rec-5/2", "para-19~2", "action-1.10"])
def test_every_form_of_anchor_is_an_address(client, anchor):
    report = builders.report(of=builders.inspection())
    paragraph = builders.finding(report, "2", anchor=anchor)
    assert "Paragraph 2" in html_of(client, paragraph.get_absolute_url()).replace("Annex, paragraph", "Paragraph")


def test_labels_name_what_is_printed():
    report = builders.report(of=builders.inspection())
    whole = builders.recommendation(report, anchor="rec-3")
    assert label_of(builders.finding(report, "19")) == "Paragraph 19"
    assert label_of(builders.finding(report, "2", anchor="annex/para-2")) == "Annex, paragraph 2"
    assert label_of(builders.finding(report, anchor="p4-12")) == "Unnumbered finding, page 4, item 12"
    assert label_of(builders.finding(report, anchor="s3-1", kind="summary")) == "Summary, section 3, item 1"
    assert label_of(whole) == "Recommendation 3"
    assert label_of(builders.recommendation(report, parent=whole, anchor="rec-3/2")) == "Recommendation 3, item 2"
    assert label_of(builders.action(report, "1.10")) == "Action 1.10"


def test_an_inspection_shows_both_places_of_a_conflict(client):
    story = tell()
    page = html_of(client, story.inspection.get_absolute_url())
    conflict = page.split("Where documents disagree</h2>")[1].split("</section>")[0]
    assert 'datetime="2015-09-14"' in conflict
    assert 'datetime="2015-06"' in conflict
    assert f'href="{story.report.get_absolute_url()}"' in conflict
    assert f'href="{story.plan.get_absolute_url()}"' in conflict


def test_documents_that_agree_about_the_preferred_value_share_it(client):
    story = tell()
    conflict = builders.conflict(story.inspection, story.report, story.plan, ("2015-11-27", "2016"), field="published")
    for value in ("2015-11-27", "2015-11"):
        other = builders.report("commissioner-report")
        conflict.sides.create(report=other, value=value, printed=f"in {value}", is_preferred=True)
    grades = builders.conflict(story.inspection, story.report, story.plan, ("2015", "2016"), field="grade")
    grades.sides.update(value="requires-improvement")
    page = html_of(client, story.inspection.get_absolute_url())
    boxes = page.split('<div class="kb-conflict">')[1:]
    first, published, grade = (
        next(box for box in boxes if f">{conflict.get_field_display()}</h3>" in box)
        for conflict in (story.inspection.conflicts.get(field=field) for field in ("started", "published", "grade"))
    )
    assert published.count(">Preferred<") == first.count(">Preferred<") == 1
    assert published.count('datetime="2015-11-27"') == 1
    assert "the same, as far as it is printed" in published.split('datetime="2015-11"')[1].split("</li>")[0]
    assert "the same" not in published.split('datetime="2016"')[1].split("</li>")[0]
    assert re.search(r"<strong>Requires improvement( to be good)?</strong>", grade)


def test_an_inspection_names_other_documents_and_its_neighbours(client):
    story = tell()
    page = html_of(client, story.inspection.get_absolute_url())
    assert f'href="{story.plan.get_absolute_url()}"' in page.split("Other documents about this inspection")[1]
    assert page.count('rel="prev"') == 1
    assert 'rel="next"' not in page


def test_what_is_no_plan_has_no_page_as_a_plan(client):
    story = tell()
    assert client.get(reverse("plan", args=[story.report.authority_slug, story.report.slug])).status_code == 404


def test_documents_show_reports_counts_licence_and_notices(client):
    story = tell()
    page = html_of(client, story.report.source.get_absolute_url())
    assert story.report.title in page
    assert "2 judgements" not in page, "judgements about other inspections count too"
    assert "5 judgements, 4 findings, 6 recommendations" in page
    assert "Contains public sector information licensed under the Open Government Licence v3.0." in page
    assert page.count("<code>missing-paragraphs</code>") == 2
    refused = html_of(client, story.refused.get_absolute_url())
    assert "Refused" in refused
    assert "not-text" in refused
    assert "This is a web page. Save the report itself." in refused
    assert "not-a-report.pdf" in html_of(client, reverse("documents"))


def test_another_form_of_a_report_is_named_as_such(client):
    report = builders.report(of=builders.inspection())
    text = builders.source(name="the-same.txt")
    ReportSource.objects.create(report=report, source=text, ordinal=1, role="other-form")
    assert "The same report in another form" in html_of(client, text.get_absolute_url())


def test_markup_in_a_document_is_text(client):
    report = builders.report(of=builders.inspection(), title="<script>alert(1)</script>")
    paragraph = builders.finding(report, "1", text="<b>bold</b> & <script>x</script>")
    for address in (report.get_absolute_url(), paragraph.get_absolute_url()):
        page = html_of(client, address)
        assert "<script>" not in page
        assert "<b>bold" not in page


def test_only_those_who_may_correct_are_led_to_the_editors_admin(client, admin_client):
    story = tell()
    address = story.paragraphs[0].get_absolute_url()
    edit_address = desk_url(story.paragraphs[0].report_id, record=story.paragraphs[0].anchor)
    assert edit_address not in html_of(client, address)
    assert edit_address in html_of(admin_client, address)
    client.force_login(builders.editor())
    assert edit_address not in html_of(client, address)


def test_a_document_shows_what_became_of_its_words(client):
    ledger = {"pages": 11, "words": 5214, "in_records": 5000, "furniture": 114, "left_out": 100}
    source = builders.source(ledger=ledger | {"kinds": {"running": 110, "label": 4}})
    page = html_of(client, source.get_absolute_url())
    assert "11 pages, 5,214 words: 5,000 in records, 114 furniture, 100 left out." in page
    assert "places of the words that were left out" in page
    rows = re.findall(r'scope="row"[^>]*>([^<]*)</th> ?<td[^>]*>([^<]*)<', page)
    assert [(kind[:7], words) for kind, words in rows] == [("Running", "110"), ("Titles ", "4")]


def test_a_document_of_which_no_word_could_be_read_shows_no_ledger(client):
    assert "What became of its words" not in html_of(client, builders.source().get_absolute_url())


def test_a_text_shows_its_words_without_pages(client):
    ledger = {"pages": None, "words": 1, "in_records": 1, "furniture": 0, "left_out": 0}
    page = html_of(client, builders.source(ledger=ledger).get_absolute_url())
    assert ">1 word: 1 in records, 0 furniture, 0 left out." in page
    assert "<caption" not in page
