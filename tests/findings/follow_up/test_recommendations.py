"""What became of a recommendation: evidence, answers, and what later inspections say of the same domain."""

import pytest

from findings.follow_up.recommendations import follow
from findings.search.entries import index_report
from inspections.models.inspection_days import first_day
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def later_report(started: str = "2019-07-15", framework: str = "ilacs", **values):
    inspection = builders.inspection(framework, started=started, published=started, **values)
    return builders.report("ilacs", of=inspection)


def test_evidence_is_what_it_and_its_items_cite():
    report = builders.report(of=builders.inspection())
    first, second, other = (builders.finding(report, ref) for ref in ("19", "30", "31"))
    whole = builders.recommendation(report, "1")
    item = builders.recommendation(report, anchor="rec-1/1", parent=whole)
    for by, target in ((whole, second), (item, first), (item, second), (builders.recommendation(report, "2"), other)):
        builders.reference_to(by, target)
    assert [finding.ref for finding, _ in follow(whole).evidence] == ["30", "19"]
    assert [finding.ref for finding, _ in follow(item).evidence] == ["19", "30"]


def test_answers_come_directly_or_through_what_says_the_same():
    story = tell()
    priority = builders.recommendation(story.plan, "9", restates=story.recommendation)
    through = builders.action(story.plan, "3.1")
    builders.reference_to(through, priority)
    builders.reference_to(story.action, priority)
    found = {answer.label: answer.through for answer in follow(story.recommendation).answers}
    assert set(found) == {"Action 1.1", "Action 3.1"}
    assert found["Action 1.1"] is None, "what it names itself comes before what it names through another"
    assert found["Action 3.1"].url == priority.get_absolute_url()
    assert {answer.label for answer in follow(priority).answers} == {"Action 1.1", "Action 3.1"}
    assert not follow(story.unanswered).answers


def test_the_domain_follows_from_what_the_report_prints_and_never_supposed():
    report = builders.report(of=builders.inspection())
    adoption, leadership = builders.domain("adoption"), builders.domain("leadership")
    section = builders.section(report, "Adoption", domain=adoption)
    whole = builders.recommendation(report, "1", domain=leadership)
    cites = builders.recommendation(report, "4")
    for ref, domain in (("19", adoption), ("20", leadership), ("21", None)):
        builders.reference_to(cites, builders.finding(report, ref, domain=domain))

    def domains_and_source(recommendation):
        found = follow(recommendation)
        return [domain.code for domain in found.domains], found.domain_source.removeprefix("known from ")

    assert domains_and_source(whole) == (["leadership"], "its place in the report")
    assert domains_and_source(builders.recommendation(report, anchor="rec-1/1", parent=whole))[1] == (
        "the recommendation of which it is an item"
    )
    assert domains_and_source(builders.recommendation(report, "3", section=section)) == (
        ["adoption"],
        "the section in which it stands",
    )
    assert sorted(domains_and_source(cites)[0]) == ["adoption", "leadership"]
    assert domains_and_source(cites)[1] == "the paragraphs that it cites"
    assert domains_and_source(builders.recommendation(report, "5"))[0] == []


def test_later_reports_come_in_order_of_time_with_their_grades_of_the_same_domain():
    old = builders.inspection("jar", started="2006-05-01", published="2006-08-14")
    report = builders.report("jar", of=old)
    asked = builders.recommendation(
        report, "1", domain=builders.domain("staying-safe"), text="Strengthen supervision of practitioners."
    )
    sif, ilacs = later_report("2015-09-14", "sif"), later_report("2023-07-17")
    for later in (ilacs, sif):
        builders.judgement(later)
        builders.judgement(later, "care-leavers")
        builders.finding(later, "1", text="Supervision of practitioners is regular, strong and highly effective.")
    visit = builders.report("focused-visit", published="2019-02-28")
    builders.recommendation(visit, "2", text="The quality of supervision of practitioners.")
    index_report(report.pk)
    found = follow(asked).later
    assert [one.report for one in found] == [sif, visit, ilacs]
    assert [row.judgement.domain.code for row in found[0].judgements] == ["help-and-protection"]
    assert found[1].judgements == ()
    assert [said.label for said in found[1].records] == ["Recommendation 2"]
    assert [(said.label, said.by_person) for said in found[2].records] == [("Paragraph 1", False)]
    assert "supervision" in found[2].records[0].because


def test_only_what_the_public_sees_is_shown():
    asked = builders.recommendation(builders.report(of=builders.inspection()), "1", text="Supervise every team.")
    later = later_report()
    builders.finding(later, "1", text="Supervision of each team is strong and effective.")
    index_report(asked.report_id)
    assert len(follow(asked).later) == 1
    builders.show(later, "hidden")
    assert follow(asked).later == ()


def test_the_page_of_a_recommendation_shows_what_follows(client):
    story = tell()
    later = later_report()
    judgement = builders.judgement(later)
    builders.finding(later, "1", text="Words.")
    index_report(later.pk)
    page = html_of(client, story.recommendation.get_absolute_url())
    evidence, rest = page.split('id="evidence"')[1].split('id="answers"')
    answers, after = rest.split('id="later"')
    assert "every week" in evidence
    assert f'href="{story.action.get_absolute_url()}">Action 1.1</a>' in answers
    assert "March 2020" in answers
    assert "Help and protection" in after
    assert f'href="{judgement.get_absolute_url()}"' in after
    unanswered = html_of(client, story.unanswered.get_absolute_url())
    assert "No action answers it in" in unanswered
    assert 'id="later"' not in html_of(client, story.action.get_absolute_url())


def test_what_a_later_report_says_is_marked_as_suggested(client):
    recommendation = builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Offer return home interviews to missing children."
    )
    later = later_report()
    builders.finding(later, "7", text="Return home interviews of missing children are too often late and weak.")
    index_report(later.pk)
    page = html_of(client, recommendation.get_absolute_url())
    after = page.split('id="later"')[1]
    assert 'Still found</strong> <span class="govuk-tag kb-tag--plain">Suggested' in after
    assert "Both are about" in after
    assert "Decide the status" not in after


def test_what_a_meeting_is_asked_to_do_with_papers_says_that_nothing_is_compared(client):
    paper = builders.report("cabinet-report", published="2016-01-01")
    asked = builders.recommendation(paper, "1", text="Note the contents of this report.")
    real = builders.recommendation(paper, "2", text="Hold supervision each month.")
    assert not follow(asked).can_be_followed
    assert "so no later report is compared with it" in html_of(client, asked.get_absolute_url())
    assert "No report of a later inspection, visit or review of this authority is held" in html_of(
        client, real.get_absolute_url()
    )


def test_later_inspections_whose_reports_are_not_held_are_named(client):
    report = builders.report(of=builders.inspection())
    recommendation = builders.recommendation(report, "1", text="Offer return home interviews to missing children.")
    assert "known from other documents alone" not in html_of(client, recommendation.get_absolute_url())
    table = builders.report("outcomes-table", authority=report.authority, is_own=False, published="2024-06-01")
    for started in ("2012-05-08", "2023-05-08"):
        bare = builders.inspection("ilacs", started=started, is_reported_only=True)
        builders.statement(table, bare, is_own=False)
    assert [first_day(one) for one in follow(recommendation).not_held] == ["2023-05-08"]
    after = html_of(client, recommendation.get_absolute_url()).split('id="later"')[1]
    assert "No report of a later inspection, visit or review of this authority is held" in after
    assert "because their reports are not held: <a" in after
    assert "Wexcombe, ILACS, 8 May 2023</a>." in after
