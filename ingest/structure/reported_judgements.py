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
from ingest.structure.grade_tables import (
    TabledGrade,
    announces_own_view,
    is_own_view,
    names_grades,
    tabled_grades,
    undated_columns,
)
from ingest.structure.paper_grades import Found, PaperReader
from ingest.wording.inspections import (
    SENTENCE_END,
    DocumentPassage,
    Mention,
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
    passages: tuple[DocumentPassage, ...],
    title: str,
    published: PartialDate | None,
    authority: AuthorityFacts | None,
    blocks: Sequence[Block] = (),
) -> Reported:
    """What a paper of a title and a day says in its passages.

    The inspection that it follows, others, and their judgements; ``blocks`` hold its tables of grades.
    """
    tables = dict(_tables(blocks))
    mentions = find_mentions(passages, authority)
    known = unite(mentions)
    own = followed_inspection(known, title, published)
    judgements, notices = judgements_in(passages, mentions, known, own, authority, tables=tables, published=published)
    notices += tuple(
        _doubtful(block, f"A table of grades under “{sentence}” may be the council's own view; none was taken.")
        for block, sentence in _announced(blocks)
        if announces_own_view(sentence) and not is_own_view(block)
    )
    notices += tuple(
        _undated(block, head) for block in blocks if tables.get(block.place) for head in undated_columns(block)
    )
    return Reported(judgements, tuple(inspection for inspection in known if inspection != own), own, notices)


def _announced(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the tables that name grades, each with the sentence in front of it."""
    for before, block in zip((None, *blocks), blocks, strict=False):
        if block.rows and names_grades(block):
            yield block, SENTENCE_END.split(before.text)[-1] if before and not before.rows else ""


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Place, tuple[TabledGrade, ...] | None]]:
    """Yield the grades of each table that names some; None where they cannot be told, none for a council's own view."""
    for block, sentence in _announced(blocks):
        own_view = is_own_view(block) or announces_own_view(sentence)
        yield block.place, () if own_view else tabled_grades(block) or None


def _undated(block: Block, heading: str) -> NoticeDraft:
    return _doubtful(
        block, f"The column “{heading}” of a table of grades does not say which inspection it means; read the table."
    )


def _doubtful(block: Block, message: str) -> NoticeDraft:
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.REPORTED_UNCLEAR, message, block.place.page, block.place.line)


def judgements_in(
    passages: tuple[DocumentPassage, ...],
    mentions: tuple[Mention, ...],
    inspections: tuple[InspectionDraft, ...],
    own: InspectionDraft | None,
    authority: AuthorityFacts | None,
    *,
    tables: Mapping[Place, tuple[TabledGrade, ...] | None] | None = None,
    published: PartialDate | None = None,
) -> tuple[tuple[JudgementDraft, ...], tuple[NoticeDraft, ...]]:
    """Every judgement that passages report, once for each inspection, with all paragraphs that report it.

    ``tables`` are the grades of the passages that are tables. One that the sentences of a paper contradict, or that
    cannot be told apart, gives a notice. What is dated after ``published`` is no judgement.
    """
    reader = PaperReader(mentions, inspections, own, authority, published)
    tabled = tables or {}
    for index, passage in enumerate(passages):
        grades = tabled.get(passage.place)
        if grades is not None:
            reader.read_table(passage, grades)
        elif not reader.read(index, passage) and passage.place in tabled:
            reader.doubt(passage, "a service or an authority that its table does not tell")
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
