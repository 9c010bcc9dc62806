"""Profiles of inspections that grade: ILACS, SIF, LAC and LSCB reviews."""
