"""Dates with the whole name of the month and hours up to 24, as GOV.UK writes them; Django's own for en-gb shorten both."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
