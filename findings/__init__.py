"""Findings, recommendations and actions: their corrections, search, pages and exports."""
