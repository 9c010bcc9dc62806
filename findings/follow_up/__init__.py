"""What became of recommendations, and how far improvement plans are."""
