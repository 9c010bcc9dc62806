"""Pages of PDFs as pdfium gives them: words with their type, and drawn lines.

pdfium is not safe with threads; use processes.
"""
