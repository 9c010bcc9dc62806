"""Every printed variant of the single inspection, as made-up PDFs: exactly their known facts are read.

The variants are those that were counted in published reports. Where a variant cannot be read, a notice states this.
"""

from dataclasses import replace

import pytest

from tests.ingest.against_truth import check, facts, read
from tests.ingest.made_sif import CITED, Sif, sif
from tests.press import LATE, Look, number_odd_even

SIF = Sif()


@pytest.mark.parametrize("board", [True, False])
@pytest.mark.parametrize("template", "ABC")
def test_sif_templates(template, board):
    check(sif(replace(SIF, template=template, board=board, lscb_on_cover=board)))


@pytest.mark.parametrize(
    "changed",
    [
        {"template": "A", "bullets_only": True},
        {"framed": True},
        {"framed": True, "look": Look(frame_layer=LATE, table_layer=LATE)},
        {"ordinals": ("1.", "2.", "2.1", "2.2", "1.")},
        {"published": None, "published_iso": None},
        {"sizes": (50, 45, 20, 20, 42), "board_size": 30},
        {"look": Look(number_x=85, text_x=114, left=85, bullet_x=114, bullet_text_x=130, footer=number_odd_even)},
        {"look": Look(scaled=True)},
        {"contents": False},
        {"grades": ("Good", "Good", "Not Judged", "Not judged", "Good"), "overall_grade": "good",
         "overall": "Children\u2019s services in {name} are good"},
        {"dates": "13 January 2014 \u2013 4 February 2014", "started": "2014-01-13", "ended": "2014-02-04",
         "published": "11 March 2014", "published_iso": "2014-03-11"},
    ],
)  # fmt: skip
def test_sif_variants(changed):
    check(sif(replace(SIF, **changed)))


GRADES = (
    "good", "Requires Improvement", "requires improvement", "Require improvement", "require improvement to be good",
    "requires improvement to be Good", "Requires improvement to be good", "Inadequate", "inadequate", "Outstanding",
)  # fmt: skip


@pytest.mark.parametrize("template", "AC")
@pytest.mark.parametrize("grade", GRADES)
def test_sif_grades_of_every_wording(grade, template):
    _, truth = made = sif(replace(SIF, template=template, grades=(grade,) * 5, sizes=(2, 2, 2, 2, 2)))
    report, doubts = read(made[0])
    assert facts(report, truth).grades == truth.grades
    assert not {"grade-contradiction", "grade-unreadable", "judgement-missing"} & set(doubts)


OVERALL = (
    ("Children\u2019s services in {name} are good", "good"),
    ("Children\u2019s services in {name} are inadequate", "inadequate"),
    ("Children's services in {name} require improvement to be Good", "requires-improvement"),
    ("Children\u2019s services in {name} requires improvement to be good", "requires-improvement"),
    ("Children\u2019s services in {name} are requires improvement", "requires-improvement"),
    ("Children\u2019s services in the London Borough of {name} are good1", "good"),
    ("The overall judgement is that children\u2019s services require improvement", "requires-improvement"),
    ("The overall judgement is that children\u2019s services are inadequate", "inadequate"),
    ("The overall judgement is that children\u2019s service requires improvement", "requires-improvement"),
    ("The overall judgement is that children\u2019s services in {name} are good", "good"),
    ("The overall judgement is requires improvement", "requires-improvement"),
    ("The overall judgement is good", "good"),
    ("The overall judgement is Inadequate.", "inadequate"),
)


@pytest.mark.parametrize("template", "AC")
@pytest.mark.parametrize(("sentence", "grade"), OVERALL)
def test_sif_overall_sentences(sentence, grade, template):
    check(sif(replace(SIF, template=template, overall=sentence, overall_grade=grade, sizes=(3, 3, 3, 3, 3))))


BOARD = (
    ("The Local Safeguarding Children Board requires improvement to be good", "requires-improvement"),
    ("The Local Safeguarding Children Board is good", "good"),
    ("The Local Safeguarding Children Board is outstanding", "outstanding"),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) is good", "good"),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) requires improvement", "requires-improvement"),
    (
        "The effectiveness of the Local Safeguarding Children Board (LSCB) is requires improvement",
        "requires-improvement",
    ),
    ("The effectiveness of the Local Safeguarding Children Board (LSCB) Requires improvement", "requires-improvement"),
    ("The judgement for the effectiveness of the Local Safeguarding Children Board (LSCB) is inadequate", "inadequate"),
    ("The Local Safeguarding Children Board1 is good.", "good"),
    ("The Wexcombe Safeguarding Children Board is good2", "good"),
    ("The Local Safeguarding Children Board (LSCB)1 is good.12", "good"),
    ("The Local Safeguarding Children Board\u00b9 is good\u00b2", "good"),
)


@pytest.mark.parametrize("template", "ABC")
@pytest.mark.parametrize(("sentence", "grade"), BOARD)
def test_sif_board_sentences(sentence, grade, template):
    v = replace(SIF, template=template, lscb=sentence, lscb_grade=grade, sizes=(3, 3, 3, 3, 3))
    check(sif(replace(v, lscb_on_cover=template != "C")))


@pytest.mark.parametrize("heading", ["Priority and immediate action", "Areas for improvement"])
@pytest.mark.parametrize("template", "AB")
def test_a_sif_in_which_one_of_the_lists_of_its_template_lost_its_heading_is_doubted(template, heading):
    press, _ = sif(replace(SIF, template=template))
    page, line = next((page, line) for page in press.pages for line in page.texts if line[3] == heading)
    page.texts.remove(line)
    assert "heading-missing" in read(press)[1]


@pytest.mark.parametrize("lost", [0, 1])
def test_a_sif_in_which_one_of_two_lists_lost_its_heading_is_doubted(lost):
    press, _ = sif(SIF)
    places = [(page, line) for page in press.pages for line in page.texts if line[3] == "Recommendations" and line[5]]
    page, line = places[lost]
    page.texts.remove(line)
    assert "recommendations-missing" in read(press)[1]


def test_references_of_every_form_and_tags_that_point_back():
    report = check(sif(replace(SIF, cross=True)))
    cited = [recommendation.paragraphs for recommendation in report.recommendations]
    assert cited[: len(CITED)] == list(CITED)
    report = check(sif(replace(SIF, tags=True)))
    tags = [reference.ref for reference in report.references if reference.target == "recommendation"]
    assert {"", "4"} == set(tags)
