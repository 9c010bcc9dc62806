"""Loading: the only writer of extracted rows. One transaction a document, idempotent, and no correction is lost."""

from ingest.load.counts import LoadResult
from ingest.load.document import load

__all__ = ["LoadResult", "load"]
