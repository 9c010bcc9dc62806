"""Profiles of improvement plans."""
