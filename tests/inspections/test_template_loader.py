"""Components are loaded without their leading comments and surrounding white space, other templates as they are."""

import pytest
from django.template import Context, Engine, TemplateDoesNotExist


@pytest.fixture
def engine(tmp_path) -> Engine:
    """An engine with a component and a page in a folder of their own."""
    folder = tmp_path / "components"
    folder.mkdir()
    comments = "{# A name. #}\n{# name: the name; link: its address. #}\n"
    (folder / "name.html").write_text(f"{comments}\n<b>{{{{ name }}}}</b>{{# end #}}\n \n")
    (tmp_path / "page.html").write_text(
        '{# A page. #}\n{% include "components/name.html" with name="Ada" %}, who reads.\n'
    )
    return Engine(dirs=[tmp_path], loaders=["inspections.template_loader.ComponentLoader"])


def test_a_component_has_no_white_space_around_it(engine):
    assert engine.get_template("components/name.html").render(Context({"name": "Ada"})) == "<b>Ada</b>"


def test_only_leading_comments_are_removed_from_the_source(engine):
    source = engine.get_template("components/name.html").source
    assert source == "<b>{{ name }}</b>{# end #}"


def test_a_component_is_included_within_a_line(engine):
    assert engine.get_template("page.html").render(Context()) == "\n<b>Ada</b>, who reads.\n"


def test_other_templates_are_loaded_as_they_are(engine):
    assert engine.get_template("page.html").source.startswith("{# A page. #}\n")


def test_a_missing_component_is_an_error(engine):
    with pytest.raises(TemplateDoesNotExist):
        engine.get_template("components/none.html")
