"""A small press for made-up reports: it sets headings, numbered paragraphs, lists, tables and frames like Word.

A ``Look`` holds what varies between reports: page, type, margins, bullets, running matter and the order of the file.
Words are placed line by line and drawn at the end of each page, so that the order of the file can differ from that of
the page.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LEADING = 1.21
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
SIGNS = "Vera"
BULLETS = "\uf06e\u25fc\u25aa\u2022\uf0a7\uf0b7\u0083\uf02d\uf0be\u2212\u2500\u2015\u0336"
EARLY, USUAL, LATE = 0, 1, 2


def _register_signs() -> None:
    """A font that has every bullet of Word's symbol fonts: each is drawn as a dot and says which sign it is."""
    font = TTFont(SIGNS, "Vera.ttf")
    for sign in BULLETS:
        font.face.charToGlyph.setdefault(ord(sign), font.face.charToGlyph[ord("\u2022")])
        font.face.charWidths.setdefault(ord(sign), font.face.charWidths[ord("\u2022")])
    pdfmetrics.registerFont(font)


_register_signs()

Footer = Callable[[int], tuple[tuple[float, float, str, float, bool], ...]]


def number_right(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """The page number alone, large, at the right foot."""
    return ((513, 806, str(page), 20, False),)


def number_odd_even(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """The page number alone, large, at the outer foot."""
    return ((513 if page % 2 else 80, 806, str(page), 20, False),)


def number_centred(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """The page number alone, small, in the middle of the foot."""
    return ((295, 806, str(page), 9, False),)


def no_footer(page: int) -> tuple[tuple[float, float, str, float, bool], ...]:
    """Nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is printed; lengths are points from the top left corner."""

    width: float = 595
    height: float = 842
    left: float = 72
    right: float = 525
    top: float = 90
    bottom: float = 760
    size: float = 12
    number_x: float = 72
    text_x: float = 99
    bullet: str = "\uf06e"
    bullet_x: float = 72
    bullet_text_x: float = 99
    second: str = "\uf02d"
    dot: str = "."
    footer: Footer = number_right
    footer_layer: int = EARLY
    table_layer: int = USUAL
    frame_layer: int = USUAL
    scaled: bool = False


@dataclass(slots=True)
class _Page:
    texts: list[tuple[int, float, float, str, float, bool]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a printed text in points."""
    return float(pdfmetrics.stringWidth(text, BOLD if bold else PLAIN, size))


def wrap(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The lines of a text, broken at spaces and behind hyphens as Word breaks them."""
    lines, line = [], ""
    for word in text.replace("-", "-\0").split(" "):
        for i, piece in enumerate(word.split("\0")):
            joined = f"{line}{piece}" if i or not line else f"{line} {piece}"
            if line and width_of(joined, size, bold) > room:
                lines.append(line)
                line = piece
            else:
                line = joined
    return [*lines, line]


class Press:
    """Sets one document; ``bytes`` gives the PDF."""

    def __init__(self, look: Look | None = None) -> None:
        self.look = look or Look()
        self.pages = [_Page()]
        self.y = self.look.top

    @property
    def page(self) -> int:
        """The number of the page that is being set."""
        return len(self.pages)

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append(_Page())
        self.y = self.look.top

    def at(self, x: float, y: float, text: str, *, size: float = 12, bold: bool = False, layer: int = USUAL) -> None:
        """Place a text with its base line at ``y``."""
        self.pages[-1].texts.append((layer, x, y, text, size, bold))

    def room(self, height: float) -> None:
        """Turn the page if less than this height is left on it."""
        if self.y + height > self.look.bottom:
            self.turn()

    def text(
        self, text: str, x: float | None = None, *, size: float | None = None, bold: bool = False, space: float = 12,
        right: float | None = None, layer: int = USUAL, lines: Sequence[str] | None = None,
    ) -> None:  # fmt: skip
        """Set a paragraph; it runs over the page break where it must. ``lines`` forces where its lines end."""
        size = size or self.look.size
        x = self.look.left if x is None else x
        lines = lines or wrap(text, (right or self.look.right) - x, size, bold)
        for i, line in enumerate(lines):
            first_or_last = len(lines) > 1 and i in (0, len(lines) - 2)
            self.room(LEADING * size if first_or_last else 0)
            self.at(x, self.y, line, size=size, bold=bold, layer=layer)
            self.y += LEADING * size
        self.y += space

    def _keep(self, text: str, x: float) -> None:
        """Turn the page where the first line would stand alone at its foot, so that a marker stays with its text."""
        lines = wrap(text, self.look.right - x, self.look.size)
        self.room(LEADING * self.look.size if len(lines) > 1 else 0)

    def heading(self, text: str, size: float = 14, lines: Sequence[str] | None = None) -> None:
        """Set a bold heading and keep it with what follows."""
        self.y += 6
        self.room(4 * LEADING * size)
        self.text(text, size=size, bold=True, space=8, lines=lines)

    def numbered(self, number: int | str, text: str, lines: Sequence[str] | None = None) -> None:
        """Set a numbered paragraph at the number margin, its text hanging."""
        look = self.look
        self._keep(text, look.text_x)
        self.at(look.number_x, self.y, f"{number}{look.dot}", size=look.size)
        self.text(text, look.text_x, lines=lines)

    def item(self, text: str, level: int = 1, bullet: str | None = None, x: float | None = None) -> None:
        """Set an item of a list."""
        look = self.look
        bullet = bullet or (look.bullet if level == 1 else look.second)
        x = (look.bullet_x if x is None else x) + (level - 1) * 27
        text_x = x + look.bullet_text_x - look.bullet_x
        self._keep(text, text_x)
        self.at(x, self.y, bullet, size=look.size)
        self.text(text, text_x, space=6)

    def table(
        self, rows: Iterable[Sequence[str]], xs: Sequence[float], *, header: Sequence[str] = (), bold: bool = False,
        centred: bool = False, tear: bool = False, size: float | None = None, offsets: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """Set a ruled table.

        ``centred`` puts short cells in the middle of the height of their row; ``tear`` lets rows run over the page
        break; ``header`` is set above the table, and again on each page. ``offsets`` indents the first cell of each
        row.
        """
        size = size or self.look.size
        step = LEADING * size
        if header:
            self._row(header, xs, size=size, bold=True, centred=centred, offset=0)
        for number, row in enumerate(rows):
            cells = [self._cell(text, a, b, size, bold) for text, a, b in zip(row, xs, xs[1:], strict=False)]
            high = max(map(len, cells)) * step + 8
            offset = offsets[number] if number < len(offsets) else 0
            left = int((self.look.bottom - self.y - 8) // step)
            if self.y + high > self.look.bottom and tear and left > 1:
                self._cells([cell[:left] for cell in cells], xs, size=size, bold=bold, centred=False, offset=offset)
                self.turn()
                if header:
                    self._row(header, xs, size=size, bold=True, centred=centred, offset=0)
                self._cells([cell[left:] for cell in cells], xs, size=size, bold=bold, centred=False, offset=offset)
                continue
            if self.y + high > self.look.bottom:
                self.turn()
                if header:
                    self._row(header, xs, size=size, bold=True, centred=centred, offset=0)
            self._cells(cells, xs, size=size, bold=bold, centred=centred, offset=offset)
        self.y += 24

    def _cell(self, text: str, x0: float, x1: float, size: float, bold: bool) -> list[str]:
        return [line for part in text.split("\n") for line in wrap(part, x1 - x0 - 12, size, bold)]

    def _row(
        self, row: Sequence[str], xs: Sequence[float], *, size: float, bold: bool, centred: bool, offset: float
    ) -> None:
        cells = [self._cell(text, a, b, size, bold) for text, a, b in zip(row, xs, xs[1:], strict=False)]
        self._cells(cells, xs, size=size, bold=bold, centred=centred, offset=offset)

    def _cells(
        self,
        cells: Sequence[Sequence[str]],
        xs: Sequence[float],
        *,
        size: float,
        bold: bool,
        centred: bool,
        offset: float,
    ) -> None:
        step = LEADING * size
        most = max(map(len, cells), default=1)
        top, bottom = self.y - size, self.y - size + most * step + 8
        for column, lines in enumerate(cells):
            down = (most - len(lines)) * step / 2 if centred else 0
            for i, line in enumerate(lines):
                x = xs[column] + 6 + (offset if column == 0 else 0)
                self.at(x, self.y + 3 + down + i * step, line, size=size, bold=bold, layer=self.look.table_layer)
        self.pages[-1].rules += [(xs[0], top, xs[-1], top), (xs[0], bottom, xs[-1], bottom)]
        self.pages[-1].rules += [(x, top, x, bottom) for x in xs[: len(cells)]] + [(xs[-1], top, xs[-1], bottom)]
        self.y += most * step + 8

    def frame(self, draw: Callable[[], None], x0: float = 66, x1: float = 531) -> None:
        """Draw a frame of one cell round what ``draw`` sets; it must fit on the page."""
        top, page = self.y - 14, self.pages[-1]
        draw()
        assert self.pages[-1] is page, "the frame does not fit"
        bottom = self.y - 6
        page.rules += [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]
        self.y += 18

    def bytes(self) -> bytes:
        """The document as a PDF."""
        look, out = self.look, BytesIO()
        canvas = Canvas(out, pagesize=(look.width, look.height), invariant=1)
        for number, page in enumerate(self.pages, 1):
            footer = [(look.footer_layer, *part) for part in look.footer(number)]
            for x0, top, x1, bottom in page.rules:
                canvas.line(x0, look.height - top, x1, look.height - bottom)
            for _, x, y, text, size, bold in sorted(footer + page.texts, key=lambda part: part[0]):
                self._draw(canvas, x, look.height - y, text, size=size, bold=bold)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _draw(self, canvas: Canvas, x: float, y: float, text: str, *, size: float, bold: bool) -> None:
        sign, _, rest = text.partition(" ")
        if sign in BULLETS and rest:
            self._draw(canvas, x, y, sign, size=size, bold=bold)
            self._draw(canvas, x + size, y, rest, size=size, bold=bold)
            return
        try:
            text.encode("cp1252")
            font = BOLD if bold else PLAIN
        except UnicodeEncodeError:
            font = SIGNS
        if self.look.scaled:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.scale(size, size)
            canvas.setFont(font, 1)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        else:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
