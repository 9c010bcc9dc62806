"""Terms are equal to their value, are found by it, have a label, and give fields plain choices."""

import json

import pytest
from django.template import Context, Template

from inspections.models import Report
from inspections.vocabulary import ReportKind, Term
from tests import builders

VOCABULARIES = Term.__subclasses__()


def test_a_term_is_its_value():
    assert "focused-visit" in [ReportKind.FOCUSED_VISIT]
    assert f"{ReportKind.FOCUSED_VISIT}" == "focused-visit"
    assert json.dumps(ReportKind.FOCUSED_VISIT) == '"focused-visit"'
    assert ReportKind("focused-visit") is ReportKind.FOCUSED_VISIT


def test_an_unknown_value_is_no_term():
    with pytest.raises(ValueError, match="novel"):
        ReportKind("novel")


def test_choices_are_plain_texts_with_labels():
    assert ("focused-visit", "Focused visit letter") in ReportKind.choices()
    assert {type(value) for value, _ in ReportKind.choices()} == {str}
    assert ReportKind.values() == [value for value, _ in ReportKind.choices()]


@pytest.mark.parametrize("terms", VOCABULARIES, ids=lambda terms: terms.__name__)
def test_every_term_has_a_label_and_a_value_of_its_own(terms):
    assert all(term.label for term in terms)
    assert len(terms.__members__) == len(list(terms))


def test_templates_go_through_a_vocabulary():
    shown = Template("{% for kind in kinds %}{{ kind }}: {{ kind.label }};{% endfor %}")
    assert "sif: Single inspection report;" in shown.render(Context({"kinds": ReportKind}))


@pytest.mark.django_db
def test_fields_show_the_label():
    report = builders.report(ReportKind.FOCUSED_VISIT)
    assert Report.objects.get(pk=report.pk).get_kind_display() == "Focused visit letter"
