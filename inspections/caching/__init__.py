"""The revision of the knowledge base, and what is kept for one revision: pages, and values that take long to compute."""
