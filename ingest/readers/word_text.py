"""The words of one paragraph of a Word document, with what hangs on it: text boxes, notes and hidden words."""

from typing import Any

from ingest.readers.word_numbers import W, value_of
from ingest.readers.word_styles import WordStyles, is_on

BOX = f"{W}txbxContent"
DELETED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}rt", f"{W}instrText", f"{W}delText"})
SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
TEXT = frozenset({f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"})
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
PAGE_BREAKS = ("page", "column")


class WordText:
    """The words of a paragraph.

    ``text`` has tabs and line ends as they stand; ``bold`` is True when all its words are; ``boxes`` are the text
    boxes that it holds, ``notes`` the kinds and names of the notes that it cites, ``hidden`` the words that are hidden.
    """

    def __init__(self, paragraph: Any, styles: WordStyles | None = None) -> None:
        self._styles = styles
        self._pieces: list[tuple[str, bool]] = []
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self.hidden: list[str] = []
        for child in paragraph:
            self._take(child, bold=False, hidden=False)
        self.text = "".join(text for text, _ in self._pieces)
        self.bold = bool(self.text.strip()) and all(bold for text, bold in self._pieces if text.strip())

    def _take(self, element: Any, bold: bool, hidden: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in DELETED:
            return
        if tag == f"{W}r":
            self._run(element)
        elif tag == BOX:
            self.boxes.append(element)
        elif tag in TEXT:
            self._add(element.text or "", bold, hidden)
        elif tag in SIGNS:
            self._add(SIGNS[tag], bold, hidden)
        elif tag == f"{W}br":
            self._add("\n" if element.get(f"{W}type") not in PAGE_BREAKS else "", bold, hidden)
        elif tag in NOTES:
            self.notes.append((NOTES[tag], element.get(f"{W}id") or ""))
        elif tag.endswith("}AlternateContent"):
            for child in list(element)[:1]:  # the others repeat it for older programs
                self._take(child, bold, hidden)
        elif tag not in (f"{W}rPr", f"{W}pPr"):
            for child in element:
                self._take(child, bold, hidden)

    def _run(self, run: Any) -> None:
        look = run.find(f"{W}rPr")
        style = value_of(look, "rStyle") if look is not None else None
        named = self._styles.by_name(style) if self._styles and style else None
        bold = is_on(look, "b", default=bool(named and named.bold))
        hidden = is_on(look, "vanish", default=bool(named and named.hidden))
        for child in run:
            self._take(child, bold, hidden)

    def _add(self, text: str, bold: bool, hidden: bool) -> None:
        if not hidden:
            self._pieces.append((text, bold))
        elif text.strip():
            self.hidden.append(text.strip())
