"""Citations that stand alone: what is cited, by whom, about whom, of which days, and where it stands; in four forms."""
