"""What the templates need beyond Django's own tags."""
