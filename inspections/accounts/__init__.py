"""Logging in to the editors' admin: from where an attempt came, and how many may fail."""
