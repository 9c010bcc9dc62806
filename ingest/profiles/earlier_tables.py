"""Reading a graded report without its tables of earlier grades, which are added as reported judgements.

The profile gets the blocks without the figures of footnotes behind grades (``structure.called_notes``), and without
what their tables tell of earlier inspections (``structure.earlier_tables``). Each
such grade becomes a judgement of the inspection that its heading dates; one without a date gives a notice beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import TableRow
from ingest.drafts import InspectionDraft, JudgementDraft, ReportDraft
from ingest.notices import NoticeDraft
from ingest.profiles.protocol import Part, Profile
from ingest.structure.anchors import Anchors
from ingest.structure.called_notes import without_called_figures
from ingest.structure.cover import DATES, labelled
from ingest.structure.earlier_tables import part_tables
from ingest.structure.grade_tables import TabledGrade
from ingest.wording.dates import find_range, last_day
from ingest.wording.earlier.events import awards, whole_service_in
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import Basis, NoticeLevel

COVER_LENGTH = 30


def read_part(profile: Profile, part: Part) -> ReportDraft:
    """Read a part by its profile, with the earlier grades of its tables."""
    if not profile.family.tells_earlier:
        return profile.extract(part)
    part = replace(part, blocks=without_called_figures(part.blocks))
    dates = labelled(part.blocks[:COVER_LENGTH], DATES)
    parted = part_tables(part.blocks, find_range(dates.value)[0] if dates else None)
    if not parted.earlier:
        return profile.extract(part)
    report = _with(profile.extract(replace(part, blocks=parted.blocks)), parted.earlier)
    return replace(report, notices=(*report.notices, *map(_unread, parted.unread)))


def _unread(row: TableRow) -> NoticeDraft:
    """The notice about a row of which not every grade of an earlier inspection was read."""
    words = " | ".join(filter(None, row.texts))
    message = f"A table of earlier grades has a row that was not read as a whole: “{words[:160]}”. Read it there."
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, row.place.page, row.place.line)


def _with(report: ReportDraft, earlier: Sequence[TabledGrade]) -> ReportDraft:
    known = {(j.domain, j.grade, _day(j.inspection)) for j in report.judgements if j.basis is Basis.REPORTED}
    told = tuple(one for one in _judgements(earlier) if (one.domain, one.grade, _day(one.inspection)) not in known)
    mentions = tuple(dict.fromkeys(one.inspection for one in told if one.inspection))
    return replace(
        report,
        judgements=(*report.judgements, *told),
        mentions=tuple(dict.fromkeys((*report.mentions, *mentions))),
        notices=(*report.notices, *_undated(earlier)),
    )


def _day(inspection: InspectionDraft | None) -> str:
    return inspection.started.iso if inspection and inspection.started else ""


def _judgements(earlier: Sequence[TabledGrade]) -> Iterator[JudgementDraft]:
    anchors = Anchors()
    for grade in dict.fromkeys(earlier):
        when = grade.date.iso if grade.date else "undated"
        framework = _framework(grade, earlier)
        yield JudgementDraft(
            anchors.take(f"tabled-{when}-{grade.domain}"),
            grade.domain,
            grade.domain_wording,
            grade.grade,
            grade.grade_wording,
            Basis.REPORTED,
            inspection=InspectionDraft(
                framework, grade.date, last_day(grade.date), place=grade.place, printed=grade.heading
            ),
            place=grade.place,
        )


def _framework(grade: TabledGrade, earlier: Sequence[TabledGrade]) -> str | None:
    """The framework of the year, if it awards all grades under the heading."""
    year = whole_service_in(int(grade.date.iso[:4])) if grade.date else None
    return year if all(awards(year, other.grade) for other in earlier if other.heading == grade.heading) else None


def _undated(earlier: Sequence[TabledGrade]) -> Iterator[NoticeDraft]:
    for heading, place in dict.fromkeys((grade.heading, grade.place) for grade in earlier if grade.date is None):
        message = (
            f"A table gives grades of an earlier inspection under “{heading[:80]}”, whose date is not printed there. "
            "Set the date by hand if it is known."
        )
        yield NoticeDraft(NoticeLevel.INFO, NoticeCode.REPORTED_UNDATED, message, place.page, place.line)
