"""What the pages of a report, a record and a document show. Only views import from here."""
