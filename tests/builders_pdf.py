"""Made-up PDFs for tests: letters and reports of an invented authority, drawn word by word where it matters."""

import zlib
from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842
LEADING = 14.5


class Sheet:
    """A page that is written from the top down, in points from the top left corner."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.y = 100.0

    def at(self, x: float, top: float, text: str, size: float = 12, bold: bool = False) -> None:
        """Write text with its base line at ``top``."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, HEIGHT - top, text)

    def lines(self, *texts: str, x: float = 72, size: float = 12, bold: bool = False, space: float = 12) -> None:
        """Write the lines of one paragraph, and leave space under it."""
        for text in texts:
            self.at(x, self.y, text, size, bold)
            self.y += LEADING * size / 12
        self.y += space

    def marked(self, marker: str, *texts: str, x: float = 72, text_x: float = 99) -> None:
        """Write a number or bullet at ``x``, and the lines of its text at the hanging indent."""
        self.at(x, self.y, marker)
        self.lines(*texts, x=text_x)

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Draw a frame."""
        self.canvas.rect(x0, HEIGHT - bottom, x1 - x0, bottom - top)

    def grid(self, xs: list[float], tops: list[float]) -> None:
        """Draw the rules of a table."""
        self.canvas.grid(xs, [HEIGHT - top for top in tops])


def pdf(
    *pages: Callable[[Sheet], None], user_password: str | None = None, size: tuple[float, float] = (WIDTH, HEIGHT)
) -> bytes:
    """A PDF of the pages that the functions draw."""
    out = BytesIO()
    encrypt = StandardEncryption(user_password) if user_password else None
    canvas = Canvas(out, pagesize=size, encrypt=encrypt, invariant=1)
    for draw in pages:
        draw(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of objects as they are given, the first of them the catalogue; numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A compressed stream object."""
    packed = zlib.compress(content, 9)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (head, len(packed), packed)


def one_page(
    content: bytes, resources: bytes = b"<< /Font << /F1 5 0 R >> >>", box: bytes = b"0 0 595 842", *more: bytes
) -> bytes:
    """A PDF with one page of that content; objects 6 and on are ``more``."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources %s >>" % (box, resources),
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )
