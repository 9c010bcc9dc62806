"""Whether a finding praises or criticises, with the words that led to it."""
