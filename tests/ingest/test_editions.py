"""Administrators choose which edition counts: active at once, on record, and withdrawable."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from findings.models import Finding
from ingest import rereading
from ingest.editions import choose_edition, withdraw_choice
from ingest.load import load
from ingest.rereading import NotKept
from inspections.models import EditionChoice, Report, SourceFile
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, later, sif, with_findings

pytestmark = pytest.mark.django_db

CLEAN = extraction(sif(), name="clean.txt")
LATER = extraction(
    later(with_findings(sif(judgements=()), finding("2", "Only this was read.", section="s2"))), name="later.txt"
)
ADD = reverse("admin:inspections_editionchoice_add")


@pytest.fixture(autouse=True)
def loaded(settings, tmp_path, monkeypatch):
    """Two editions with kept bytes, whose readings are at hand without a process."""
    settings.MEDIA_ROOT = tmp_path
    load(CLEAN, b"clean")
    load(LATER, b"later")
    readings = {one.name: one for one in (CLEAN, LATER)}
    monkeypatch.setattr(rereading, "extract_many", lambda files, _=1: (readings[file.name] for file in files))


def shown() -> str:
    return Report.objects.get().source.name


def test_a_choice_is_active_at_once_and_is_withdrawn_again():
    report, person = Report.objects.get(), builders.editor()
    choice = choose_edition(report, SourceFile.objects.get(name="later.txt"), "It counts.", person)
    assert shown() == "later.txt"
    assert Finding.objects.live().get().text == "Only this was read."
    again = choose_edition(report, SourceFile.objects.get(name="clean.txt"), "No, this one.", person)
    choice.refresh_from_db()
    assert (choice.withdrawn_by, EditionChoice.objects.active().get()) == (person, again)
    withdraw_choice(again, person)
    assert shown() == "clean.txt"
    assert not EditionChoice.objects.active().exists()


def test_what_is_not_kept_cannot_be_chosen():
    SourceFile.objects.filter(name="later.txt").update(stored="")
    with pytest.raises(NotKept, match=r"later\.txt are not kept"):
        choose_edition(Report.objects.get(), SourceFile.objects.get(name="later.txt"), "It counts.", builders.editor())
    assert not EditionChoice.objects.exists()


def test_administrators_choose_with_a_reason_and_editors_do_not(client):
    report, later_one = Report.objects.get(), SourceFile.objects.get(name="later.txt")
    form, values = f"{ADD}?report={report.pk}", {"report": report.pk, "source": later_one.pk, "reason": "It counts."}
    client.force_login(builders.editor("ada", group="Editors"))
    assert client.post(form, values).status_code == 403
    client.force_login(builders.editor("head", group="Administrators"))
    on_form = client.get(reverse("admin:inspections_report_change", args=[report.pk])).content.decode()
    assert form in on_form.replace("&amp;", "&")
    assert "Amended 2016-03-01" in client.get(form).content.decode()
    assert client.post(form, values | {"reason": ""}).status_code == 200
    assert client.post(form, values).status_code == 302
    choice = EditionChoice.objects.get()
    assert (shown(), choice.made_by, choice.reason) == (
        "later.txt", get_user_model().objects.get(username="head"), "It counts."
    )  # fmt: skip
    listed = reverse("admin:inspections_editionchoice_changelist")
    client.post(listed, {"action": "withdraw", "_selected_action": [choice.pk]})
    choice.refresh_from_db()
    assert choice.withdrawn_at is not None
    assert shown() == "clean.txt"


def test_the_form_needs_a_report(client):
    client.force_login(builders.editor("head", group="Administrators"))
    assert client.get(ADD).status_code == 302
