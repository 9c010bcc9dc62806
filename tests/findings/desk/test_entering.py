"""Entering a report at the desk: who may, what is asked, and what is refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from inspections.models import Report, SourceFile
from tests import builders as build

pytestmark = pytest.mark.django_db


@pytest.fixture
def scan() -> SourceFile:
    return build.source(status="refused", pages=None)


def send(client: Client, scan: SourceFile, **values: Any) -> Any:
    url = reverse("desk-enter", args=[scan.pk])
    form = client.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    given = {
        "kind": "sif",
        "authority": build.authority().pk,
        "title": "Inspection of Wexcombe",
        "started": "2015-09-14",
    }
    return client.post(url, sent | given | values)


def test_a_refused_file_leads_to_the_form_and_the_form_to_the_report(scan: SourceFile, editor: Client):
    shown = editor.get(reverse("admin:inspections_sourcefile_change", args=[scan.pk])).content.decode()
    assert reverse("desk-enter", args=[scan.pk]) in shown
    response = send(editor, scan)
    report = Report.objects.get()
    assert response["Location"] == reverse("admin:inspections_report_change", args=[report.pk])
    assert editor.get(reverse("desk-enter", args=[scan.pk])).status_code == 404
    public = editor.get(report.get_absolute_url(), follow=True).content.decode()
    assert "Entered by hand by an editor" in public


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"started": ""}, {"published"}),
        ({"ended": "2015-09-01"}, {"ended"}),
        ({"ended": "2015-09"}, set()),
        ({"started": "14 September"}, {"started"}),
        ({"kind": "outcomes-table"}, {"kind"}),
        ({"authority": "", "title": ""}, {"authority", "title"}),
    ],
)
def test_what_is_missing_or_cannot_be_is_told(
    scan: SourceFile, editor: Client, values: dict[str, str], errors: set[str]
):
    response = send(editor, scan, **values)
    assert (response.status_code == 200) is bool(errors)
    assert not errors or set(response.context["form"].errors) == errors


def test_only_those_who_may_enter_reports(scan: SourceFile):
    client = Client()
    client.force_login(build.editor("viewer"))
    assert client.get(reverse("desk-enter", args=[scan.pk])).status_code == 403
