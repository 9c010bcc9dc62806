"""Alerts: a list or search that somebody follows by e-mail, without an account.

``list_queries`` reads what shall be followed from an address. ``subscribing`` takes an address, ``tokens`` makes the
links with which it is confirmed and taken back. ``changed`` tells what came or changed since it was last looked at,
``matching`` finds the saved searches that it concerns, ``digests`` makes of it what a mail says, ``sending`` sends it.

The models are an app of their own: what subscribers do changes no knowledge, so it renews no revision
(``inspections.write``), and kept pages stay.
"""
