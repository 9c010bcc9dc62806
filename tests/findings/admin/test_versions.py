"""Two editors and a reading at once: nobody changes what they have not seen."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from findings.admin.versions import loaded
from findings.corrections import service
from findings.models import Correction, Finding
from findings.permissions import EDITORS
from inspections.models import Report
from inspections.vocabulary import CorrectionStatus
from tests import builders as build
from tests.editors_admin import errors_of, form_url, form_values, list_url, save
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
THEIRS = "Visits are late."
WHY = "Page 2."


@pytest.fixture
def colleague(db: Any) -> User:
    user: User = build.editor("john")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def active() -> dict[str, tuple[Any, str]]:
    found = Correction.objects.active().select_related("made_by")
    return {one.field: (one.value_set, one.made_by.username) for one in found}


def conflicts(response: Any) -> list[tuple[str, str, str, str]]:
    assert response.status_code == 200
    return [(one.name, one.was, one.theirs, one.mine) for one in response.context["conflicts"]]


def test_only_what_was_touched_is_written(editor: Client, colleague: User, finding: Finding):
    opened = form_values(editor.get(form_url(finding)))
    service.correct(finding, "text", THEIRS, WHY, colleague)
    response = editor.post(form_url(finding), {**opened, "domain": build.domain("adoption").pk, "reason": WHY})
    assert response.status_code == 302
    assert active() == {"text": (THEIRS, "john"), "domain": ("adoption", "mary")}


def test_a_reading_in_between_is_not_kept_from_the_record_by_an_old_form(editor: Client, finding: Finding):
    opened = form_values(editor.get(form_url(finding)))
    Finding.objects.filter(pk=finding.pk).update(text="Read better.", read={"text": "Read better."})
    editor.post(form_url(finding), {**opened, "ref": "14a", "reason": WHY})
    assert active() == {"ref": ("14a", "mary")}


def test_the_same_field_changed_by_two_is_refused_with_the_three_values(
    editor: Client, colleague: User, finding: Finding
):
    was = finding.text
    opened = form_values(editor.get(form_url(finding)))
    service.correct(finding, "text", THEIRS, "The page says so.", colleague)
    sent = {**opened, "text": "Mine.", "ref": "14a", "reason": WHY}
    response = editor.post(form_url(finding), sent)
    assert conflicts(response) == [("text", was, THEIRS, "Mine.")]
    shown = squeeze(response.content.decode())
    assert "corrected by john" in shown
    assert "The page says so." in shown
    assert active() == {"text": (THEIRS, "john")}, "nothing is saved, the other field neither"


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        (False, {"text": (THEIRS, "john"), "ref": ("14a", "mary")}),
        (True, {"text": ("Mine.", "mary"), "ref": ("14a", "mary")}),
    ],
)
def test_a_conflict_is_decided_by_a_choice(
    editor: Client, colleague: User, finding: Finding, mine: bool, expected: dict[str, Any]
):
    opened = form_values(editor.get(form_url(finding)))
    service.correct(finding, "text", THEIRS, WHY, colleague)
    sent = {**opened, "text": "Mine.", "ref": "14a", "reason": WHY}
    response = editor.post(form_url(finding), sent)
    (conflict,) = response.context["conflicts"]
    again = form_values(response)
    again[conflict.choice] = conflict.keep_mine if mine else "theirs"
    assert editor.post(form_url(finding), again).status_code == 302
    assert active() == expected


def test_a_choice_holds_only_for_the_value_that_was_shown(editor: Client, colleague: User, finding: Finding):
    opened = form_values(editor.get(form_url(finding)))
    service.correct(finding, "text", THEIRS, WHY, colleague)
    response = editor.post(form_url(finding), {**opened, "text": "Mine.", "reason": WHY})
    (conflict,) = response.context["conflicts"]
    service.correct(finding, "text", "A third text.", WHY, colleague)
    again = {**form_values(response), conflict.choice: conflict.keep_mine}
    assert [one[2] for one in conflicts(editor.post(form_url(finding), again))] == ["A third text."]
    assert active() == {"text": ("A third text.", "john")}


def test_two_who_set_the_same_value_are_in_no_conflict(editor: Client, colleague: User, finding: Finding):
    opened = form_values(editor.get(form_url(finding)))
    service.correct(finding, "text", THEIRS, WHY, colleague)
    editor.post(form_url(finding), {**opened, "text": THEIRS, "reason": WHY})
    assert active() == {"text": (THEIRS, "john")}


def test_a_correction_made_again_with_another_reason_is_not_withdrawn_unseen(
    editor: Client, colleague: User, finding: Finding
):
    made = service.correct(finding, "text", THEIRS, WHY, colleague)
    opened = form_values(editor.get(form_url(finding)))
    service.withdraw(made, WHY, colleague)
    service.correct(finding, "text", THEIRS, "Also on page 9.", colleague)
    response = editor.post(form_url(finding), {**opened, "text": "Mine.", "reason": WHY})
    assert conflicts(response) == [("text", THEIRS, THEIRS, "Mine.")]


def test_a_grade_and_the_reason_for_its_absence_are_one_fact(editor: Client, colleague: User, report: Report):
    judgement = build.judgement(report, "adoption", "good")
    opened = form_values(editor.get(form_url(judgement)))
    service.correct(judgement, "absence", "not-judged", WHY, colleague)
    better = judgement.inspection.framework.grades.get(code="outstanding").pk
    response = editor.post(form_url(judgement), {**opened, "grade": better, "reason": WHY})
    assert [one[0] for one in conflicts(response)] == ["grade"]
    assert active() == {"absence": ("not-judged", "john")}


def test_an_old_form_of_a_report_does_not_show_it_again(person: User, editor: Client, report: Report):
    person.user_permissions.add(Permission.objects.get(codename="hide_report"))
    opened = form_values(editor.get(form_url(report)))
    Report.objects.filter(pk=report.pk).update(visibility="hidden")
    editor.post(form_url(report), {**opened, "title": "Another title", "reason": WHY})
    report.refresh_from_db()
    assert (report.title, report.is_public) == ("Another title", False)


def test_a_record_that_a_reading_took_away_meanwhile_is_told(editor: Client, finding: Finding):
    opened = form_values(editor.get(form_url(finding)))
    Finding.objects.update(retired_at=finding.report.changed_at)
    response = editor.post(form_url(finding), {**opened, "text": "Mine.", "reason": WHY}, follow=True)
    assert "no longer has this record" in response.content.decode()
    assert not active()


def test_a_damaged_form_saves_nothing(editor: Client, finding: Finding):
    for version in ("{", "[]", '{"text": 1}'):
        response = save(editor, finding, text="Mine.", reason=WHY, version=version)
        assert "damaged" in str(errors_of(response))
    assert not active()
    assert loaded('{"text": ["A.", 3]}') == {"text": ("A.", 3)}


def test_withdrawing_shows_what_would_be_effective_and_is_refused_after_another_reading(
    editor: Client, person: User, finding: Finding
):
    made = service.correct(finding, "text", THEIRS, WHY, person)
    url = reverse("admin:findings_correction_withdraw", args=[made.pk])
    Correction.objects.update(status=CorrectionStatus.STALE, value_now="Read in between.")
    page = editor.get(url)
    assert "Read in between." in squeeze(page.content.decode()).replace("<del>", "").replace("</del>", "")
    sent = {"reason": WHY, f"seen-{made.pk}": page.context["token"]}
    Correction.objects.update(value_now="Read once more.")
    assert "read again" in squeeze(editor.post(url, sent).content.decode())
    assert active()


def test_many_are_reviewed_only_as_the_list_showed_them(editor: Client, person: User, finding: Finding):
    for field, value in (("text", THEIRS), ("ref", "14a")):
        service.correct(finding, field, value, WHY, person)
    Correction.objects.update(status=CorrectionStatus.STALE)
    page = squeeze(editor.get(list_url(Correction)).content.decode())
    keys = list(Correction.objects.values_list("pk", flat=True))
    tokens = {f"seen-{key}": page.partition(f'name="seen-{key}" value="')[2][:16] for key in keys}
    Correction.objects.filter(field="text").update(value_now="Read once more.")
    chosen = {"action": "mark_reviewed", "_selected_action": keys}
    response = editor.post(list_url(Correction), {**chosen, **tokens}, follow=True)
    assert "Look again" in response.content.decode()
    assert set(Correction.objects.filter(reviewed_at__isnull=False).values_list("field", flat=True)) == {"ref"}
