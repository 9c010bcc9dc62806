"""Profiles of joint area reviews and of the progress inspections after them."""
