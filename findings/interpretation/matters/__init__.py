"""Which records of a later report are about the matter of a recommendation, and what they say of it."""
