"""Confirming records: a person says that one is right as it is, until a reading or a correction changes it.

``keys`` says what is confirmed, ``service`` confirms, withdraws and lets confirmations lapse, and ``share`` counts
how much of a report is confirmed.
"""
