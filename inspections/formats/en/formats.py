"""Formats of dates and times as GOV.UK writes them: the full name of the month, and a 24-hour clock.

Django's own formats for en-gb shorten months and use a 12-hour clock.
"""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
