"""List pages: their filters, facets, counts and paging."""
