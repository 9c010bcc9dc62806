"""The project: who was inspected, by whom, when, and with which verdict."""
