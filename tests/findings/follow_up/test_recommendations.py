"""What became of a recommendation, how far plans are, and the lists of what is late, missing or not answered."""

import re

import pytest
from django.urls import reverse

from findings.filtersets.actions import MOST_PLANS
from findings.follow_up.action_states import action_states
from findings.follow_up.progress import progress_of
from findings.follow_up.recommendations import COMPARED, SHOWN, follow, inspections_after, nearest
from findings.labels import plan_key
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def shown(client, address: str) -> list[str]:
    return [row.anchor for row in client.get(address).context["object_list"]]


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


def test_the_domain_is_told_by_what_the_report_prints_and_never_supposed():
    report = builders.report(of=builders.inspection())
    adoption, leadership = builders.domain("adoption"), builders.domain("leadership")
    section = builders.section(report, "Adoption", domain=adoption)
    whole = builders.recommendation(report, "1", domain=leadership)
    cites = builders.recommendation(report, "4")
    for ref, domain in (("19", adoption), ("20", leadership), ("21", None)):
        builders.reference_to(cites, builders.finding(report, ref, domain=domain))

    def told(recommendation):
        found = follow(recommendation)
        return [domain.code for domain in found.domains], found.told_by.removeprefix("told by ")

    assert told(whole) == (["leadership"], "its place in the report")
    assert told(builders.recommendation(report, anchor="rec-1/1", parent=whole))[1] == (
        "the recommendation of which it is an item"
    )
    assert told(builders.recommendation(report, "3", section=section)) == (
        ["adoption"],
        "the section in which it stands",
    )
    assert sorted(told(cites)[0]) == ["adoption", "leadership"]
    assert told(cites)[1] == "the paragraphs that it cites"
    assert told(builders.recommendation(report, "5"))[0] == []


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
    assert "No action answers it, of the improvement plans that were read." in unanswered
    assert 'id="later"' not in html_of(client, story.action.get_absolute_url())


def test_a_recommendation_of_no_known_domain_says_so(client):
    recommendation = builders.recommendation(builders.report(of=builders.inspection()), "1")
    assert "does not tell to which domain" in html_of(client, recommendation.get_absolute_url())


def test_actions_are_filtered_by_plan_priority_rating_and_state(client):
    story = tell()
    other = builders.report("improvement-plan", authority=builders.authority("Medway"), slug=story.plan.slug)
    late = builders.action(other, "7.1", rag="Amber", lead="")
    unclear = builders.action(other, "10.1", due="Ongoing")
    builders.reference_to(unclear, story.recommendation)
    whole = reverse("actions")
    assert shown(client, f"{whole}?plan={plan_key(other)}") == [late.anchor, unclear.anchor]
    assert shown(client, f"{whole}?plan={plan_key(story.plan)}&priority=2") == ["action-2.1"]
    assert shown(client, f"{whole}?rag=Amber") == [late.anchor]
    assert shown(client, f"{whole}?authority=medway&state=overdue") == [late.anchor]
    assert shown(client, f"{whole}?state=unreadable-date") == [unclear.anchor]
    assert shown(client, f"{whole}?state=no-owner&state=unreadable-date") == [late.anchor, unclear.anchor]
    assert sorted(shown(client, f"{whole}?state=no-recommendation")) == ["action-2.1", late.anchor]
    assert shown(client, f"{whole}?state=no-date") == []
    facets = {facet.name: facet for facet in client.get(f"{whole}?plan={plan_key(other)}").context["filterset"].facets}
    assert [choice.value for choice in facets["priority"].choices] == ["7", "10"]
    assert {choice.value: choice.count for choice in facets["state"].choices} == {
        "overdue": 1, "unreadable-date": 1, "no-owner": 1, "no-measure": 2, "no-recommendation": 1,
    }  # fmt: skip
    assert client.get(f"{whole}?state=nonsense").context["problems"]
    assert client.get(f"{whole}?plan=medway/nonsense").context["problems"]


