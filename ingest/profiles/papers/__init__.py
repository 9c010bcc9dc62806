"""Profiles of the papers around an inspection: Cabinet, commissioner, direction, agenda."""
