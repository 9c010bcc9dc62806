"""From the bytes of one file to its Extraction: read it, split it into reports, extract each by its profile.

Needs no database. A part that no profile knows gives a notice and no report; a document without any known part is
refused.
"""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.doubted_dates import check_inspection_dates, check_weekdays
from ingest.draft_copies import draft_notice
from ingest.drafts import EditionDraft, Extraction, ReportDraft
from ingest.ledger import ReadPart, account
from ingest.misprints import check_dates, check_doubled, check_end
from ingest.notices import NoticeDraft, Refused
from ingest.profiles import PROFILES
from ingest.profiles.admission import admitted, lacks_cover, tells_of_inspection
from ingest.profiles.earlier_tables import read_part
from ingest.profiles.endings import check_report_end
from ingest.profiles.protocol import Part, Profile
from ingest.readers import read
from ingest.refusals import refusal
from ingest.repeats import is_repeated, repeated_notice
from ingest.split import split_up
from ingest.wording.editions import find_edition
from inspections.notice_codes import NoticeCode
from inspections.report_kinds import PAPERS
from inspections.vocabulary import NoticeLevel, ReadingStatus

BEGINNING = 40
"""Blocks at the beginning of a report in which it may name its edition."""


class AmbiguousProfiles(Exception):
    """Two profiles claim a part with the same score: a mistake in the profiles, not in the document."""


def choose(part: Part, profiles: tuple[Profile, ...] = PROFILES) -> Profile | None:
    """The profile with the highest score for a part; None if none claims it.

    Raises AmbiguousProfiles for equal scores.
    """
    scored = sorted(((profile.score(part), profile) for profile in admitted(part, profiles)), key=lambda pair: -pair[0])
    if not scored or scored[0][0] <= 0:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        raise AmbiguousProfiles(f"{scored[0][1].name} and {scored[1][1].name} both score {scored[0][0]}")
    return scored[0][1]


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """Collect no garbage: a document makes many objects and few cycles, so that the search finds little."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_garbage_kept()
def extract(data: bytes, name: str = "") -> Extraction:
    """Read a file and its reports. ``name`` is its name in the result. Bad input gives a refusal and no exception."""
    try:
        document = read(data)
    except Refused as refused:
        return Extraction(
            name, hashlib.sha256(data).hexdigest(), "application/octet-stream", None, len(data), "",
            ReadingStatus.REFUSED, notices=(refused.notice,),
        )  # fmt: skip
    document, parts = split_up(document, PROFILES)
    notices = list(document.notices)
    reports: list[ReportDraft] = []
    read_parts: list[ReadPart] = []
    for part in parts:
        profile = choose(part)
        found = (read_part(profile, part),) if profile is not None else ()
        read_parts.append(ReadPart(part.blocks, found))
        for report in found:
            if is_repeated(report, reports):
                notices.append(repeated_notice(report))
            else:
                dates, end = (
                    check_inspection_dates(report, part.blocks),
                    check_report_end(report, part.blocks, is_last=part is parts[-1]),
                )
                doubts = (*report.notices, *dates, *end, *_draft(part, report))
                found_notices = tuple(map(document.located, doubts))
                reports.append(replace(report, notices=found_notices, edition=_edition(part, report)))
        if not found and part.blocks:
            notices.append(_unknown(part, bool(reports)))
    ledger, left_out = account(document, read_parts)
    misprints = (check_dates, check_weekdays, check_end, check_doubled)
    notices += (*left_out, *(doubt for check in misprints for doubt in check(document.blocks))) if reports else ()
    status = _status(reports, notices)
    return Extraction(
        name, document.sha256, document.media_type, document.pages, len(data), document.reader, status,
        tuple(reports), tuple(map(document.located, notices)), ledger,
    )  # fmt: skip


def _draft(part: Part, report: ReportDraft) -> tuple[NoticeDraft, ...]:
    """The notice that the report of an inspection is a draft, if it says so."""
    notice = draft_notice(part.blocks) if report.kind not in PAPERS else None
    return (notice,) if notice else ()


def _edition(part: Part, report: ReportDraft) -> EditionDraft | None:
    """What a report says of its edition, at its beginning and in its running lines."""
    running = [block.text for block in part.blocks if block.kind is BlockKind.FURNITURE]
    lines = (*(block.text for block in part.blocks[:BEGINNING]), *dict.fromkeys(running))
    return find_edition(lines, report.kind not in PAPERS)


def _unknown(part: Part, others: bool) -> NoticeDraft:
    place = part.blocks[0].place
    message = refusal(part.blocks, others, lost=lacks_cover(part.blocks), retold=tells_of_inspection(part.blocks))
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.UNKNOWN_REPORT, message, place.page, place.line)


def _status(reports: list[ReportDraft], notices: list[NoticeDraft]) -> ReadingStatus:
    if not reports:
        return ReadingStatus.REFUSED
    every = [*notices, *(notice for report in reports for notice in report.notices)]
    return ReadingStatus.PARTIAL if any(n.level is NoticeLevel.ERROR for n in every) else ReadingStatus.COMPLETE
