"""Passages of a council's paper, read for the grades that they tell of Kent."""

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, PartialDate
from ingest.structure.paper_grades import PaperReader
from ingest.wording.authorities import find_authority
from ingest.wording.inspections import DocumentPassage, find_mentions, unite

ILACS = InspectionDraft("ilacs", PartialDate("2022-07-04"), None, PartialDate("2022-09-21"))
LAC = InspectionDraft("lac", PartialDate("2013-07"))
VISIT = InspectionDraft("monitoring-visit", PartialDate("2024-02-21"))
OWN = "2022-07-04"
"""The first day of the inspection that the paper follows."""
ALL_OF_NOW = [
    (OWN, "overall-effectiveness", "requires-improvement"),
    (OWN, "leadership", "inadequate"),
    (OWN, "help-and-protection", "requires-improvement"),
    (OWN, "children-in-care-and-care-leavers", "good"),
]
"""Its grades, as several passages word them."""


def read(text: str, own: InspectionDraft | None = ILACS, *others: InspectionDraft) -> PaperReader:
    """A reader that has read one passage of a paper that follows ``own``."""
    known = tuple(one for one in (own, *others) if one)
    reader = PaperReader((), known, own, find_authority("Kent"))
    reader.read(0, DocumentPassage(text, Place(line=7), "para-1"))
    return reader


def told(reader: PaperReader) -> list[tuple[str, str, str]]:
    """The first day of the inspection ("" if none is known), domain and grade of each."""
    return [
        (about.started.iso if about and about.started else "", domain, grade)
        for about, domain, _, grade in reader.found
    ]


def mentioned(*texts: str) -> PaperReader:
    """A reader that has read passages with the inspections that they mention."""
    kent, passages = (
        find_authority("Kent"),
        tuple(DocumentPassage(text, Place(line=at)) for at, text in enumerate(texts)),
    )
    mentions = find_mentions(passages, kent)
    reader = PaperReader(mentions, (ILACS, *unite(mentions)), ILACS, kent, PartialDate("2022-10-04"))
    for at, passage in enumerate(passages):
        reader.read(at, passage)
    return reader


def read_all(*texts: str, own: InspectionDraft = ILACS, others: tuple[InspectionDraft, ...] = ()) -> PaperReader:
    """A reader that has read passages one after the other."""
    reader = PaperReader((), (own, *others), own, find_authority("Kent"))
    for index, text in enumerate(texts):
        reader.read(index, DocumentPassage(text, Place(line=index), f"para-{index}"))
    return reader
