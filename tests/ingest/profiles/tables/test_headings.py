"""What columns of tables of outcomes hold, by the words of their headings."""

import pytest

from ingest.profiles.tables.headings import Role, heading_of, headings_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Local authority name", Role.NAME),
        ("local_authority", Role.NAME),
        ("LA name", Role.NAME),
        ("Upper tier local authority", Role.NAME),
        ("Council", Role.NAME),
        ("Local authority area code", Role.CODE),
        ("LA Code", Role.CODE),
        ("DfE LA code", Role.CODE),
        ("ltla23cd", Role.CODE),
        ("GSS code", Role.CODE),
        ("URN", Role.URN),
        ("inspection_link", Role.ADDRESS),
        ("Web link", Role.ADDRESS),
        ("Inspection/Visit date", Role.STARTED),
        ("Date of inspection", Role.STARTED),
        ("inspection_start_date", Role.STARTED),
        ("Inspection end date", Role.ENDED),
        ("Inspection dates", Role.DATES),
        ("Publication date", Role.PUBLISHED),
        ("Date published", Role.PUBLISHED),
        ("Report published", Role.PUBLISHED),
        ("Inspection/Visit type", Role.KIND),
        ("inspection_framework", Role.KIND),
        ("Lead inspector", Role.LEAD),
        ("Visit Theme", Role.THEME),
        ("Focus of visit", Role.THEME),
        ("Ofsted region", Role.OTHER),
        ("Local authority status", Role.OTHER),
        ("stat_neighbour_judgement", Role.OTHER),
        ("", Role.OTHER),
    ],
)
def test_a_column_is_known_by_the_words_of_its_heading(heading, role):
    assert heading_of(heading).role is role


@pytest.mark.parametrize(
    ("heading", "domain"),
    [
        ("Overall effectiveness", "overall-effectiveness"),
        ("overall_effectiveness_grade", "overall-effectiveness"),
        ("The impact of leaders on social work practice", "leadership"),
        ("Leadership, management and governance", "leadership"),
        ("Help & protection (grade)", "help-and-protection"),
        ("HelpAndProtectionGrade", "help-and-protection"),
        ("Children who need help and protection", "help-and-protection"),
        ("The experiences and progress of children in care", "children-in-care"),
        ("Judgement on children looked after", "children-in-care"),
        ("Children in care and care leavers", "children-in-care-and-care-leavers"),
        ("care_leavers_grade", "care-leavers"),
        ("Adoption performance", "adoption"),
    ],
)
def test_a_column_of_grades_is_known_by_its_domain(heading, domain):
    found = heading_of(heading)
    assert (found.role, found.domain) == (Role.GRADED, domain)


def test_a_heading_tells_whether_it_is_about_an_earlier_inspection():
    assert heading_of("Previous overall effectiveness").earlier
    assert heading_of("Previous inspection date").role is Role.STARTED
    assert not heading_of("Latest overall effectiveness").earlier


HEADER = ("Local authority", "Inspection date", "Overall effectiveness", "Care leavers")


def test_a_header_has_who_when_and_what():
    assert headings_of(HEADER) is not None
    assert headings_of(("Local authority", "Date of visit", "Visit type", "Theme")) is not None
    assert headings_of(("Local authority", "Inspection date", "Domain", "Grade")) is not None


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_a_row_without_one_of_them_is_no_header(left_out):
    assert headings_of(tuple(text for n, text in enumerate(HEADER) if n != left_out)) is None
