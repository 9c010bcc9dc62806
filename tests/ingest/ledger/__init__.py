"""Tests of the ledger of words."""
