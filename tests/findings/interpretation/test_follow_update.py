"""What later reports say is kept up to date for both ends, and only where something changed."""

import pytest

from findings.interpretation.follow_update import dated, update_follow_through
from findings.models import AskedMatter, Finding, FollowedMatter
from tests import builders

pytestmark = pytest.mark.django_db


def later_report(day="2023-07-17", **values):
    return builders.report("ilacs", of=builders.inspection("ilacs", started=day, published=day, **values))


@pytest.fixture
def asked():
    return builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Ensure that staff receive regular supervision."
    )


def statuses():
    return list(FollowedMatter.objects.values_list("status", flat=True))


def test_a_later_report_is_followed_whichever_comes_in_last(asked):
    later = later_report()
    builders.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    assert update_follow_through(asked.report_id)
    (first,) = FollowedMatter.objects.all()
    assert (first.status, first.later, first.authority, first.year) == ("improved", later, later.authority, later.year)
    assert [(link.kind, link.anchor, link.rank) for link in first.records.all()] == [("finding", "para-1", 1)]
    assert not update_follow_through(later.pk)
    assert FollowedMatter.objects.get() == first


def test_a_change_of_words_is_seen_from_the_later_report(asked):
    later = later_report()
    found = builders.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    update_follow_through(later.pk)
    Finding.objects.filter(pk=found.pk).update(text="Supervision is weak, rare and too often ineffective.")
    assert update_follow_through(later.pk)
    assert statuses() == ["still-found"]


def test_earlier_reports_papers_and_other_authorities_say_nothing(asked):
    for other in (
        later_report("2001-01-01"),
        builders.report("cabinet-report", published="2024-01-01"),
        later_report(authority=builders.authority("Elsewhere")),
    ):
        builders.finding(other, "1", text="Supervision is regular and effective.")
        update_follow_through(other.pk)
    update_follow_through(asked.report_id)
    assert statuses() == []


def test_what_a_paper_asks_its_meeting_is_not_followed(asked):
    paper = builders.report("cabinet-report", published="2016-01-01")
    builders.recommendation(paper, "1", text="Note the contents of this report on supervision.")
    wanted = builders.recommendation(paper, "2", text="Ensure that staff receive regular supervision.")
    builders.finding(later_report(), "1", text="Supervision is regular, reflective and highly effective.")
    assert update_follow_through(paper.pk)
    assert [one.recommendation for one in FollowedMatter.objects.all()] == [wanted]
    assert not update_follow_through(paper.pk)


def test_successors_of_an_authority_are_followed(asked):
    new = builders.authority("Newshire")
    new.predecessors.add(asked.report.authority)
    later = later_report(authority=new)
    builders.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    assert update_follow_through(later.pk)
    assert FollowedMatter.objects.get().authority == new


def test_a_retired_report_is_followed_no_more(asked):
    later = later_report()
    builders.finding(later, "1", text="Supervision is regular and effective.")
    update_follow_through(later.pk)
    type(later).objects.filter(pk=later.pk).update(retired_at="2026-01-01T00:00Z")
    assert update_follow_through(later.pk)
    assert statuses() == []


def test_the_matters_that_are_asked_are_kept(asked):
    update_follow_through(asked.report_id)
    assert list(AskedMatter.objects.values_list("concept", flat=True)) == ["supervision"]
    type(asked).objects.filter(pk=asked.pk).update(text="Hold core groups.")
    update_follow_through(asked.report_id)
    assert list(AskedMatter.objects.values_list("concept", flat=True)) == ["core-groups"]


def test_a_report_counts_from_the_first_day_of_its_inspection():
    assert dated(later_report("2020-03-04")).day == "2020-03-04"
    assert dated(builders.report("focused-visit", published="2021-05-06")).day == "2021-05-06"
    assert dated(builders.report("focused-visit", published="", year=None)) is None


def test_what_the_introduction_of_a_visit_says_is_part_of_what_is_compared(asked):
    type(asked).objects.filter(pk=asked.pk).update(text="Write pathway plans with care leavers.")
    visit = builders.report("focused-visit", of=builders.inspection("ilacs", started="2023-07-17"))
    builders.finding(visit, "2", text="Referrals are answered on the same day.")
    intro = builders.finding(visit, "1", kind="context", text="Inspectors looked at the front door.")
    update_follow_through(visit.pk)
    assert statuses() == ["not-inspected"]
    Finding.objects.filter(pk=intro.pk).update(text="Inspectors looked at care leavers.")
    assert update_follow_through(visit.pk)
    assert statuses() == ["not-raised"]
