import pytest

from findings.interpretation.matters import MatterRecord, follow
from findings.interpretation.matters.outcome import ASKED_AGAIN
from findings.interpretation.matters.reading import agrees
from findings.interpretation.matters.weights import STATUSES
from inspections.vocabulary import FollowStatus
from tests.findings.interpretation.matters.made import later, recommended


def test_the_record_about_the_matter_is_ranked_first_with_its_reason():
    reading = follow(recommended("Ensure that staff receive regular and reflective supervision."), later())
    assert reading.links[0].anchor == "para-1"
    assert "supervision" in reading.links[0].because
    assert reading.status == FollowStatus.IMPROVED
    assert "praises" in reading.because


def test_a_record_without_the_matter_is_linked_because_of_a_related_one():
    records = (MatterRecord("para-1", "Supervision of social workers is regular, reflective and effective."),)
    reading = follow(recommended("Team managers must direct social workers regularly."), later(records=records))
    assert [link.because for link in reading.links] == ["It is about related matters: supervision."]


def test_criticism_and_a_recommendation_say_that_it_is_still_found():
    reading = follow(recommended("Offer return home interviews in good time to all missing children."), later())
    assert {link.anchor for link in reading.links[:2]} == {"para-2", "rec-1"}
    assert reading.status == FollowStatus.STILL_FOUND


def test_nothing_is_linked_where_nothing_is_near():
    reading = follow(recommended("Give young carers a library card and pay for their bus fares."), later())
    assert reading.links == ()
    assert reading.status in {FollowStatus.NOT_RAISED, FollowStatus.NOT_INSPECTED}


def test_a_recommendation_to_the_board_is_followed_only_by_reports_about_it():
    reading = follow(recommended("Publish a plain summary of supervision.", domain="lscb"), later())
    assert (reading.links, reading.status) == ((), FollowStatus.NOT_INSPECTED)


def test_a_report_without_records_says_nothing():
    assert follow(recommended("Hold supervision."), later(records=())).links == ()


@pytest.mark.parametrize(
    ("said", "possible"),
    [
        (["strength"], {FollowStatus.IMPROVED}),
        (["strength", ASKED_AGAIN], {FollowStatus.MIXED, FollowStatus.STILL_FOUND}),
        (["weakness", "neutral"], {FollowStatus.MIXED, FollowStatus.STILL_FOUND}),
        (["mixed"], set(STATUSES)),
        (["neutral"], set()),
    ],
)
def test_a_status_agrees_with_what_the_nearest_records_say(said, possible):
    assert {status for status in STATUSES if agrees(status, said)} == possible
