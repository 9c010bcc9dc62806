"""Reported judgements: the grades of other inspections that a report or a paper quotes.

What an inspectorate's report tells of earlier inspections is read by ``earlier_grades``. A paper speaks of inspections
in one sentence and of grades in the next, so its judgements belong to the inspection of the sentence itself, else to
the last one that its paragraph mentions, else to the one that it follows (``wording.inspections``,
``wording.reported``). What is said of another authority, of a school or a home, or of another year than that of the
inspection to which it would belong, is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Place
from ingest.drafts import InspectionDraft, JudgementDraft, PartialDate
from ingest.notices import NoticeDraft
from ingest.structure.anchors import Anchors
from ingest.structure.grade_tables import TabledGrade, tabled_grades, undated_columns
from ingest.structure.paper_grades import Found, PaperReader
from ingest.wording.inspections import (
    Mention,
    Passage,
    find_mentions,
    followed_inspection,
    unite,
)
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts
from inspections.vocabulary import Basis, NoticeLevel, Scope


@dataclass(frozen=True, slots=True)
class Reported:
    """What a document says of inspections.

    The judgements it reports, the inspection it follows, and others it mentions.

    A judgement whose ``inspection`` is None is of the one that the document follows.

    """

    judgements: tuple[JudgementDraft, ...]
    mentions: tuple[InspectionDraft, ...]
    followed: InspectionDraft | None = None
    notices: tuple[NoticeDraft, ...] = ()


def reported_by_paper(
    passages: tuple[Passage, ...],
    title: str,
    published: PartialDate | None,
    authority: AuthorityFacts | None,
    blocks: Sequence[Block] = (),
) -> Reported:
    """What a paper of a title and a day says in its passages.

    The inspection that it follows, others, and their judgements; ``blocks`` hold its tables of grades.
    """
    tables = {block.place: grades for block in blocks if block.rows and (grades := tabled_grades(block))}
    mentions = find_mentions(passages, authority)
    known = unite(mentions)
    own = followed_inspection(known, title, published)
    judgements, notices = judgements_in(passages, mentions, known, own, authority, tables=tables)
    notices += tuple(
        _undated(block, head) for block in blocks if block.place in tables for head in undated_columns(block)
    )
    return Reported(judgements, tuple(inspection for inspection in known if inspection != own), own, notices)


def _undated(block: Block, heading: str) -> NoticeDraft:
    message = f"The column “{heading}” of a table of grades does not say which inspection it means; read the table."
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, block.place.page, block.place.line)


def judgements_in(
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    inspections: tuple[InspectionDraft, ...],
    own: InspectionDraft | None,
    authority: AuthorityFacts | None,
    *,
    tables: Mapping[Place, tuple[TabledGrade, ...]] | None = None,
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """Every judgement that passages report, once for each inspection, with all paragraphs that report it.

    ``tables`` are the grades of the passages that are tables. One that the sentences of a paper contradict, or that
    cannot be told apart, gives a notice.
    """
    reader = PaperReader(mentions, inspections, own, authority)
    for index, passage in enumerate(passages):
        if tabled := (tables or {}).get(passage.place):
            reader.read_table(passage, tabled)
        else:
            reader.read(index, passage)
    return tuple(_drafts(reader.found, own)), (*reader.notices, *_contradictions(reader.found))


def _drafts(found: Found, own: InspectionDraft | None) -> Iterator[JudgementDraft]:
    anchors = Anchors()
    for (about, domain, scope, grade), (claim, places) in found.items():
        yield JudgementDraft(
            anchor=anchors.take(f"reported-{domain}"),
            domain=domain,
            domain_wording=claim.domain_wording,
            grade=grade,
            grade_wording=claim.grade_wording,
            basis=Basis.REPORTED,
            scope=scope,
            inspection=None if about == own else about,
            evidence=tuple(dict.fromkeys(p.anchor for p in places if p.anchor)),
            place=places[0].place,
        )


def _contradictions(found: Found) -> Iterator[NoticeDraft]:
    grades: dict[tuple[InspectionDraft | None, str, Scope | None], set[str]] = {}
    for (about, domain, scope, grade), (_, places) in found.items():
        known = grades.setdefault((about, domain, scope), set())
        known.add(grade)
        if len(known) == 2:
            place = places[0].place
            message = (
                f"The paper gives two grades for {domain} of one inspection; both were kept. Check which is right."
            )
            yield NoticeDraft(
                NoticeLevel.WARNING,
                NoticeCode.REPORTED_CONTRADICTION,
                message,
                place.page,
                place.line,
                places[0].anchor,
            )
