"""Commands about what was said."""
