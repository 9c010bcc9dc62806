"""The table of grades of a joint area review: rows are domains, columns the scopes, cells the numbers 4 (best) to 1.

A cell counts for the column under which it stands. Where a table is torn (cells or columns lost), the columns that the
framework knows for the domain decide, but only if there are as many grades as such columns; else the grade is
left out with a notice. A row that is not found gives a judgement without a grade and an error. From 2007 on, a graded
row of its own wording is the additional investigation (``generations``); a second one is left out with a notice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, Place
from ingest.notices import NoticeDraft
from ingest.profiles.jar.generations import ADDITIONAL, SECOND_SCOPES, domain_of_2007, domains_of_review
from ingest.structure.legends import check_legend
from ingest.wording.grades import grade_of, grade_on_scale
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import FrameworkDomainFacts
from inspections.vocabulary import Absence, NoticeLevel, Scope

FRAMEWORK = "jar"
COLUMNS = (
    (Scope.LOCAL_SERVICES, re.compile(r"local services", re.I)),
    (Scope.COUNCIL, re.compile(r"council", re.I)),
    (Scope.HEALTH, re.compile(r"health services", re.I)),
)
LOOSE_GRADES = re.compile(r"^(?P<label>.*?)\s+(?P<grades>[1-4](?:\s+[1-4])*)$")


@dataclass(frozen=True, slots=True)
class JointReviewGrade:
    """One grade: ``wording`` is what the cell prints ("3"), ``grade`` its code, None with ``absence``."""

    domain: str
    domain_wording: str
    scope: Scope
    grade: str | None
    wording: str
    absence: Absence | None
    place: Place


@dataclass(frozen=True, slots=True)
class JointReviewGrades:
    """All grades that the framework has, in its order, and what is doubted."""

    cells: tuple[JointReviewGrade, ...]
    notices: tuple[NoticeDraft, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table, or a line that was one: a label and the cells after it.

    ``columns`` tells whether they stand in columns.
    """

    label: str
    cells: tuple[str, ...]
    place: Place
    columns: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    wording: str
    place: Place


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'").casefold()).strip().removeprefix("the ")


