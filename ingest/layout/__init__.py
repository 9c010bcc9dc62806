"""Shape of a page, shared by readers and profiles: joining paragraphs, headings, numbering, lists, tables."""
