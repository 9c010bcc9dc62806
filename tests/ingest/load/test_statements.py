"""What a report says of inspections becomes one statement for each."""

import pytest

from ingest.load import load
from inspections.models import InspectionStatement
from tests.ingest.drafts_builder import extraction, inspection, judgement, paper

pytestmark = pytest.mark.django_db


def test_a_mention_of_an_inspection_over_the_turn_of_the_year_is_known_by_the_year_in_which_it_began():
    load(extraction(paper(mentions=(inspection("ilacs", "2018-12-10", "2019-01-11"),))))
    assert InspectionStatement.objects.get().anchor == "inspection/ilacs-2018"


def test_a_judgement_of_the_inspection_that_a_paper_is_about_adds_no_statement():
    about = inspection("lac", "2013-07-15", "2013-07-19")
    load(extraction(paper(inspection=about, judgements=(judgement(inspection=about),))))
    assert InspectionStatement.objects.get().anchor == "inspection"