def _lines(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            for row in block.rows:
                label, *cells = row.texts
                yield _Line(label, tuple(cells), row.place, columns=True)
        elif loose := LOOSE_GRADES.match(block.text):
            yield _Line(loose["label"], tuple(loose["grades"].split()), block.place)
        else:
            yield _Line(block.text, (), block.place)


def _domain(label: str, second: bool) -> FrameworkDomainFacts | None:
    judged = domains_of_review(second)
    if second:
        code = domain_of_2007(label)
        return next((row for row in judged if row.domain == code), None)
    return next((row for row in judged if _plain(row.wording) == _plain(label)), None)


def _names_an_investigation(label: str, cells: tuple[str, ...]) -> bool:
    """Tell whether a row of a later review grades what only this review investigated, and is no torn end of a row."""
    filled = [cell for cell in cells if cell]
    known = any(_plain(row.wording).endswith(_plain(label)) for row in domains_of_review(second=True))
    return len(filled) == 1 and _code(filled[0]) is not None and len(label.split()) > 1 and not known


def _code(wording: str) -> str | None:
    return grade_on_scale(wording, FRAMEWORK) or grade_of(wording)


def _scope_columns(line: _Line) -> tuple[Scope | None, ...]:
    named = tuple(next((s for s, words in COLUMNS if words.search(cell)), None) for cell in line.cells)
    least = 1 if not line.label else 2
    return named if sum(scope is not None for scope in named) >= least else ()


def _place_grades(
    line: _Line, domain: FrameworkDomainFacts, columns: tuple[Scope | None, ...]
) -> dict[Scope, str] | None:
    """The wording for each scope: by column, if every grade stands in one of the domain's, else by their number."""
    filled = [(i, cell) for i, cell in enumerate(line.cells) if cell]
    scopes = [columns[i] if line.columns and i < len(columns) else None for i, _ in filled]
    if filled and all(scope in domain.scopes for scope in scopes) and len(set(scopes)) == len(scopes):
        return {scope: cell for scope, (_, cell) in zip(scopes, filled, strict=True) if scope}
    if len(filled) == len(domain.scopes):
        return {scope: cell for scope, (_, cell) in zip(domain.scopes, filled, strict=True)}
    return None


def _notice(code: NoticeCode, message: str, place: Place, level: NoticeLevel = NoticeLevel.ERROR) -> NoticeDraft:
    return NoticeDraft(level, code, message, place.page, place.line)


def _collect(blocks: tuple[Block, ...], second: bool) -> tuple[dict[tuple[str, Scope], _Found], list[NoticeDraft]]:
    found: dict[tuple[str, Scope], _Found] = {}
    notices: list[NoticeDraft] = []
    columns: tuple[Scope | None, ...] = ()
    pending = ""
    for line in _lines(blocks):
        if header := _scope_columns(line):
            columns = header
            continue
        label = f"{pending} {line.label}".strip()
        domain = _domain(line.label, second) or _domain(label, second)
        filled = any(line.cells)
        pending = "" if filled or len(label) > 100 else label
        if not filled:
            continue
        if domain is None and second and _names_an_investigation(label, line.cells):
            notices += _add_investigation(found, line, label)
            continue
        placed = _place_grades(line, domain, columns) if domain else None
        if domain is None or placed is None:
            message = (
                f"The row “{line.label}” of the table of grades could not be read with certainty. Read it from the "
                "page."
            )
            notices.append(_notice(NoticeCode.TABLE_TORN, message, line.place))
            continue
        for scope, wording in placed.items():
            earlier = found.setdefault((domain.domain, scope), _Found(domain.wording, wording, line.place))
            if earlier.wording != wording:
                message = f"{domain.wording} is graded twice, {earlier.wording} and {wording}; the first was taken."
                notices.append(_notice(NoticeCode.GRADE_CONTRADICTION, message, line.place))
    return found, notices


def _add_investigation(found: dict[tuple[str, Scope], _Found], line: _Line, label: str) -> list[NoticeDraft]:
    """Keep the first graded investigation; a notice names any other."""
    (scope,), wording = SECOND_SCOPES, next(cell for cell in line.cells if cell)
    kept = found.setdefault((ADDITIONAL, scope), _Found(label, wording, line.place))
    if kept.label == label:
        return []
    message = (
        f"The table grades “{label}” as {wording}, beside “{kept.label}”; only one additional investigation is kept. "
        "Read it from the page."
    )
    return [_notice(NoticeCode.DOMAIN_OUTSIDE_FRAMEWORK, message, line.place, NoticeLevel.WARNING)]


def read_grades(blocks: tuple[Block, ...], second: bool = False) -> JointReviewGrades:
    """Read the blocks under the heading of the grades: the legend and the table, whole or torn.

    ``second`` tells that it is a review of 2007 or later.
    """
    found, notices = _collect(blocks, second)
    notices += check_legend(blocks, FRAMEWORK)
    nowhere = blocks[0].place if blocks else Place()
    cells = []
    for row in domains_of_review(second):
        for scope in row.scopes:
            cell = found.get((row.domain, scope))
            grade = _code(cell.wording) if cell else None
            absence = None if grade else Absence.NOT_LEGIBLE if cell else Absence.NOT_READ
            cells.append(
                JointReviewGrade(row.domain, row.wording, scope, grade, cell.wording if cell else "", absence,
                          cell.place if cell else nowhere)
            )  # fmt: skip
            if cell is None:
                message = (
                    f"The grade of {row.wording} ({scope}) was not found in the table of grades. Read it from the page."
                )
                notices.append(_notice(NoticeCode.JUDGEMENT_MISSING, message, nowhere))
            elif grade is None:
                message = f"“{cell.wording}” is no grade of this framework; {row.wording} ({scope}) stays without one."
                notices.append(_notice(NoticeCode.GRADE_UNREADABLE, message, cell.place))
    cells += [
        JointReviewGrade(ADDITIONAL, cell.label, scope, _code(cell.wording), cell.wording, None, cell.place)
        for (domain, scope), cell in found.items()
        if domain == ADDITIONAL
    ]
    return JointReviewGrades(tuple(cells), tuple(notices))
