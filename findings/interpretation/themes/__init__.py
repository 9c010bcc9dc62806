"""The themes that a record is materially about, each with the words that led to it."""
