"""Inspections as rows of tables state them: their grades by domain, and rows that are about the same inspection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.profiles.tables.cells import Answer, GradeCell
from ingest.profiles.tables.doubts import RowDoubts
from ingest.profiles.tables.headings import Role
from ingest.wording.domains import CARE, CARE_AND_LEAVERS, LEAVERS, OVERALL, expected
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import NoticeLevel

ILACS = "ilacs"
FIRST_DAY_OF_FIVE = "2023-01-01"
"""From this day on ILACS judges care leavers apart; tables print the earlier joint judgement under children in care."""

FIRST_DAY_WITHOUT_OVERALL = "2026-04"

GradedCell = tuple[str, str, str, GradeCell]
"""Domain, heading, words and answer of a cell under the heading of a domain."""


@dataclass(frozen=True, slots=True)
class RowGrade:
    """What a row says under one heading about one domain."""

    domain: str
    wording: str
    cell: GradeCell
    printed: str
    place: Place


@dataclass
class TableInspection:
    """An inspection that rows of the tables state, and what they say of its domains; ``rows`` are their words."""

    authority: AuthorityFacts
    framework: str | None
    started: PartialDate | None
    ended: PartialDate | None
    published: PartialDate | None
    facts: dict[Role, str]
    place: Place
    rows: list[tuple[str, Place]]
    grades: list[RowGrade] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, str]:
        """Rows with the same key are about the same inspection."""
        first = self.started or self.ended or self.published
        return (self.authority.la_code, self.framework or "", first.iso if first else "")

    @property
    def draft(self) -> InspectionDraft:
        """The inspection as drafts hold it."""
        return InspectionDraft(
            self.framework, self.started, self.ended, self.published, self.facts.get(Role.LEAD), self.place,
            self.rows[0][0], self.authority, self.facts.get(Role.URN), self.facts.get(Role.ADDRESS),
            self.facts.get(Role.THEME),
        )  # fmt: skip

    @property
    def mentions(self) -> Iterator[InspectionDraft]:
        """The inspection, once for each row that states it, with the place and the words of the row."""
        for printed, place in self.rows:
            yield replace(self.draft, place=place, printed=printed)

    @property
    def name(self) -> str:
        """The inspection in the words of notices."""
        first = self.started or self.ended or self.published
        return f"{self.authority.name} {first.iso if first else ''}".strip()

    def doubt(self, doubts: RowDoubts, level: NoticeLevel, code: NoticeCode, says: str) -> None:
        """Say what is doubtful about it."""
        doubts.add(level, code, says, self.place, self.name)

    def take(self, again: "TableInspection", doubts: RowDoubts) -> None:
        """Take in what other rows say of the same inspection; grades that differ are both kept, with a warning."""
        self.place = replace(self.place, where=_both(self.place, again.place))
        self.rows += again.rows
        self.ended, self.published = self.ended or again.ended, self.published or again.published
        self.facts = {**again.facts, **self.facts}
        for grade in again.grades:
            same = [other for other in self.grades if other.domain == grade.domain]
            if any(other.cell.grade == grade.cell.grade for other in same):
                continue
            if same and grade.cell.grade:
                says = f"The tables give two grades for {grade.domain} of one inspection; both were kept"
                doubts.add(NoticeLevel.WARNING, NoticeCode.REPORTED_CONTRADICTION, says, grade.place, self.name)
            self.grades.append(grade)


def grades_of(found: TableInspection, cells: Sequence[GradedCell], doubts: RowDoubts) -> Iterator[RowGrade]:
    """What the cells of a row say of the domains of its inspection; what is doubtful about them is noted."""
    is_graded = any(cell.answer is Answer.GRADE for *_, cell in cells)
    leavers = next((cell.answer for domain, _, _, cell in cells if domain == LEAVERS), None)
    first = found.started or found.ended or found.published
    is_before = first is not None and first.iso < FIRST_DAY_OF_FIVE
    is_joint = (
        found.framework == ILACS and leavers is not Answer.GRADE and (leavers is Answer.NOT_IN_FRAMEWORK or is_before)
    )
    for domain, wording, text, cell in cells:
        judged = CARE_AND_LEAVERS if domain == CARE and is_joint else domain
        if domain == LEAVERS and is_joint and cell.answer is not Answer.UNREAD:
            continue
        if cell.answer in (Answer.GRADE, Answer.NOT_JUDGED, Answer.UNREAD):
            yield RowGrade(judged, wording, cell, text, found.place)
        _doubt(found, RowGrade(judged, wording, cell, text, found.place), is_graded, doubts)


def _doubt(found: TableInspection, grade: RowGrade, is_graded: bool, doubts: RowDoubts) -> None:
    """A notice for a cell without a grade, where there should be one."""
    domain, wording, text = grade.domain, grade.wording, grade.printed
    gone = domain == OVERALL and found.started is not None and found.started.iso >= FIRST_DAY_WITHOUT_OVERALL
    match grade.cell.answer:
        case Answer.UNREAD:
            says = f"“{text[:60]}” under “{wording}” is no grade that is known; no grade was taken"
            found.doubt(doubts, NoticeLevel.ERROR, NoticeCode.GRADE_UNREADABLE, says)
        case Answer.LOST:
            says = f"The table itself says that grades are lost (“{text[:40]}”)"
            found.doubt(doubts, NoticeLevel.WARNING, NoticeCode.GRADE_UNREADABLE, says)
        case Answer.NOT_JUDGED:
            found.doubt(doubts, NoticeLevel.INFO, NoticeCode.NOT_JUDGED, f"“{wording}” was not judged")
        case Answer.NOTHING | Answer.NOT_IN_FRAMEWORK if gone:
            says = "There is no overall judgement; the framework gives none since April 2026"
            found.doubt(doubts, NoticeLevel.INFO, NoticeCode.NO_OVERALL_JUDGEMENT, says)
        case Answer.NOTHING if is_graded and found.framework and domain in expected(found.framework):
            says = f"Rows with other grades have none under “{wording}”"
            found.doubt(doubts, NoticeLevel.WARNING, NoticeCode.JUDGEMENT_MISSING, says)
        case Answer.NOT_IN_FRAMEWORK if found.framework and domain in expected(found.framework):
            says = f"“{text[:60]}” stands under “{wording}” for an inspection whose framework judges it"
            found.doubt(doubts, NoticeLevel.WARNING, NoticeCode.JUDGEMENT_MISSING, says)


def _both(first: Place, second: Place) -> str:
    """The places of one inspection in two tables, as one."""
    return first.where if not second.where or second.where in first.where else f"{first.where}; {second.where}"
