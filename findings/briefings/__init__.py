"""Briefings: what is held on an authority, an inspection, a theme or chosen records, with a note for each sentence."""
