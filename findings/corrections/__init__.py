"""Corrections, the values that follow from them, and records that people add."""
