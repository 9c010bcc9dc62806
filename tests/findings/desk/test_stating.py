"""Deciding the figures of a finding at the desk: what the form shows, what it decides, and what it refuses."""

import pytest
from django.test import Client

from findings.models import Correction, Figure, Finding
from findings.search.entries import index_report
from tests.findings.desk.conftest import Desk
from tests.findings.desk.test_changes import address, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(desk: Desk) -> str:
    Finding.objects.filter(pk=desk.second.pk).update(text="In 2020 there were 12 plans, and 30% of them were late.")
    index_report(desk.report.pk)
    return address(desk, "figures")


def held() -> list[tuple[str, bool]]:
    return [(str(figure), figure.by_person) for figure in Figure.objects.all()]


def test_sending_the_form_as_it_is_confirms_the_figures(url: str, editor: Client):
    lines = editor.get(url).context["form"]["lines"].value().splitlines()
    assert [line.split(" | ")[0] for line in lines] == ["12", "30"]
    send(editor, url)
    assert held() == [("12 plans", True), ("30 percent", True)]
    assert Correction.objects.get().reason == "Read by a person: right as read."


def test_a_line_that_is_deleted_takes_its_figure_out(url: str, editor: Client):
    send(editor, url, lines="12 | plans | plans | 2020 | 12")
    assert held() == [("12 plans", True)]


def test_a_wrong_line_is_refused_and_what_was_typed_is_kept(url: str, editor: Client):
    page = send(editor, url, lines="13 | plans | plans | 2020 | 13").content.decode()
    assert "Line 1: “13” does not stand in the text." in page
    assert "13 | plans | plans | 2020 | 13" in page
    assert held() == [("12 plans", False), ("30 percent", False)]
