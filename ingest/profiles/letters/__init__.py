"""Profiles of inspectors' letters: focused visits, monitoring visits, JTAIs."""
