"""What became of a recommendation: evidence, answers, and what later inspections say of the same domain."""

import pytest

from findings.follow_up.recommendations import COMPARED, SHOWN, follow, inspections_after, nearest
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


def test_later_inspections_speak_of_the_domain_of_today_in_order_of_their_dates():
    old = builders.inspection("jar", started="2006-05-01", published="2006-08-14")
    report = builders.report("jar", of=old)
    asked = builders.recommendation(
        report, "1", domain=builders.domain("staying-safe"), text="Strengthen supervision of practitioners."
    )
    sif, ilacs = later_report("2015-09-14", "sif"), later_report("2023-07-17")
    for later in (ilacs, sif):
        builders.judgement(later)
        builders.judgement(later, "adoption" if later is sif else "care-leavers")
        builders.recommendation(later, "8", domain=builders.domain(), text="Go on with it.")
        builders.finding(later, "1", domain=builders.domain(), text="Supervision of practitioners is rare.")
        builders.finding(later, "2", domain=builders.domain("leadership"), text="Supervision of practitioners is late.")
    builders.judgement(builders.report(of=builders.inspection(authority=builders.authority("Medway"))))
    earlier = later_report("2005-01-01")
    builders.judgement(earlier)
    found = follow(asked)
    assert [one.inspection.started for one in found.later] == ["2015-09-14", "2023-07-17"]
    for one in found.later:
        assert [row.judgement.domain.code for row in one.judgements] == ["help-and-protection"]
        assert [said.label for said in one.recommendations] == ["Recommendation 8"]
        assert [said.label for said in one.findings] == ["Paragraph 1"]
    assert (found.compared, found.chosen) == (2, 2)


def test_without_a_domain_only_paragraphs_are_looked_for():
    asked = builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Supervise every practitioner."
    )
    later = later_report()
    builders.judgement(later)
    builders.finding(later, "1", text="Practitioners are supervised.")
    (one,) = follow(asked).later
    assert (one.judgements, one.recommendations) == ((), ())
    assert [said.shared for said in one.findings] == [("practitioner", "supervise")]


def test_a_paper_without_a_date_has_nothing_after_it():
    later_report()
    paper = builders.report("cabinet-report", published="", year=None)
    assert inspections_after(builders.recommendation(paper, "1")) == {}


def test_paragraphs_that_share_rare_words_come_before_those_that_share_common_ones():
    report = builders.report(of=builders.inspection())
    common = [builders.finding(report, str(n), text="Managers and children meet.") for n in range(1, 30)]
    near = builders.finding(report, "30", text="Managers supervise practitioners in their thresholds.")
    said = nearest("Managers of children should supervise thresholds.", [*common, near])
    assert [(one.label, one.shared) for one in said] == [("Paragraph 30", ("supervise", "thresholds"))]
    many = [builders.finding(report, str(n), text="Thresholds supervised.") for n in range(40, 40 + SHOWN + 2)]
    assert len(nearest("Supervise thresholds", [*common, *common, *many])) == SHOWN
    assert COMPARED > SHOWN


def test_the_page_of_a_recommendation_shows_what_follows(client):
    story = tell()
    later = later_report()
    judgement = builders.judgement(later)
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


def test_a_recommendation_of_no_known_domain_says_so(client):
    recommendation = builders.recommendation(builders.report(of=builders.inspection()), "1")
    assert "does not tell to which domain" in html_of(client, recommendation.get_absolute_url())
