"""Formats of dates on pages and in the editors' admin, by language; Django finds them by ``FORMAT_MODULE_PATH``."""
