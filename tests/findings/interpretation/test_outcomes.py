"""What people decided counts before what the rules suggest."""

from findings.interpretation.matters import MatterLink, MatterReading, MatterRecord
from findings.interpretation.outcomes import STATUS_KEY, decided_reading
from inspections.vocabulary import FollowStatus, Polarity

ONE, TWO = ("finding", "para-1"), ("recommendation", "rec-1")
RECORDS = {
    ONE: MatterRecord("para-1", "Words.", polarity=Polarity.STRENGTH),
    TWO: MatterRecord("rec-1", "Words.", is_recommendation=True),
}
SUGGESTED = MatterReading((MatterLink("para-1", 0.7, "Both are about it."),), FollowStatus.IMPROVED, "It praises.")
NOTHING = MatterReading((), FollowStatus.NOT_RAISED, "Nothing is near.")


def decided(suggested, verdicts):
    found = decided_reading(suggested, verdicts, RECORDS)
    return [(link.kind, link.anchor, link.by_person) for link in found.links], found.status, found.by_person


def test_without_decisions_the_suggestion_stands():
    assert decided(SUGGESTED, {}) == ([(*ONE, False)], FollowStatus.IMPROVED, False)


def test_a_confirmed_link_is_a_persons_word():
    assert decided(SUGGESTED, {ONE: "about"}) == ([(*ONE, True)], FollowStatus.IMPROVED, False)


def test_a_rejected_link_goes_and_with_the_last_one_the_status():
    assert decided(SUGGESTED, {ONE: "not-about"}) == ([], FollowStatus.NOT_RAISED, False)


def test_an_added_link_comes_first_and_tells_the_status_where_nothing_was_seen():
    assert decided(SUGGESTED, {TWO: "about"})[0] == [(*TWO, True), (*ONE, False)]
    assert decided(NOTHING, {TWO: "about"}) == ([(*TWO, True)], FollowStatus.STILL_FOUND, False)
    assert decided(NOTHING, {ONE: "about"})[1] == FollowStatus.IMPROVED


def test_a_status_that_a_person_set_counts():
    assert decided(SUGGESTED, {STATUS_KEY: "mixed"}) == ([(*ONE, False)], FollowStatus.MIXED, True)


def test_a_decision_about_a_record_that_is_gone_waits():
    assert decided(SUGGESTED, {("finding", "para-9"): "about"})[0] == [(*ONE, False)]
