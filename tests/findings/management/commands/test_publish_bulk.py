"""``manage.py publish_bulk`` makes the bulk files where they are out of date, and says what it did."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from findings.bulk.published import published_set
from findings.bulk.publishing import NotPublished
from findings.management.commands import publish_bulk
from inspections.write import renew
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.BULK_DIR = tmp_path / "bulk"


def printed(*args: str) -> str:
    out = StringIO()
    call_command("publish_bulk", *args, stdout=out)
    return out.getvalue()


def test_files_are_made_when_something_changed_and_only_then():
    builders.judgement(builders.report(of=builders.inspection()))
    said = printed("--site", "https://reports.example.org/")
    assert re.fullmatch(
        r"Published \d+ rows of 14 data sets as at \d+ \w+ \d{4}, \d\d:\d\d: 31 files, [\d.]+ \wB, in \d+ s\.\n", said
    )
    made = published_set()
    assert (made.site, made.rows["judgements"], made.is_whole) == ("https://reports.example.org", 1, True)
    assert printed("--site", "https://reports.example.org") == "The bulk files are up to date.\n"
    renew()
    assert printed("--site", "https://reports.example.org").startswith("Published ")
    assert not made.is_whole


def test_what_is_no_address_of_a_site_is_refused():
    with pytest.raises(CommandError, match="“reports” is no address of a site"):
        printed("--site", "reports")


def test_why_nothing_was_published_is_told(monkeypatch):
    def fail(site: str) -> None:
        raise NotPublished("Another process is making them.")

    monkeypatch.setattr(publish_bulk, "publish", fail)
    with pytest.raises(CommandError, match="Another process"):
        printed()
    monkeypatch.setattr("findings.management.commands.publish_bulk.os.nice", lambda number: number)
    with pytest.raises(SystemExit, match=r"not published\. Another process"):
        printed("--background")


def test_one_who_stops_it_is_told_that_the_files_before_stay(monkeypatch):
    def stop(site: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publish_bulk, "publish", stop)
    out = StringIO()
    with pytest.raises(SystemExit, match="130"):
        call_command("publish_bulk", stdout=out)
    assert out.getvalue() == "Stopped. The bulk files from before stay.\n"
