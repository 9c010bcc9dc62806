"""Briefings as Word and OpenDocument files: they open, hold every passage, and numbers lead to the notes."""

import re
from io import BytesIO
from typing import Any

import odfdo
import pytest
from django.urls import reverse
from docx import Document

from findings.briefings.authority import briefing_on_authority
from findings.briefings.docx import as_docx
from findings.briefings.odt import as_odt
from tests.findings.briefings.conftest import CASELOADS, SITE, Held
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def test_a_word_document_holds_passages_and_links_to_its_notes(held: Held):
    briefing = briefing_on_authority(held.authority, SITE)
    document = Document(BytesIO(as_docx(briefing)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert f"“{CASELOADS}” (Weakness, suggested)" in text
    assert all(f"{note.number}. {note.text}" in text for note in briefing.notes)
    xml = document.element.xml
    assert set(re.findall(r'w:anchor="(note-\d+)"', xml)) == set(re.findall(r'w:name="(note-\d+)"', xml))


def test_an_opendocument_text_has_a_footnote_for_each_time_that_something_is_cited(held: Held):
    briefing = briefing_on_authority(held.authority, SITE)
    body: Any = odfdo.Document(BytesIO(as_odt(briefing))).body
    cited = [number for section in briefing.sections for one in section.passages for number in one.notes]
    notes = body.get_notes(note_class="footnote")
    assert [note.citation for note in notes] == [str(place) for place in range(1, len(cited) + 1)]
    assert CASELOADS in str(body)


@pytest.mark.parametrize(("form", "beginning"), [("docx", b"PK"), ("odt", b"PK")])
def test_files_are_downloaded_by_their_addresses(client, held: Held, form, beginning):
    addresses = (
        reverse(f"briefing-authority-{form}", args=[held.authority.slug]),
        reverse(f"briefing-inspection-{form}", args=[held.authority.slug, held.inspection.slug]),
        f"{reverse(f'briefing-theme-{form}', args=['caseloads'])}?authority={held.authority.slug}",
        f"{reverse(f'briefing-chosen-{form}')}?record={held.weakness.get_absolute_url()}",
    )
    for address in addresses:
        answer = client.get(address)
        assert (answer.status_code, answer.content[:2]) == (200, beginning)
        assert answer["Content-Disposition"].endswith(f'.{form}"')


def test_records_beyond_the_most_are_told(client, held: Held, monkeypatch):
    for module in ("findings.briefings.chosen", "findings.views.briefings"):
        monkeypatch.setattr(f"{module}.MOST", 1)
    query = f"record={held.weakness.get_absolute_url()}&record={held.strength.get_absolute_url()}"
    shown = squeeze(client.get(f"{reverse('briefing-chosen')}?{query}").content.decode())
    assert "A briefing holds 1 records: the last 1 that the address names is left out." in shown


def test_a_theme_or_an_authority_that_does_not_exist_is_not_found(client, held: Held):
    assert client.get(reverse("briefing-theme", args=["novel"])).status_code == 404
    assert client.get(f"{reverse('briefing-theme', args=['caseloads'])}?authority=nowhere").status_code == 404
