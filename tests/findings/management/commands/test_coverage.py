"""``manage.py coverage`` prints what the page shows."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests import builders

pytestmark = pytest.mark.django_db


def printed(*args: str) -> str:
    out = StringIO()
    call_command("coverage", *args, stdout=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _inspections():
    for code, started in (("sif", "2015-09-14"), ("ilacs", "2019-05-13")):
        inspection = builders.inspection(code, started=started)
        builders.statement(builders.report(of=inspection), inspection, is_own=True)


def test_rows_are_printed_as_csv():
    rows = list(csv.DictReader(StringIO(printed())))
    assert [(row["framework"], row["time_period"], row["reports_read"]) for row in rows] == [
        ("ilacs", "2019", "1"), ("sif", "2015", "1"),
    ]  # fmt: skip


def test_rows_are_printed_as_json_under_filters():
    (row,) = [json.loads(line) for line in printed("--json", "--framework", "sif").splitlines()]
    assert (row["framework"], row["inspections"], row["from_tables"]) == ("sif", 1, 0)


def test_a_wrong_filter_is_told():
    with pytest.raises(CommandError, match="no-such"):
        printed("--framework", "no-such")
