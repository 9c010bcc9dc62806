"""``manage.py readings`` prints interpretations in the shape in which people write down what they read."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from findings.corrections.interpretations import decide
from findings.models import Finding
from ingest.load import load
from tests.ingest.drafts_builder import extraction, finding, recommendation, sif

pytestmark = pytest.mark.django_db
CASELOADS = "Caseloads are too high: social workers hold 32 cases each. This is a weakness."


def printed() -> Any:
    written = StringIO()
    call_command("readings", stdout=written)
    return json.loads(written.getvalue())


def test_an_empty_knowledge_base_has_empty_lists():
    assert printed() == {"records": [], "follow": [], "figures": []}


def test_each_record_is_named_by_file_part_and_anchor_with_what_it_is_about(user):
    read = extraction(sif(findings=(finding("2", CASELOADS),), recommendations=(recommendation("1"),), judgements=()))
    load(read)
    decide(Finding.objects.get(), "themes", "caseloads", "Read by a person.", user)
    said = printed()
    about, asked = said["records"]
    place = {"sha256": read.sha256, "report": 0}
    assert about == place | {"anchor": "para-2", "type": "finding", "themes": ["caseloads"], "polarity": "weakness"}
    assert (asked["type"], asked["polarity"]) == ("recommendation", None)
    (figures,) = said["figures"]
    assert figures["anchor"] == "para-2"
    assert [one["value"] for one in figures["figures"]] == [32]
