"""What a report says of its edition, and sentences that say nothing of it."""

import pytest

from ingest.wording.editions import find_edition


@pytest.mark.parametrize(
    ("text", "amended", "number"),
    [
        ("Amended 3 May 2023", "2023-05-03", "2"),
        ("(Amended on 3 May 2023)", "2023-05-03", "2"),
        ("Revised version: May 2023", "2023-05", "2"),
        ("Report amended and republished on 3 May 2023.", "2023-05-03", "2"),
        ("Reissued 03/05/2023", "2023-05-03", "2"),
        ("Last updated: 3 May 2023", "2023-05-03", "2"),
        ("This report was amended on 3 May 2023", "2023-05-03", "2"),
        ("This letter has been corrected and was published again on 3 May 2023.", "2023-05-03", "2"),
        ("Version 2.1", None, "2.1"),
        ("Version number: 3", None, "3"),
        ("Second edition", None, "2"),
        ("3rd edition", None, "3"),
        ("Amended report", None, "2"),
    ],
)
def test_lines_that_name_the_edition(text, amended, number):
    found = find_edition(["Wexcombe", text])
    assert found is not None
    assert (found.amended.iso if found.amended else None, found.number) == (amended, number)


@pytest.mark.parametrize(
    "text",
    [
        "Published 3 May 2023",
        "The plan was revised in May 2023 and is on course.",
        "Updated assessments of 2023 were seen.",
        "Amended policies and procedures",
        "The council updated its strategy on 3 May 2023 after the visit.",
        "Version of events",
        "Inspection dates: 3 May 2023 to 4 May 2023",
        "Revised arrangements for visits began in May 2023",
        "",
    ],
)
def test_other_words_name_none(text):
    assert find_edition([text]) is None


def test_the_latest_counts():
    found = find_edition(["Amended 3 May 2023", "Amended 7 June 2023", "Version 9"])
    assert found is not None
    assert found.amended is not None
    assert found.amended.iso == "2023-06-07"


@pytest.mark.parametrize("text", ["Version 3", "Document version 2.1", "Last updated: 3 May 2023", "Revised 2015"])
def test_forms_and_web_pages_of_inspectorates_have_versions_of_their_own(text):
    assert find_edition([text]) is not None
    assert find_edition([text], by_inspectorate=True) is None


@pytest.mark.parametrize("text", ["Amended 3 May 2023", "Revised version: May 2023", "Report updated 3 May 2023"])
def test_inspectorates_amend_and_publish_again(text):
    assert find_edition([text], by_inspectorate=True) is not None
