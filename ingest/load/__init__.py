"""Loading: the only writer of extracted rows. One transaction a document, idempotent, and no correction is lost."""

from ingest.load.document import load
from ingest.load.tally import LoadResult

__all__ = ["LoadResult", "load"]
