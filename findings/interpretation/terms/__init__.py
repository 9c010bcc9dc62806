"""Terms of one to four words, and where they stand in a text; what themes and polarity are read from."""
