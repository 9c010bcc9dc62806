"""Documents to measure reading with."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas


def make_documents(folder: Path) -> None:
    """Two documents of two and three pages, one broken one and one that only has the name."""
    for name, pages in (("one", 2), ("two", 3)):
        canvas = Canvas(str(folder / f"{name}.pdf"))
        for page in range(pages):
            canvas.drawString(72, 720, f"Page {page + 1} of a report about Wexcombe")
            canvas.showPage()
        canvas.save()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (folder / "named.pdf").write_bytes(b"<html>not a report</html>")
