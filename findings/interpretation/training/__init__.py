"""Learning weights from readings by hand; run by developers, never by the site."""
