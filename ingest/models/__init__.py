"""Records of the work: runs of the loader, documents that people sent in, and addresses that are fetched."""

from ingest.models.addresses import FetchAddress
from ingest.models.runs import IngestItem, IngestRun, Outcome
from ingest.models.uploads import DocumentState, Upload, UploadedDocument, UploadedDocumentQuerySet, Wish

__all__ = [
    "DocumentState",
    "FetchAddress",
    "IngestItem",
    "IngestRun",
    "Outcome",
    "Upload",
    "UploadedDocument",
    "UploadedDocumentQuerySet",
    "Wish",
]
