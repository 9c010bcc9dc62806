"""Records of the work: runs of the loader, and documents that people sent in through the browser."""

from ingest.models.runs import IngestItem, IngestRun, Outcome
from ingest.models.uploads import DocumentState, Upload, UploadedDocument, UploadedDocumentQuerySet, Wish

__all__ = [
    "DocumentState",
    "IngestItem",
    "IngestRun",
    "Outcome",
    "Upload",
    "UploadedDocument",
    "UploadedDocumentQuerySet",
    "Wish",
]
