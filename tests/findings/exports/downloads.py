"""What exports send, as tests read it."""

import csv
import io

from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from findings.search.entries import index_report
from tests import builders
from tests.pages.story import tell

SITE = "http://testserver"


def download(client, name: str, query: str = "") -> bytes:
    response = client.get(f"{reverse(name)}{query}")
    assert response.status_code == 200
    assert response.streaming
    return b"".join(response)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def body(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return b"".join(response).decode()


def csv_rows(client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client, address), newline="")))


def workbook(client, name: str, query: str = "") -> Workbook:
    return load_workbook(io.BytesIO(download(client, name, query)))


def shown_in(sheet: Worksheet, row: int) -> list[str]:
    return ["" if cell.value is None else str(cell.value) for cell in sheet[row]]


def store_examples() -> None:
    story = tell()
    builders.recommendation(story.report, "77", restates=story.recommendation, text="=1+1")
    builders.judgement(
        story.report, "adoption", "good", inspection=builders.inspection(started="2012-05"), basis="reported"
    )
    later = builders.inspection("ilacs", authority=story.inspection.authority, started="2019-07-15")
    visited = builders.report("ilacs", of=later, slug="ilacs-2019", published="2019-09-04")
    builders.finding(visited, "1", text="Plans have dates and owners.")
    index_report(story.report.pk)
    index_report(visited.pk)
