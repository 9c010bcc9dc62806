"""Splitting, joining and taking out at the desk: the links, the forms and what they answer."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from findings.corrections.service import correct
from findings.desk.changes import change_links
from findings.models import Correction, Finding
from tests import builders as build
from tests.findings.desk.conftest import Desk
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def address(desk: Desk, change: str, anchor: str = "para-2") -> str:
    return f"{reverse('desk-change', args=[desk.report.pk, change])}?record={anchor}"


def send(client: Client, url: str, **values: Any) -> Any:
    """Open the form, and send it as it came with some fields filled in."""
    form = client.get(url).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    return client.post(url, {**sent, **values})


@pytest.fixture
def long(desk: Desk) -> Finding:
    Finding.objects.filter(pk=desk.second.pk).update(text="Plans are clear. 2a. Parents know them.")
    return Finding.objects.get(pk=desk.second.pk)


def test_the_open_record_offers_its_changes(desk: Desk, editor: Client):
    shown = squeeze(editor.get(desk.address(record="para-2")).content.decode())
    for label, url in change_links(desk.second):
        assert f'<a href="{url}">{label}</a>' in shown
    assert [label for label, _ in change_links(build.section(desk.report))] == []
    assert [label for label, _ in change_links(build.judgement(desk.report))] == ["Take out"]


def test_a_record_is_added_after_another_with_its_box(desk: Desk, editor: Client):
    url = address(desk, "insert")
    send(editor, url, text="Staff stay.", ref="2a", box="72 120 400,5 140")
    made = Finding.objects.get(ref="2a")
    assert (made.page, made.boxes, made.origin) == (2, [[2, 72.0, 120.0, 400.5, 140.0]], "hand")
    assert list(Finding.objects.order_by("ordinal").values_list("ref", flat=True)) == ["1", "2", "2a", "3"]
    assert f'id="box-{made.anchor}"' in editor.get(desk.address(page=2)).content.decode()


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"ref": "3"}, "ref"),
        ({"page": "9"}, "page"),
        ({"page": "", "box": "1 2 3 4"}, "page"),
        ({"box": "1 2 3"}, "box"),
        ({"box": "a b c d"}, "box"),
        ({"box": "72 120 20 140"}, "box"),
        ({"box": "72 120 4000 140"}, "box"),
        ({"text": ""}, "text"),
    ],
)
def test_a_number_that_is_taken_and_a_box_beside_the_page_are_refused(
    desk: Desk, editor: Client, values: dict[str, str], error: str
):
    response = send(editor, address(desk, "insert"), **{"text": "Staff stay.", **values})
    assert set(response.context["form"].errors) == {error}
    assert not Finding.objects.filter(origin="hand").exists()


def test_a_record_is_split_with_its_page_in_sight_and_its_second_part_opens(desk: Desk, editor: Client, long: Finding):
    url = address(desk, "split")
    assert "page-image" not in url
    assert reverse("page-image", args=[desk.report.source.sha256, 2]) in editor.get(url).content.decode()
    response = send(editor, url, begins=str(long.text.index("2a.")), ref="2a")
    made = Finding.objects.get(ref="2a")
    assert response["Location"] == f"{desk.address(record=made.anchor)}#{made.anchor}"
    assert (made.text, made.page) == ("Parents know them.", 2)
    correction = Correction.objects.get()
    assert (correction.field, correction.made_by.username) == ("split", "mary")


def test_what_is_refused_keeps_what_was_typed(desk: Desk, editor: Client, long: Finding):
    response = send(editor, address(desk, "split"), words="Parents know", ref="1", reason="My own reason.")
    shown = response.content.decode()
    assert "The number 1 is taken" in shown
    for typed in ("Parents know", "My own reason."):
        assert f'value="{typed}"' in shown
    assert not Correction.objects.exists()


def test_nobody_splits_what_they_have_not_seen(desk: Desk, editor: Client, long: Finding):
    url = address(desk, "split")
    form = editor.get(url).context["form"]
    sent = {"seen": form["seen"].value(), "begins": str(long.text.index("2a.")), "reason": "So it is."}
    correct(long, "text", "Plans are vague. 2a. Parents know them.", "As printed.", build.editor("other"))
    response = editor.post(url, sent)
    assert "Somebody changed this" in response.content.decode()
    assert "Plans are vague." in response.content.decode()
    assert not Correction.objects.filter(field="split").exists()


def test_a_record_is_joined_with_the_next_and_taken_out_and_brought_back(desk: Desk, editor: Client):
    assert send(editor, address(desk, "join")).status_code == 302
    assert Finding.objects.get(ref="2").text == f"{desk.second.text} {desk.third.text}"
    assert not Finding.objects.live().filter(ref="3").exists()
    send(editor, address(desk, "take-out", "para-1"))
    assert list(Finding.objects.live().values_list("ref", flat=True)) == ["2"]
    out = Finding.objects.get(ref="1")
    assert "taken out" in squeeze(editor.get(reverse("admin:findings_finding_change", args=[out.pk])).content.decode())
    for one in (Correction.objects.get(anchor="para-1"), Correction.objects.get(field="joined")):
        url = reverse("admin:findings_correction_withdraw", args=[one.pk])
        assert editor.post(url, {"reason": "It is right."}).status_code == 302
    assert Finding.objects.live().count() == 3


@pytest.mark.parametrize(("change", "anchor"), [("split", "nobody"), ("fold", "para-2"), ("split", "heading")])
def test_what_is_not_there_is_told(desk: Desk, editor: Client, change: str, anchor: str):
    build.section(desk.report, anchor="heading")
    assert editor.get(address(desk, change, anchor)).status_code == 404


def test_only_those_who_correct_change_records(desk: Desk):
    client = Client()
    client.force_login(build.editor("viewer"))
    assert client.get(address(desk, "split")).status_code == 403
