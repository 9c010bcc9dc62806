"""The exchange format: an Extraction as the JSON object that ``manage.py extract`` prints on one line.

Every key is always present: what the document does not state is null, an empty list is []. Dates are ISO 8601, pages
count from 1, boxes are ``[page, x0, top, x1, bottom]`` in PDF points from the top left corner. In a file without pages
``place`` says in words where a record stands.
"""

from typing import Any

from ingest.blocks import Place
from ingest.drafts import (
    ActionDraft,
    Extraction,
    FindingDraft,
    InspectionDraft,
    JudgementDraft,
    Ledger,
    PartialDate,
    RecommendationDraft,
    ReportDraft,
    RiskDraft,
    SectionDraft,
)
from ingest.notices import NoticeDraft
from inspections.places import place_words
from inspections.reference.tables import AuthorityFacts

SCHEMA = 1
Json = dict[str, Any]

KEYS: dict[type, tuple[str, ...]] = {
    ReportDraft: (
        "kind", "title", "profile", "authority", "published", "licence", "inspection", "mentions", "judgements",
        "sections", "findings", "recommendations", "actions", "risks", "notices",
    ),
    AuthorityFacts: ("name", "la_code", "gss_code"),
    InspectionDraft: ("framework", "started", "ended", "published", "lead_inspector"),
    JudgementDraft: (
        "anchor", "domain", "domain_wording", "scope", "grade", "grade_wording", "absence", "basis", "inspection",
        "evidence", "page", "place",
    ),
    SectionDraft: ("anchor", "parent", "heading", "level", "domain", "page", "place"),
    FindingDraft: ("anchor", "ref", "kind", "section", "domain", "text", "page", "place", "boxes"),
    RecommendationDraft: (
        "anchor", "ref", "parent", "text", "addressee", "timescale", "paragraphs", "section", "domain", "page",
        "place", "boxes",
    ),
    ActionDraft: (
        "anchor", "ref", "priority", "text", "lead", "partners", "due", "success_measures", "resources", "measure",
        "baseline", "target", "rag", "progress", "notes", "recommendations", "page", "place",
    ),
    RiskDraft: ("anchor", "risk", "description", "mitigation", "rating", "rating_wording", "page", "place"),
    Ledger: ("pages", "words", "in_records", "furniture", "left_out"),
    NoticeDraft: ("level", "code", "message", "page", "line", "place", "anchor"),
}  # fmt: skip
"""The keys of the object for each draft, in their order: its attributes, and those of its place."""

WHERE_GIVEN = ("authority", "urn", "address", "theme")
"""Keys of an inspection that tables of many authorities state, letters of visits the last; else they are left out."""


def _member(draft: Any, key: str) -> Any:
    place = getattr(draft, "place", None)
    match key:
        case "page" if place is not None:
            return place.page
        case "boxes":
            return draft.place.box_lists
        case "place":
            return _words(place or draft)
        case "line" if draft.where:
            return None
        case _:
            return _json(getattr(draft, key))


def _words(place: Place | NoticeDraft) -> str | None:
    """The words for a place in a file without pages: "sheet Actions, row 14", "line 317"."""
    return None if place.page and not place.where else place_words(place) or None


def _json(value: Any) -> Any:
    match value:
        case PartialDate():
            return value.iso
        case tuple():
            return [_json(one) for one in value]
        case InspectionDraft():
            given = tuple(key for key in WHERE_GIVEN if getattr(value, key) is not None)
            return {key: _member(value, key) for key in (*KEYS[InspectionDraft], *given)}
        case _ if keys := KEYS.get(type(value)):
            return {key: _member(value, key) for key in keys}
        case _:
            return value


def to_json(extraction: Extraction) -> Json:
    """The object for one file. Its notices are its own and those of its reports, so that none is overlooked."""
    notices = [*extraction.notices, *(notice for report in extraction.reports for notice in report.notices)]
    return {
        "schema": SCHEMA,
        "file": {
            "name": extraction.name,
            "sha256": extraction.sha256 or None,
            "media_type": extraction.media_type,
            "pages": extraction.pages,
        },
        "status": extraction.status,
        "ledger": _json(extraction.ledger),
        "reports": _json(extraction.reports),
        "notices": [_json(notice) for notice in notices],
    }
