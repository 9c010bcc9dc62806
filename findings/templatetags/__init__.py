"""What the templates need to name reports and records."""
