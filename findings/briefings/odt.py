"""A briefing as an OpenDocument text, with notes as footnotes of the word processor."""

from __future__ import annotations

from io import BytesIO

from odfdo import Document, Header, Note, Paragraph

from findings.briefings.content import Briefing, BriefingNote, BriefingPassage

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def as_odt(briefing: Briefing) -> bytes:
    """The bytes of the document."""
    document = Document("text")
    document.meta.title = briefing.title
    body = document.body
    body.clear()
    body.append(Header(1, briefing.title))
    body.append(Paragraph(briefing.held))
    notes, count = {note.number: note for note in briefing.notes}, 0
    for section in briefing.sections:
        body.append(Header(2, section.heading))
        body.append(Paragraph(section.lead))
        for passage in section.passages:
            body.append(_passage(passage, notes, count))
            count += len(passage.notes)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _passage(passage: BriefingPassage, notes: dict[int, BriefingNote], before: int) -> Paragraph:
    """A passage with its notes; ``before`` is the number of footnotes before it, since each citing has its own."""
    words = f"“{passage.text}”" if passage.is_quote else passage.text
    paragraph = Paragraph(f"{words} ({passage.mark})" if passage.mark else words)
    for place, number in enumerate(passage.notes, before + 1):
        paragraph.append(_footnote(place, notes[number]))
    return paragraph


def _footnote(place: int, note: BriefingNote) -> Note:
    return Note(note_class="footnote", note_id=f"ftn{place}", citation=str(place), body=note.text)
