"""One judgement a domain: the table decides, everything else is compared with it, nothing is guessed."""

from dataclasses import replace

import pytest

from ingest.blocks import Place
from ingest.notices import NoticeDraft
from ingest.structure.grades import GradeClaim, Source, on_scale, reconcile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, NoticeLevel

WORDING = "Help and protection"
EXPECTED = {"help-and-protection": WORDING}


def claim(wording: str, source: Source = Source.TABLE, page: int = 1) -> GradeClaim:
    return GradeClaim("help-and-protection", WORDING, wording, source, Place(page=page))


def judge(*claims: GradeClaim):
    judgements, notices = reconcile(claims, EXPECTED, {"help-and-protection": ("para-1",)}, Place(page=1))
    return judgements, {notice.code: notice for notice in notices}


def test_table_and_heading_that_agree_give_the_grade_with_its_evidence() -> None:
    (judgement,), notices = judge(claim("Good"), claim("good", Source.HEADING, 7))
    assert (judgement.grade, judgement.grade_wording, judgement.evidence) == ("good", "Good", ("para-1",))
    assert not notices


def test_a_contradiction_names_both_places_and_takes_the_table() -> None:
    (judgement,), notices = judge(claim("inadequate", Source.HEADING, 7), claim("Good"))
    assert judgement.grade == "good"
    notice = notices["grade-contradiction"]
    assert notice.level is NoticeLevel.ERROR
    assert all(part in notice.message for part in ("page 1", "page 7", "Good", "inadequate", "was taken"))


def test_an_unreadable_grade_stays_without_grade() -> None:
    (judgement,), notices = judge(claim("G**d"))
    assert (judgement.grade, judgement.grade_wording, judgement.absence) == (None, "G**d", Absence.NOT_LEGIBLE)
    assert notices["grade-unreadable"].anchor == "judgement-help-and-protection"


