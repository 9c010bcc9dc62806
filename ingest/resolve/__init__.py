"""From what a report says ("paragraph 19", "recommendation 6", "the inspection of 2019") to links.

Profiles find references; here they are resolved, and only to a single candidate. What cannot be resolved is kept with
the reason.
"""

from ingest.resolve.evidence import sync_evidence
from ingest.resolve.frameworks import framework_of
from ingest.resolve.references import sync_references
from ingest.resolve.restatements import link_restatements

__all__ = ["framework_of", "link_restatements", "sync_evidence", "sync_references"]
