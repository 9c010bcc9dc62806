import pytest
from lxml import html

from ingest.readers.web_elements import hidden_classes, is_dropped, is_inline, is_main, is_running, markup_of, words_of


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Plans\n are <i>clear</i>.</p>", "Plans are clear."),
        ("<p>Plans<br>visits</p>", "Plans\nvisits"),
        ("<p>Plans<sup>3</sup> are clear</p>", "Plans are clear"),
        ("<p>10<sup>th</sup> of May</p>", "10th of May"),
        ("<p>Plans<span hidden>never</span></p>", "Plans"),
    ],
)
def test_the_words_of_an_element_stand_as_a_browser_prints_them(source: str, words: str) -> None:
    assert words_of(html.fromstring(source)) == words


def test_an_element_of_a_line_that_holds_a_block_is_a_block() -> None:
    assert is_inline(html.fromstring("<b>Plans</b>"))
    assert not is_inline(html.fromstring("<a><div>Plans</div></a>"))


def test_what_is_shown_runs_along_or_is_the_main_part() -> None:
    assert is_dropped(html.fromstring('<div aria-hidden="true">x</div>'))
    assert not is_dropped(html.fromstring("<div>x</div>"))
    assert is_running(html.fromstring('<div role="banner">x</div>'))
    assert is_running(html.fromstring("<div><header>x</header></div>")[0])
    assert not is_running(html.fromstring("<article><header>x</header></article>")[0])
    assert is_main(html.fromstring('<div role="main">x</div>'))


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


def test_a_form_around_a_whole_page_is_shown() -> None:
    assert not is_dropped(html.fromstring("<form><table><tr><td>Plan</td></tr></table></form>"))
    assert is_dropped(html.fromstring("<form><label>Search</label><input></form>"))
