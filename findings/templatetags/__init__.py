"""Template tags that name reports and records."""
