import pytest
from lxml import html

from ingest.readers.web_markup import hidden_classes, markup_of
from inspections.notice_codes import NoticeCode


@pytest.mark.parametrize(
    ("source", "hidden", "struck"),
    [
        ('<p>Plans <span style="display: none">never</span></p>', ["never"], []),
        ('<p>Plans <b style="visibility:hidden">are <i>never</i></b></p>', ["are never"], []),
        ("<p>Plans</p><div hidden><p>clear <script>x</script></p></div>", ["clear"], []),
        ('<p>Plans <span aria-hidden="true">»</span></p>', [""], []),
        ("<p>Plans <del>never</del> <s>late</s></p>", [], [("never late", "")]),
        ('<p>Plans <span style="text-decoration-line: line-through">never</span></p>', [], [("never", "")]),
        ('<p>Plans <span style="text-decoration: underline; color: red">never</span></p>', [], []),
        ("<nav><p hidden>Home</p></nav><p>Plans</p><form><p hidden>Search</p></form>", [], []),
        ("<form><h1>Plan</h1><p hidden>never</p></form>", ["never"], []),
    ],
)
def test_hidden_and_struck_words_are_noted(source: str, hidden: list[str], struck: list[tuple[str, str]]) -> None:
    found = markup_of(html.fromstring(f"<div>{source}</div>"), None)
    assert (found.hidden, found.struck) == (hidden, struck)


STYLES = """
/* .seen {display: none} */ .gone, .away {color: red; display: none} p.seen {display: none}
@media print {.seen {display: none} a {color: red}} .seen {display: block} .last{visibility:hidden}
} .seen {display: none; /* } never ends
"""


def test_words_that_the_styles_of_a_page_hide_are_noted() -> None:
    page = html.document_fromstring(
        f'<style>{STYLES}</style><body><p class="seen x">a</p><p class="x gone">b</p><p class="last">c</p></body>'
    )
    assert hidden_classes(page.getroottree()) == {"gone", "away", "last"}
    found = markup_of(page.find("body"), None)
    assert (found.unseen, found.hidden) == (["b", "c"], [])


def test_only_the_main_part_of_a_page_is_looked_at() -> None:
    page = html.fromstring("<div><p hidden>Cookies</p><main><p hidden>never</p></main></div>")
    assert markup_of(page, page[1]).hidden == ["never"]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('<img src="a.png" alt="Audits by month">', [NoticeCode.PICTURES_LEFT]),
        ('<img src="a.png" width="600" height="400">', [NoticeCode.PICTURES_LEFT]),
        ('<img src="a.png">', [NoticeCode.PICTURES_LEFT]),
        ('<img src="a.png" alt=" " width="600" height="400">', []),
        ('<img src="a.png" width="16" height="16" alt="Audits">', []),
        ("<svg><text>Visits are made</text></svg>", [NoticeCode.TEXT_IN_ANNOTATIONS]),
        ('<form><input value="Ann"><textarea>Late</textarea></form>', [NoticeCode.TEXT_IN_ANNOTATIONS]),
        ('<form><input type="hidden" value="x"><select><option>Red</option></select></form>', []),
        ('<iframe src="https://x.test/plan"></iframe>', [NoticeCode.ATTACHMENTS]),
        ("<script>Visits are made</script>", []),
        ('<nav><img src="a.png" alt="Audits by month"></nav>', []),
    ],
)
def test_what_is_not_read_is_told(source: str, codes: list[NoticeCode]) -> None:
    page = html.document_fromstring(f"<html><body><p>Plan</p>{source}</body></html>")
    assert [notice.code for notice in markup_of(page.find("body"), None).notices()] == codes
