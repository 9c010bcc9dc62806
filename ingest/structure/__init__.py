"""The structure of a report: outline, sections, records, grades. Only profiles import from here."""