def test_an_unreadable_cell_gives_way_to_a_heading_that_can_be_read_and_says_so() -> None:
    (judgement,), notices = judge(claim("G**d"), claim("good", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert "page 7" in notices["grade-unreadable"].message


def test_not_judged_is_an_absence_of_its_own() -> None:
    (judgement,), notices = judge(claim("Not judged"))
    assert (judgement.grade, judgement.absence) == (None, Absence.NOT_JUDGED)
    assert notices["not-judged"].level is NoticeLevel.INFO


def test_a_domain_that_no_place_grades_is_missing() -> None:
    judgements, notices = judge()
    assert judgements == ()
    assert WORDING in notices["judgement-missing"].message


def test_a_grade_from_a_heading_alone_is_marked() -> None:
    (judgement,), notices = judge(claim("good", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert notices["judgement-not-in-table"].level is NoticeLevel.WARNING


def test_a_heading_that_cannot_be_read_beside_a_table_that_can_is_doubted() -> None:
    (judgement,), notices = judge(claim("Good"), claim("G00d", Source.HEADING, 7))
    assert judgement.grade == "good"
    assert notices["grade-unreadable"].level is NoticeLevel.WARNING
    assert "page 7" in notices["grade-unreadable"].message


def scaled(wording: str, framework: str):
    (judgement,), _ = judge(claim(wording))
    (checked,), notices = on_scale([judgement], framework)
    return checked, [notice.code for notice in notices]


def test_a_grade_of_another_framework_is_none() -> None:
    checked, codes = scaled("Adequate", "ilacs")
    assert (checked.grade, checked.absence, codes) == (None, Absence.NOT_LEGIBLE, ["grade-unreadable"])
    assert scaled("Requires improvement", "lac")[1] == ["grade-unreadable"]
    assert scaled("Adequate", "lac") == (judge(claim("Adequate"))[0][0], [])


def test_a_number_that_is_not_that_of_its_grade_is_a_contradiction() -> None:
    checked, codes = scaled("Grade 4 (Good)", "lac")
    assert (checked.grade, codes) == ("good", ["grade-contradiction"])
    assert scaled("Grade 2 (Good)", "lac")[1] == []
    assert scaled("Good 1", "ilacs")[1] == []


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((claim("inadequate", Source.HEADING, 7), claim("Good")), (
            "grade-contradiction", "error", 1,
            "Help and protection: the table of judgements on page 1 says “Good”, the section on page 7 says "
            "“inadequate”. The table of judgements on page 1 was taken; compare with the document.",
        )),
        ((claim("Good", Source.SENTENCE, 3), claim("inadequate", Source.HEADING, 7)), (
            "grade-contradiction", "error", 3,
            "Help and protection: a sentence on page 3 says “Good”, the section on page 7 says “inadequate”. "
            "A sentence on page 3 was taken; compare with the document.",
        )),
        ((claim("Good"), claim("G00d", Source.HEADING, 7)), (
            "grade-unreadable", "warning", 7,
            "Help and protection: the section on page 7 says “G00d”, which is no grade; the table of judgements on "
            "page 1 says “Good”. Compare.",
        )),
        ((claim("G**d"), claim("good", Source.HEADING, 7)), (
            "grade-unreadable", "warning", 1,
            "Help and protection: “G**d” in the table of judgements on page 1 is no grade of this framework; “good” "
            "was taken from the section on page 7. Compare with the document.",
        )),
        ((claim("G**d"),), (
            "grade-unreadable", "error", 1,
            "Help and protection: “G**d” is no grade of this framework. Read it in the document and set it.",
        )),
        ((claim("Not judged"),), (
            "not-judged", "info", 1, "Help and protection: the document says “Not judged”; it has no grade.",
        )),
        ((claim("good", Source.HEADING, 7),), (
            "judgement-not-in-table", "warning", 7,
            "Help and protection is not in the table of judgements; “good” was taken from the section on page 7.",
        )),
        ((), (
            "judgement-missing", "error", 1,
            "No grade was found for “Help and protection”, which this framework judges. Read it in the document.",
        )),
    ],
)  # fmt: skip
def test_each_doubt_names_the_places_and_the_words(
    claims: tuple[GradeClaim, ...], expected: tuple[str, str, int, str]
) -> None:
    code, level, page, message = expected
    notices = reconcile(claims, EXPECTED, {}, Place(page=1, line=5))[1]
    line = 5 if not claims else None
    assert notices == (
        NoticeDraft(NoticeLevel(level), NoticeCode(code), message, page, line, "judgement-help-and-protection"),
    )


def test_a_place_without_a_page_is_told_by_its_row_or_line() -> None:
    row = replace(claim("Good"), place=Place(where="in row 3"))
    (notice,) = reconcile((row, replace(claim("Inadequate"), place=Place(line=9))), EXPECTED, {}, Place())[1]
    assert notice.message == (
        "Help and protection: the table of judgements in row 3 says “Good”, the table of judgements in line 9 says "
        "“Inadequate”. The table of judgements in row 3 was taken; compare with the document."
    )


def test_what_was_not_judged_stays_so_beside_a_heading_with_a_grade() -> None:
    (judgement,), notices = judge(claim("Not judged"), claim("good", Source.HEADING, 7))
    assert (judgement.grade, judgement.absence, judgement.grade_wording) == (None, Absence.NOT_JUDGED, "Not judged")
    assert set(notices) == {"grade-contradiction", "not-judged"}


def test_judgements_stand_in_the_order_in_which_they_are_expected_and_others_behind_them() -> None:
    expected = {"adoption": "Adoption", **EXPECTED}
    claims = [
        GradeClaim(name, name, "Good", Source.HEADING, Place(page=2)) for name in ("board", "help-and-protection")
    ]
    claims.append(GradeClaim("adoption", "Adoption", "inadequate", Source.HEADING, Place(page=4)))
    judgements, notices = reconcile(claims, expected, {}, Place(page=1), frozenset({"board", "adoption"}))
    assert [(j.anchor, j.domain, j.grade, j.evidence, j.place.page, j.basis.value) for j in judgements] == [
        ("judgement-adoption", "adoption", "inadequate", (), 4, "primary"),
        ("judgement-help-and-protection", "help-and-protection", "good", (), 2, "primary"),
        ("judgement-board", "board", "good", (), 2, "primary"),
    ]
    assert [notice.anchor for notice in notices] == ["judgement-help-and-protection"]


def test_a_grade_off_the_scale_and_another_number_are_told_at_their_judgement() -> None:
    for wording, framework, code, message in (
        (
            *("Adequate", "ilacs", "grade-unreadable"),
            "Help and protection: “Adequate” is no grade of this framework. Read it in the document and set it.",
        ),
        (
            *("Grade 4 (Good)", "lac", "grade-contradiction"),
            "Help and protection: “Grade 4 (Good)” names one grade and the number of another. The word was taken; "
            "compare with the document.",
        ),
    ):
        judgements, _ = judge(claim(wording, page=6))
        (notice,) = on_scale(judgements, framework)[1]
        assert notice == NoticeDraft(
            NoticeLevel.ERROR, NoticeCode(code), message, 6, None, "judgement-help-and-protection"
        )
