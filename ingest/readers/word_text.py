"""The words of one paragraph of a Word document, with what hangs on it: text boxes, notes, words that are marked."""

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.readers.word_numbers import W, value_of
from ingest.readers.word_styles import WordStyle, WordStyles, is_on

BOX = f"{W}txbxContent"
DELETED = frozenset({f"{W}del", f"{W}moveFrom", f"{W}delText"})
INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
NO_WORDS = frozenset({f"{W}rt", f"{W}instrText", f"{W}rPr", f"{W}pPr", f"{W}sdtPr", f"{W}sdtEndPr"})
SIGNS = {f"{W}tab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
FILE_LINES = re.compile(r"[\r\n]+\s*")
"""Line ends inside the words of a run, which Word shows as a space: those of the paper are ``w:br``."""
TEXT = frozenset({f"{W}t", "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"})
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
SYMBOLS = {
    **dict.fromkeys((("wingdings", "FC"), ("wingdings 2", "50"), ("wingdings", "FE"), ("wingdings 2", "52")), "\u2713"),
    **dict.fromkeys((("wingdings", "FB"), ("wingdings", "FD"), ("wingdings 2", "4F"), ("wingdings 2", "51")), "\u2717"),
    **dict.fromkeys((("wingdings", "A8"), ("wingdings", "6F"), ("wingdings 2", "A3"), ("wingdings", "71")), "\u2610"),
    **dict.fromkeys((("wingdings", "78"), ("wingdings 2", "54"), ("wingdings 2", "53")), "\u2612"),
    **dict.fromkeys((("wingdings", "E0"), ("wingdings", "E8"), ("symbol", "AE")), "\u2192"),
    **{("symbol", "B3"): "\u2265", ("symbol", "A3"): "\u2264", ("symbol", "B0"): "\u00b0", ("symbol", "B1"): "\u00b1"},
}
"""The signs that forms and lists use of symbol fonts, by font and number; boxes and ticks are those of Unicode."""

PAGE_BREAKS = ("page", "column")


@dataclass(frozen=True, slots=True)
class _Look:
    """How words are shown, and whether a change inserts them."""

    bold: bool = False
    hidden: bool = False
    struck: bool = False
    inserted: bool = False


class WordText:
    """The words of a paragraph.

    ``text`` has tabs and line ends as they stand; ``bold`` is True when all its words are; ``boxes`` are the text
    boxes that it holds, ``notes`` the kinds and names of the notes that it cites. ``hidden`` and ``deleted`` are words
    that ``text`` has not; ``struck`` and ``inserted`` are words that it has.
    """

    def __init__(self, paragraph: Any, styles: WordStyles | None = None) -> None:
        self._styles = styles
        self._style = styles.of(paragraph) if styles else WordStyle()
        self._pieces: list[tuple[str, bool]] = []
        self.boxes: list[Any] = []
        self.notes: list[tuple[str, str]] = []
        self.hidden: list[str] = []
        self.struck: list[str] = []
        self.inserted: list[str] = []
        self.deleted: list[str] = []
        for child in paragraph:
            self._take(child, _Look())
        self.text = "".join(text for text, _ in self._pieces)
        self.bold = bool(self.text.strip()) and all(bold for text, bold in self._pieces if text.strip())

    def _take(self, element: Any, look: _Look) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in NO_WORDS:
            return
        if tag in DELETED:
            self.deleted.append(words_in(element))
        elif tag == f"{W}r":
            self._run(element, look)
        elif tag == BOX:
            self.boxes.append(element)
        elif tag in TEXT:
            self._add(FILE_LINES.sub(" ", element.text or ""), look)
        elif tag in SIGNS:
            self._add(SIGNS[tag], look)
        elif tag == f"{W}sym":
            self._add(_symbol(element), look)
        elif tag == f"{W}fldChar":
            self._add(_chosen(element), look)
        elif tag.endswith("}textpath"):
            self._add(element.get("string") or "", look)
        elif tag == f"{W}br":
            self._add("\n" if element.get(f"{W}type") not in PAGE_BREAKS else "", look)
        elif tag in NOTES:
            self.notes.append((NOTES[tag], element.get(f"{W}id") or ""))
        elif tag.endswith("}AlternateContent"):
            for child in list(element)[:1]:  # the others repeat it for older programs
                self._take(child, look)
        else:
            look = replace(look, inserted=look.inserted or tag in INSERTED)
            for child in element:
                self._take(child, look)

    def _run(self, run: Any, around: _Look) -> None:
        own = run.find(f"{W}rPr")
        style = value_of(own, "rStyle") if own is not None else None
        named = self._styles.by_name(style) if self._styles and style else WordStyle()
        struck = is_on(own, "strike", default=named.struck or self._style.struck) or is_on(own, "dstrike")
        hidden = is_on(own, "vanish", default=named.hidden or self._style.hidden)
        look = replace(around, bold=is_on(own, "b", default=named.bold), hidden=hidden, struck=struck)
        for child in run:
            self._take(child, look)

    def _add(self, text: str, look: _Look) -> None:
        if not look.hidden:
            self._pieces.append((text, look.bold))
        if not text.strip():
            return
        if look.hidden:
            self.hidden.append(text.strip())
        elif look.struck:
            self.struck.append(text)
        if look.inserted and not look.hidden:
            self.inserted.append(text)


def words_in(element: Any) -> str:
    """The words of an element, those that changes delete included."""
    words: list[str] = []
    for one in element.iter(f"{W}t", f"{W}delText", f"{W}p"):
        words.append(" " if one.tag == f"{W}p" else one.text or "")
    return "".join(words).strip()


def without_prompts(root: Any) -> list[str]:
    """Take out of an element the words of content controls that only ask for some ("Click here to enter a date").

    Returns those words.
    """
    prompts = []
    for control in [one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None]:
        prompts.append(words_in(control))
        for run in [*control.iter(f"{W}r")]:
            run.getparent().remove(run)
    return [*filter(None, prompts)]


def _symbol(element: Any) -> str:
    """A sign of a symbol font as a person sees it, a bullet where it is another one than those of forms and lists."""
    code = (element.get(f"{W}char") or "").upper().removeprefix("F0").removeprefix("00")
    font = (element.get(f"{W}font") or "").casefold()
    return SYMBOLS.get((font, code), "\u2022" if font.startswith("wingdings") else "")


def _chosen(field: Any) -> str:
    """What is chosen in a field of a form: the entry of a list, or whether a box is ticked; "" for other fields."""
    entries = field.find(f"{W}ffData/{W}ddList")
    if entries is not None:
        names = [one.get(f"{W}val") or "" for one in entries.iter(f"{W}listEntry")]
        chosen = int(value_of(entries, "result") or value_of(entries, "default") or 0)
        return names[chosen] if chosen < len(names) else ""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    return "\u2612" if is_on(box, "checked", default=is_on(box, "default")) else "\u2610"