def test_where_there_are_many_plans_an_authority_is_chosen_first(client):
    story = tell()
    for number in range(MOST_PLANS):
        builders.action(
            builders.report("improvement-plan", authority=builders.authority("Medway"), slug=f"plan-{number}")
        )

    def offered(query: str) -> int:
        facets = client.get(f"{reverse('actions')}{query}").context["filterset"].facets
        return len(next(facet for facet in facets if facet.name == "plan").choices)

    assert offered("") == 0
    assert offered("?authority=wexcombe") == 1
    assert offered("?authority=medway") == MOST_PLANS
    assert offered(f"?plan={plan_key(story.plan)}") == 1


def test_recommendations_that_nobody_answers_are_a_list(client):
    story = tell()
    answered, not_answered = (shown(client, f"{reverse('recommendations')}?answered={one}") for one in ("yes", "no"))
    assert story.recommendation.anchor in answered
    assert f"{story.recommendation.anchor}/1" in answered, "the item of one that is answered"
    assert set(not_answered) == {story.unanswered.anchor, f"{story.unanswered.anchor}/1"}
    assert len(shown(client, f"{reverse('recommendations')}?answered=no&answered=yes")) == 6


def test_progress_counts_and_each_number_is_its_list(client):
    story = tell()
    builders.action(story.plan, "10.1", rag="Red", due="")
    builders.action(story.plan, "10.2", rag="Green", lead="")
    progress = progress_of(story.plan)
    assert progress.ratings == ("Green", "Red")
    assert [row.name for row in progress.rows] == ["Priority 1", "Priority 2", "Priority 10", "All"]
    assert [row.actions.number for row in progress.rows] == [2, 1, 2, 5]
    assert len(progress.states) == len(action_states())
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    for row in progress.rows:
        for tally in (row.actions, *row.ratings, *row.states):
            assert client.get(tally.url).context["paginator"].count == tally.number, tally.url
            assert (f'href="{tally.url.replace("&", "&amp;")}">{tally.number}</a>' in page) == bool(tally.number)


def test_a_plan_without_ratings_says_so(client):
    story = tell()
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    assert "The plan rates the progress of no action." in page
    assert "Rated" not in page


def test_plans_are_filtered_by_authority_region_year_and_what_is_missing_or_late(client):
    story = tell()
    other = builders.report(
        "improvement-plan", authority=builders.authority("Medway", region="South East"), published="2021-03-01"
    )
    for number, action in enumerate(({"due": "Ongoing"}, {"due": "Ongoing"}, {"lead": ""})):
        builders.reference_to(builders.action(other, f"1.{number}", measure="Audits", **action), story.recommendation)
    whole = reverse("plans")

    def found(query: str) -> list[str]:
        return [plan.slug for plan in client.get(f"{whole}?{query}").context["object_list"]]

    for query in ("authority=medway", "region=South+East", "year=2021", "state=unreadable-date", "state=no-owner"):
        assert found(query) == [other.slug], query
    assert found("state=no-owner&authority=wexcombe") == []
    assert found("state=no-owner&state=no-measure") == [other.slug, story.plan.slug]
    facets = {facet.name: facet for facet in client.get(f"{whole}?authority=medway").context["filterset"].facets}
    assert {choice.value: choice.count for choice in facets["state"].choices} == {
        "overdue": 1, "unreadable-date": 1, "no-owner": 1,
    }  # fmt: skip
    assert client.get(f"{whole}?state=nonsense").context["problems"]
    page = html_of(client, f"{whole}?authority=medway")
    assert (
        f'Unclear date: <a class="govuk-link" href="/actions/?plan=medway%2F{other.slug}&amp;state=unreadable-date">2 actions</a>'
        in page
    )
    (row,) = client.get(f"{reverse('plans-json')}?authority=medway").json()["records"]
    assert (row["actions"], row["actions_unreadable_date"], row["actions_no_owner"], row["links"]) == (3, 2, 1, 3)


def test_plans_lead_to_the_lists_across_all_of_them(client):
    story = tell()
    page = html_of(client, reverse("plans"))
    addresses = [
        address.replace("&amp;", "&") for address in re.findall(r'href="(/(?:actions|recommendations)/\?[^"]+)"', page)
    ]
    assert {f"/actions/?state={state.code}" for state in action_states()} < set(addresses)
    assert f"{reverse('recommendations')}?answered=no" in addresses
    for address in addresses:
        assert not client.get(address).context["problems"], address
    assert f"plan={story.plan.authority_slug}%2F{story.plan.slug}" in page
