"""The menu marks the page that is shown, or the one above it."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.urls import reverse, set_script_prefix

from inspections.templatetags.menu import MENU, MENU_PAGE_ABOVE, footer, header, menu


def request_for(name: str):
    return SimpleNamespace(resolver_match=SimpleNamespace(url_name=name))


def marked(request) -> dict[str, str]:
    return {item.page: item.current for item in menu(request) if item.current}


def test_the_page_shown_is_marked():
    assert marked(request_for("matrix")) == {"matrix": "page"}


@pytest.mark.parametrize(("name", "above"), [("compare", "matrix"), ("plan", "plans"), ("data", "about")])
def test_the_page_above_the_one_shown_is_marked(name, above):
    assert marked(request_for(name)) == {above: "true"}


@pytest.mark.parametrize("request_", [None, SimpleNamespace(resolver_match=None), request_for("home")])
def test_elsewhere_nothing_is_marked(request_):
    assert [item.text for item in menu(request_)] == list(MENU.values())
    assert marked(request_) == {}


def test_every_page_of_the_menu_has_an_address_and_stands_above_known_ones():
    assert all(reverse(page) for page in MENU)
    assert set(MENU_PAGE_ABOVE.values()) <= set(MENU)


def test_the_name_of_the_site_is_that_of_the_settings(settings):
    settings.SITE_NAME = "Another name"
    assert Template("{% load menu %}{% site_name %}").render(Context()) == "Another name"


def test_the_head_marks_the_page_and_links_to_all_others():
    head = header(request_for("matrix"))
    assert head.count('aria-current="page"') == 1
    assert all(f'href="{reverse(page)}"' in head for page in MENU)
    assert 'aria-current="page"' not in header(None)


def test_head_and_foot_have_the_addresses_of_the_place_where_the_site_is():
    assert f'href="{reverse("about")}"' in footer()
    set_script_prefix("/here/")
    try:
        assert 'href="/here/about/"' in footer()
        assert 'href="/here/about/"' in header(None)
    finally:
        set_script_prefix("/")
