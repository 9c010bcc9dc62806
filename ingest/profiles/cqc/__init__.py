"""Profiles of what the Care Quality Commission publishes about health services for children."""
