"""The ledger: what became of every word of a document, found without asking the profile that read it.

``account`` looks for the words of each block among those of the drafts (``recorded``), then among what is known to
stand in such documents without saying anything about services (``furniture``). What is neither was left out, and is
named in a notice.
"""

from ingest.ledger.accounting import ReadPart, account

__all__ = ["ReadPart", "account"]
