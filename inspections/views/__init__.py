"""Public pages about who was inspected, when, with which verdict."""
