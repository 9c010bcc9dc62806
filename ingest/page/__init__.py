"""The shape of a page: words, lines, furniture, tables, blocks. Only readers import from here."""
