"""The examples in Python and R, run against the site as people run them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from findings.api.examples import read
from findings.models import Recommendation
from tests import builders
from tests.pages.story import tell


@pytest.mark.django_db(transaction=True)
@pytest.mark.either_database
def test_the_example_prints_every_recommendation_of_the_year(live_server):
    story = tell(rows=2)
    builders.recommendation(story.plan, "9", text="Of another year.")
    command = [sys.executable, read.__file__, live_server.url, "2015"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(printed) == Recommendation.objects.filter(report=story.report).count()
    assert all(line.startswith("Wexcombe\tMake sure") for line in printed)
    portions = list(read.records(live_server.url, "recommendations", year="2015", limit="1", fields="text"))
    assert [record["text"] for record in portions] == [line.split("\t")[1] for line in printed]


@pytest.mark.django_db(transaction=True)
@pytest.mark.either_database
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="no R here; Debian has r-base-core and r-cran-jsonlite")
def test_the_example_in_r_prints_every_recommendation_of_the_year(live_server):
    story = tell(rows=2)
    builders.recommendation(story.plan, "9", text="Of another year.")
    command = ["Rscript", str(Path(read.__file__).with_name("read.R")), live_server.url, "2015"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert (
        len([line for line in printed if "Wexcombe" in line])
        == Recommendation.objects.filter(report=story.report).count()
    )
