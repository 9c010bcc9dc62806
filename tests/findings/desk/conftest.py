"""A report of three pages on the desk, and an editor who corrects it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from findings.models import Finding
from findings.permissions import EDITORS
from inspections.models import Report
from tests import builders as build
from tests.stored import TEXT, keep_in, source, three_pages


@dataclass(frozen=True, slots=True)
class Desk:
    """A report with a paragraph on its first page and two on its second, one of which goes on to the third."""

    report: Report
    first: Finding
    second: Finding
    third: Finding

    def address(self, **query: Any) -> str:
        """Where it is opened."""
        named = "&".join(f"{name}={value}" for name, value in query.items())
        return f"{reverse('desk', args=[self.report.pk])}{'?' if query else ''}{named}"


def box(page: int, top: int = 90) -> list[float]:
    return [page, 72, top, 400, top + 12]


@pytest.fixture
def folders(tmp_path, settings) -> None:
    keep_in(tmp_path, settings)


@pytest.fixture
def desk(db, folders) -> Desk:
    report = build.report(of=build.inspection(), source=source(three_pages()), slug="sif-2015")
    paragraphs = (
        build.finding(report, "1", page=1, boxes=[box(1)], text="Visits are on time."),
        build.finding(report, "2", page=2, boxes=[box(2)], text="Plans are clear."),
        build.finding(report, "3", page=2, boxes=[box(2, 200), box(3)], text="Records are kept up to date."),
    )
    return Desk(report, *paragraphs)


@pytest.fixture
def text_desk(db, folders) -> Desk:
    lines = "\n".join(f"{number}. Line {number} about Wexcombe." for number in range(1, 101))
    report = build.report(of=build.inspection(), source=source(lines.encode(), TEXT), slug="text-2015")
    paragraphs = (
        build.finding(report, str(line), page=None, line=line, text=f"Line {line} about Wexcombe.")
        for line in (1, 40, 95)
    )
    return Desk(report, *paragraphs)


@pytest.fixture
def editor(db) -> Client:
    user = build.editor("mary")
    user.groups.add(Group.objects.get(name=EDITORS))
    client = Client()
    client.force_login(user)
    return client
