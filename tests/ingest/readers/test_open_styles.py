import pytest
from lxml import etree

from ingest.readers.open_styles import OpenStyle, OpenStyles
from tests.office import OPEN_NAMES


def styles(*given: str) -> OpenStyles:
    """Styles, each given as its name, that of its parent ("" for none), and the element of its properties."""
    made = []
    for one in given:
        name, parent, properties = one.split("|")
        based = f' style:parent-style-name="{parent}"' if parent else ""
        made.append(f'<style:style style:name="{name}"{based}>{properties}</style:style>')
    return OpenStyles([etree.fromstring(f"<office:styles {OPEN_NAMES}>{''.join(made)}</office:styles>"), None])


LINE = '<style:text-properties style:text-line-through-style="{}"/>'
RED = '<style:table-cell-properties fo:background-color="#ff0000"/>'


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        (LINE.format("solid"), OpenStyle(struck=True)),
        (LINE.format("none"), OpenStyle()),
        ('<style:text-properties style:text-line-through-type="single"/>', OpenStyle(struck=True)),
        (RED, OpenStyle(colour="FF0000")),
        ('<style:table-cell-properties fo:background-color="#eeeeee"/>', OpenStyle()),
        ('<style:table-cell-properties fo:background-color="transparent"/>', OpenStyle()),
        ('<style:text-properties fo:background-color="#ff0000"/>', OpenStyle()),
        ('<style:text-properties text:display="none"/>', OpenStyle(hidden=True)),
        ('<style:table-properties table:display="false"/>', OpenStyle(hidden=True)),
        ('<style:table-properties table:display="true"/>', OpenStyle()),
    ],
)
def test_what_a_style_does(properties: str, style: OpenStyle) -> None:
    assert styles(f"x||{properties}").of("x") == style


def test_a_style_has_what_its_parent_has_unless_it_says_otherwise() -> None:
    known = styles(f"base||{RED}{LINE.format('solid')}", f"own|base|{LINE.format('none')}", "same|base|")
    assert known.of("same") == OpenStyle(colour="FF0000", struck=True)
    assert known.of("own") == OpenStyle(colour="FF0000")


def test_a_style_that_nothing_tells_of_does_nothing() -> None:
    known = styles("a|b|", "b|a|")
    assert known.of("a") == known.of("unknown") == known.of(None) == OpenStyle()
