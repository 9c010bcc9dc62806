"""Area SEND inspections: real reports by their facts, and altered copies of the sample."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.drafts import InspectionDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.profiles.protocol import Part
from ingest.profiles.send.report import Send, framed
from ingest.readers import read
from ingest.structure.entries import Entry
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Absence, FindingKind, NoticeLevel, ReportKind
from tests.ingest.profiles.reading import Facts, codes, facts, read_file, read_report, sample, texts

INCONSISTENT = "lead to inconsistent experiences"


@pytest.mark.parametrize(
    ("name", "grade", "read_by_hand"),
    [
        (
            "warrington-send-2023-05-05",
            "inconsistent",
            Facts("877", "2023-02-06", "2023-02-10", None, 4, 17, "Adam Sproston"),
        ),
        (
            "medway-send-2024-04-02",
            "inconsistent",
            Facts("887", "2024-02-05", "2024-02-09", None, 6, 21, "Emma Leavey"),
        ),
        (
            "bury-send-2024-05-07",
            "systemic-failings",
            Facts("351", "2024-02-12", "2024-02-16", None, 9, 31, "Adam Sproston"),
        ),
        (
            "blackpool-send-2024-07-25",
            "inconsistent",
            Facts("890", "2024-05-20", "2024-05-24", None, 4, 22, "Rebecca Sharples"),
        ),
        (
            "dudley-send-2025-03-11",
            "inconsistent",
            Facts("332", "2025-01-20", "2025-01-24", None, 3, 20, "Gareth Morgan"),
        ),
    ],
)
def test_real_reports_give_their_facts(shared: Path, name: str, grade: str, read_by_hand: Facts) -> None:
    report = read_file(shared / "documents" / "reports" / f"{name}.pdf")
    assert report.kind is ReportKind.SEND
    assert report.licence == "OGL-3.0"
    assert facts(report) == read_by_hand
    assert [(j.domain, j.grade) for j in report.judgements] == [("send-arrangements", grade)]
    # The foot of one report dates it from another day than its cover.
    assert codes(report) == (["dates-contradiction"] if name.startswith("warrington") else [])


def test_priority_actions_name_the_responsible_bodies(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "bury-send-2024-05-07.pdf")
    bodies = [r.addressee for r in report.recommendations]
    assert bodies[:6] == ["Bury Metropolitan Borough Council and NHS Greater Manchester ICB"] * 6
    assert bodies[6:] == [None] * 3


def test_a_row_over_a_page_break_and_the_bullets_in_it_are_one_item(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "bury-send-2024-05-07.pdf")
    third = report.recommendations[2]
    assert {box.page for box in third.place.boxes} == {8, 9}
    assert third.text.endswith("diagnostic pathway.")


def test_printed_numbers_of_areas_are_kept(shared: Path) -> None:
    report = read_file(shared / "documents" / "reports" / "blackpool-send-2024-07-25.pdf")
    assert [r.ref for r in report.recommendations] == ["1", "2", "3", "4"]


def test_evidence_is_what_is_effective_and_what_must_be_done_better() -> None:
    report = read_report(sample("11"))
    evidence = report.judgements[0].evidence
    assert list(evidence) == [f.anchor for f in report.findings if f.kind is FindingKind.FINDING]
    assert len(evidence) == 3
    assert len(texts(report, FindingKind.SUMMARY)) == 2


@pytest.mark.parametrize(("year", "framework"), [("2017", "send-2016"), ("2022", "send-2016"), ("2023", "send")])
def test_the_previous_inspection_is_a_mention_of_the_framework_of_its_time(year: str, framework: str) -> None:
    first, last = PartialDate(f"{year}-07-10", f"10 July {year}"), PartialDate(f"{year}-07-14", f"14 July {year}")
    printed = f"{first.printed} to {last.printed}"
    mention = InspectionDraft(framework, first, last, place=Place(line=7), printed=printed)
    assert read_report(sample("11").replace("2017", year)).mentions == (mention,)
    assert read_report(sample("11").replace("Dates of previous inspection: ", "Before: ")).mentions == ()


def test_the_facts_of_an_inspection_stand_where_its_dates_are_printed() -> None:
    report = read_report(sample("11"))
    first, last = PartialDate("2023-05-15", "15 May 2023"), PartialDate("2023-05-19", "19 May 2023")
    printed = f"{first.printed} to {last.printed}"
    assert report.inspection == InspectionDraft("send", first, last, place=Place(line=5), printed=printed)
    assert report.title == "Area SEND inspection of Wexcombe Local Area Partnership"


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [
        ("", "", [1]),
        ("Area SEND", "Report of an area SEND full", [1]),
        ("Area SEND", "Area special educational needs and/or disabilities", [1]),
        ("Area SEND", "The area SEND", []),
        ("Partnership\n\nInsp", f"Partnership {'of the whole area ' * 15}\n\nInsp", []),
        ("Partnership\n\nInsp", "Partnership\n\n" + "A line of the cover.\n\n" * 8 + "Insp", []),
        ("Inspection dates:", "Days:", [1]),
    ],
    ids=["sample", "full", "in-words", "sentence", "long", "dates-far-behind", "outcome"],
)
def test_a_report_opens_with_its_title_close_to_dates_or_outcome(old: str, new: str, opening: list[int]) -> None:
    blocks = read(sample("11").replace(old, new, 1).encode()).blocks
    assert [index for index in range(len(blocks)) if Send().opens(blocks, index)] == opening
    assert Send().score(Part(blocks, "text/plain")) == (0.95 if opening else 0)


IMPROVE = "No areas for improvement were found, though every such report has them. Compare with the document."


def parts() -> tuple[str, str, str]:
    """The sample in front of its areas for improvement, these areas, and what is behind."""
    text = sample("11")
    start, end = text.index("Areas for improvement"), text.index("Local area partnership details")
    return text[:start], text[start:end], text[end:]


def test_a_report_that_is_cut_off_says_so() -> None:
    front, areas, _ = parts()
    message = "Neither the partners nor the inspection team were found at the end; the document may be cut off."
    assert read_report(front + areas).notices == (
        NoticeDraft(NoticeLevel.ERROR, NoticeCode.ENDING_MISSING, message, None, 3),
    )


def test_areas_for_priority_action_without_a_table_are_read_and_doubted() -> None:
    front, areas, behind = parts()
    text = f"{front}Areas for priority action\n\nShorten waits.\n\nWrite plans.\n\n{areas}{behind}"
    report = read_report(text.replace(INCONSISTENT, "show widespread and/or systemic failings"))
    assert [(item.text, item.addressee) for item in report.recommendations[:2]] == [
        ("Shorten waits.", None),
        ("Write plans.", None),
    ]
    message = (
        "The areas for priority action stand in no table; the paragraphs were read as items. Compare with the page."
    )
    assert report.notices == (
        NoticeDraft(NoticeLevel.WARNING, NoticeCode.TABLE_TORN, message, None, 32, "judgement-send-arrangements"),
    )


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("typically lead to positive experiences", "typically-positive"),
        (INCONSISTENT, "inconsistent"),
        ("show widespread and/or systemic failings leading to concerns about experiences", "systemic-failings"),
    ],
)
def test_each_of_the_three_outcomes_is_known(words: str, grade: str) -> None:
    report = read_report(sample("11").replace(INCONSISTENT, words))
    assert [j.grade for j in report.judgements] == [grade]


def test_an_outcome_of_another_wording_is_no_grade_and_an_error() -> None:
    report = read_report(sample("11").replace(INCONSISTENT, "lead to mixed experiences"))
    assert [(j.grade, j.absence) for j in report.judgements] == [(None, Absence.NOT_LEGIBLE)]
    assert "judgement-missing" in codes(report)


def test_two_outcomes_in_one_section_are_no_grade() -> None:
    report = read_report(
        sample("11").replace(INCONSISTENT, f"{INCONSISTENT} and typically lead to positive experiences")
    )
    assert [j.grade for j in report.judgements] == [None]


@pytest.mark.parametrize(
    "follow_up",
    [
        "The next full area SEND inspection will be within approximately five years.",
        "A monitoring inspection will be carried out.",
    ],
)
def test_a_next_inspection_that_does_not_fit_the_outcome_is_a_contradiction(follow_up: str) -> None:
    text = sample("11").replace("make improvements.", f"make improvements. {follow_up}", 1)
    assert codes(read_report(text)) == ["grade-contradiction"]


def test_a_report_without_areas_for_improvement_is_an_error() -> None:
    front, _, behind = parts()
    assert read_report(front + behind).notices == (
        NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, IMPROVE, None, 3),
    )


def _altered(rows: Sequence[tuple[str, ...]], heading: str) -> Part:
    """The sample with a table of these rows under a heading of recommendations."""
    blocks = list(read(sample("11").encode()).blocks)
    at = next(i for i, b in enumerate(blocks) if b.text.startswith("Areas for improvement"))
    end = next(i for i, b in enumerate(blocks) if b.text.startswith("Local area partnership details"))
    place = blocks[at].place
    head = Block(BlockKind.HEADING, heading, heading, place)
    cells = [TableRow(tuple(TableCell((text,) if text else ()) for text in row)) for row in rows]
    table = Block(BlockKind.TABLE, "", "", place, rows=tuple(cells))
    return Part((*blocks[:at], head, table, *blocks[end:]), "text/plain")


def test_headers_that_come_back_on_the_next_page_are_no_items() -> None:
    rows = [("Responsible body", "Areas for priority action"), ("Wexcombe Council", "Shorten waits."),
            ("Responsible body", "Areas for priority action"), ("Harbour ICB", "Write plans.")]  # fmt: skip
    report = Send().extract(_altered(rows, "Areas for priority action"))
    assert [(r.addressee, r.text) for r in report.recommendations] == [
        ("Wexcombe Council", "Shorten waits."),
        ("Harbour ICB", "Write plans."),
    ]


def test_a_row_without_responsible_body_goes_on_from_the_row_above() -> None:
    rows = [
        ("Wexcombe Council", "Leaders should shorten"),
        ("", "waits for assessment."),
        ("Harbour ICB", "Write plans."),
    ]
    report = Send().extract(_altered(rows, "Areas for priority action"))
    assert [r.text for r in report.recommendations] == ["Leaders should shorten waits for assessment.", "Write plans."]


def test_a_row_in_the_middle_of_a_sentence_goes_on_from_the_row_above() -> None:
    rows = [("Areas for improvement",), ("Leaders should shorten",), ("waits for assessment.",), ("Write plans.",)]
    report = Send().extract(_altered(rows, "Areas for improvement"))
    assert [r.text for r in report.recommendations] == ["Leaders should shorten waits for assessment.", "Write plans."]


TEAM = (
    "\nInspection team\n\nOfsted\tCare Quality Commission\n{}\tTom Seaton, CQC Lead inspector\n"
    "Peter Marsh, HMI\tAnn Bell, CQC Inspector\n"
)


def test_a_team_of_which_ofsted_leads_nobody_is_doubted() -> None:
    led = read_report(sample("11") + TEAM.format("Helen Marlow, Ofsted Lead inspector"))
    assert led.inspection is not None
    assert led.inspection.lead_inspector == "Helen Marlow"
    assert codes(led) == []
    message = "No lead inspector of Ofsted was found among the inspection team. Read the name in the document."
    assert read_report(sample("11") + TEAM.format("Helen Marlow, HMI")).notices == (
        NoticeDraft(NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING, message, None, 3),
    )


@pytest.mark.parametrize(
    ("team", "lead"),
    [
        ("Helen Marlow, HMI, Ofsted lead inspector", "Helen Marlow"),
        ("Helen Marlow, Ofsted lead\n\ninspector", "Helen Marlow"),
        ("Ann Bell, Care Quality Commission lead inspector\n\nHelen Marlow Ofsted Lead inspector", "Helen Marlow"),
        ("Ann Bell, CQC lead inspector", None),
    ],
)
def test_the_lead_inspector_is_that_of_ofsted_in_a_table_or_in_lines(team: str, lead: str | None) -> None:
    report = read_report(f"{sample('11')}\nInspection team\n\n{team}\n")
    assert report.inspection is not None
    assert report.inspection.lead_inspector == lead


def test_priority_action_without_systemic_failings_is_a_contradiction_and_so_is_the_reverse() -> None:
    rows = [("Responsible body", "Areas for priority action"), ("Wexcombe Council", "Shorten waits.")]
    missing, contradiction = Send().extract(_altered(rows, "Areas for priority action")).notices
    assert missing == NoticeDraft(NoticeLevel.ERROR, NoticeCode.RECOMMENDATIONS_MISSING, IMPROVE, None, 3)
    assert contradiction.code == "grade-contradiction"
    failings = sample("11").replace(INCONSISTENT, "show widespread and/ or systemic failings")
    assert codes(read_report(failings)) == ["grade-contradiction"]


def test_the_partners_are_no_areas_for_improvement_though_their_heading_is_lost() -> None:
    report = read_report(sample("11").replace("Local area partnership details\n", "", 1))
    assert [r.text for r in report.recommendations] == [r.text for r in read_report(sample("11")).recommendations]
    message = "The table of the partners stands under no heading of its own; what is between may be lost."
    assert report.notices == (
        NoticeDraft(NoticeLevel.WARNING, NoticeCode.HEADING_MISSING, message, None, 35, "judgement-send-arrangements"),
    )


def _framed_item(text: str, *, listed: bool) -> Entry:
    kind, marker = (BlockKind.ITEM, "-") if listed else (BlockKind.PARAGRAPH, "")
    return Entry(Block(kind, text, text, Place(1), marker=marker, boxed=True), listed, announces=text.endswith(":"))


def test_bullets_in_frames_belong_to_their_sentence_and_alone_they_are_the_items() -> None:
    one = [_framed_item("Leaders should:", listed=False), _framed_item("act", listed=True)]
    two = [_framed_item("The board should:", listed=False), _framed_item("meet", listed=True)]
    assert [(entry.block.text, entry.announces) for entry in framed(one)] == [("Leaders should:", True), ("act", False)]
    assert [(entry.block.text, entry.announces) for entry in framed([*one, *two])] == [
        ("Leaders should: act", False),
        ("The board should: meet", False),
    ]
