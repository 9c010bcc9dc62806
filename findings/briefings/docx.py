"""A briefing as a Word document: numbers lead to a list of notes at its end, because python-docx has no footnotes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from findings.briefings.content import Briefing, BriefingPassage

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
QUOTE, SMALL = "Quote", 9


def as_docx(briefing: Briefing) -> bytes:
    """The bytes of the document."""
    document = Document()
    document.core_properties.title = briefing.title
    document.core_properties.author = settings.SITE_NAME
    document.add_heading(briefing.title, 0)
    document.add_paragraph(briefing.held)
    for section in briefing.sections:
        document.add_heading(section.heading, 1)
        document.add_paragraph(section.lead)
        for passage in section.passages:
            _add_passage(document, passage)
    document.add_heading("Notes", 1)
    for note in briefing.notes:
        paragraph = document.add_paragraph()
        _mark(paragraph, f"note-{note.number}", note.number)
        run = paragraph.add_run(f"{note.number}. {note.text}")
        run.font.size = Pt(SMALL)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add_passage(document: Any, passage: BriefingPassage) -> None:
    paragraph = document.add_paragraph(style=QUOTE if passage.is_quote else None)
    paragraph.add_run(f"“{passage.text}”" if passage.is_quote else passage.text)
    if passage.mark:
        paragraph.add_run(f" ({passage.mark})")
    for place, number in enumerate(passage.notes):
        _add_link(paragraph, f"note-{number}", f"{', ' if place else ' '}{number}")


def _add_link(paragraph: Any, anchor: str, text: str) -> None:
    """A raised number that leads to a bookmark (ECMA-376, part 1, 17.16.22)."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(text)
    run.font.superscript = True
    link.append(run._r)
    paragraph._p.append(link)


def _mark(paragraph: Any, name: str, number: int) -> None:
    """A bookmark at the beginning of a paragraph (ECMA-376, part 1, 17.13.6)."""
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        element = OxmlElement(tag)
        element.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        paragraph._p.append(element)
