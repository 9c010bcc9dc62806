"""The revision of the knowledge base, and the pages and computed values that are kept for one revision."""
