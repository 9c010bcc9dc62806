"""People decide what later reports say, with a reason; decisions outlive suggestions and can be withdrawn."""

import pytest
from django.urls import reverse

from findings.interpretation.follow_decisions import FollowChoice, FollowDecisionError, decide, withdraw
from findings.interpretation.follow_update import update_follow_through
from findings.models import FollowDecision, FollowedMatter
from findings.permissions import EDITORS
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    asked = builders.recommendation(
        builders.report(of=builders.inspection()), "1", text="Ensure that staff receive regular supervision."
    )
    day = "2023-07-17"
    later = builders.report("ilacs", of=builders.inspection("ilacs", started=day, published=day))
    builders.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    builders.finding(later, "2", text="Bread is baked on Sundays.")
    update_follow_through(later.pk)
    return asked, later


def shown():
    matter = FollowedMatter.objects.get()
    return matter.status, matter.by_person, [(one.anchor, one.by_person) for one in matter.records.all()]


def test_a_status_and_a_link_are_decided_and_withdrawn(pair):
    user = builders.editor()
    before = shown()
    status = decide(pair[0], pair[1], FollowChoice("mixed"), "Read both.", user)
    assert (status.before, shown()[:2]) == ("improved", ("mixed", True))
    decide(pair[0], pair[1], FollowChoice("about", "finding", "para-2"), "It is meant.", user)
    assert shown()[2][0] == ("para-2", True)
    for one in FollowDecision.objects.active():
        withdraw(one, "Wrong page.", user)
    assert shown() == before
    with pytest.raises(FollowDecisionError, match="already"):
        withdraw(status, "Again.", user)


def test_deciding_again_withdraws_what_was_decided_before(pair):
    user = builders.editor()
    decide(pair[0], pair[1], FollowChoice("mixed"), "Read both.", user)
    decide(pair[0], pair[1], FollowChoice("still-found"), "Read them again.", user)
    assert [one.verdict for one in FollowDecision.objects.active()] == ["still-found"]
    assert FollowDecision.objects.count() == 2


def test_a_decision_outlives_that_all_is_made_anew(pair):
    decide(pair[0], pair[1], FollowChoice("not-about", "finding", "para-1"), "Another matter.", builders.editor())
    FollowedMatter.objects.all().delete()
    update_follow_through(pair[1].pk)
    assert "para-1" not in [anchor for anchor, _ in shown()[2]]


@pytest.mark.parametrize(
    ("choice", "reason", "told"),
    [
        (FollowChoice("mixed"), " ", "reason"),
        (FollowChoice("about"), "Read.", "Choose"),
        (FollowChoice("mixed", "finding", "para-1"), "Read.", "Choose"),
        (FollowChoice("about", "finding", "para-99"), "Read.", "no longer"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_kept(pair, choice, reason, told):
    with pytest.raises(FollowDecisionError, match=told):
        decide(pair[0], pair[1], choice, reason, builders.editor())
    assert not FollowDecision.objects.exists()


def test_editors_decide_from_the_page_of_a_recommendation(pair, client):
    asked, later = pair
    client.force_login(builders.editor(group=EDITORS))
    page = client.get(asked.get_absolute_url()).content.decode()
    address = reverse("admin:findings_followdecision_add")
    assert f"{address}?report={asked.report_id}&amp;anchor={asked.anchor}&amp;later={later.pk}" in page
    address += f"?report={asked.report_id}&anchor={asked.anchor}&later={later.pk}&kind=finding&record=para-1"
    assert 'value="finding/para-1" selected' in client.get(address).content.decode()
    wrong = client.post(address, {"record": "", "verdict": "about", "reason": "Kept words."}).content.decode()
    assert "Choose whether" in wrong
    assert "Kept words." in wrong
    sent = client.post(address, {"record": "finding/para-1", "verdict": "about", "reason": "Read."})
    assert sent.url == asked.get_absolute_url()
    decision = FollowDecision.objects.get()
    assert ("para-1", True) in shown()[2]
    assert (
        "Withdraw" in client.get(reverse("admin:findings_followdecision_change", args=[decision.pk])).content.decode()
    )
    away = reverse("admin:findings_followdecision_withdraw", args=[decision.pk])
    assert client.get(away).status_code == 200
    client.post(away, {"reason": "Wrong."})
    assert not FollowDecision.objects.active().exists()


def test_nobody_decides_without_the_right(pair, client):
    asked, later = pair
    address = reverse("admin:findings_followdecision_add")
    address += f"?report={asked.report_id}&anchor={asked.anchor}&later={later.pk}"
    assert client.get(address).status_code == 302
    client.force_login(builders.editor())
    assert client.get(address).status_code in {302, 403}
    assert client.get(f"{address}x").status_code in {302, 403, 404}
