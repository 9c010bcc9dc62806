"""The form that chooses the columns of a list."""

from django.template import Context, Template

from findings.exports.columns import ExportColumn
from findings.templatetags import columns

TEXT, PAGE = (ExportColumn(name, "", lambda row, site: row) for name in ("text", "page"))


def shown(choices, chosen=()) -> str:
    template = Template("{% load columns %}{% column_chooser choices chosen %}")
    return " ".join(template.render(Context({"choices": choices, "chosen": chosen})).split())


def test_each_column_can_be_chosen_and_those_chosen_are_checked():
    html = shown([(TEXT, True), (PAGE, False)], [TEXT])
    assert 'value="text" form="filters-form" checked>' in html
    assert 'value="page" form="filters-form">' in html
    assert "columns (1 chosen)" in html
    assert "chosen)" not in shown([(TEXT, False), (PAGE, False)])


def test_it_is_rendered_once_for_each_choice(monkeypatch):
    columns._column_chooser.cache_clear()
    rendered = iter("123")
    monkeypatch.setattr(columns, "render_to_string", lambda name, context: next(rendered))
    assert [shown([(TEXT, is_chosen)]) for is_chosen in (True, False, True)] == ["1", "2", "1"]
    columns._column_chooser.cache_clear()
