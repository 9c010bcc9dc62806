"""Public pages about what was said, and those that show both what was said and with which verdict."""
