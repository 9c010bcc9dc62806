"""The revision of the knowledge base, and pages that are kept for one revision."""
