"""Measuring: an invented knowledge base of any size, the time of pages over it, and the speed of reading."""
