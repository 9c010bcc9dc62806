"""Deciding the themes of a record and the polarity of a finding at the desk: as suggested, or otherwise."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User

from findings.corrections.interpretations import MOST_THEMES, decide
from findings.corrections.making import CorrectionError
from findings.desk.asking import AskingForm
from findings.interpretation.suggestions import suggested_polarity, suggested_themes
from findings.interpretation.themes import THEMES
from findings.models import Correction
from inspections.vocabulary import Polarity


class InterpretForm(AskingForm):
    """Themes, and for a finding its polarity. They stand as they are now, so that sending the form confirms them."""

    offered = ("Read by a person: right as suggested.", "Read by a person: the rules misunderstood it.")
    polarity = forms.ChoiceField(choices=Polarity.choices(), widget=forms.RadioSelect, label="Polarity")
    themes = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Themes",
        help_text=f"Those that the record is mainly about: usually one to three, at most {MOST_THEMES}.",
    )

    def __init__(self, data: Any, token: str, record: Any) -> None:
        super().__init__(data, token)
        themes: Any = self.fields["themes"]
        themes.choices = [(theme.code, theme.name) for theme in THEMES.values()]
        self.initial["themes"] = list(record.theme_codes)
        if "polarity" in record.INTERPRETED:
            self.initial["polarity"] = record.polarity
        else:
            del self.fields["polarity"]


def decide_all(record: Any, form: InterpretForm, user: User) -> None:
    """Decide each interpretation of a record as the form has it. What a person decided so before stays.

    Raises CorrectionError if all of it was decided so before.
    """
    given, made = form.cleaned_data, list[Correction]()
    for field in record.INTERPRETED:
        chosen = given[field]
        if record.is_decided(field) and _is_same(record, field, chosen):
            continue
        made.append(decide(record, field, chosen, given["reason"], user))
    if not made:
        raise CorrectionError("A person decided all of this already, and nothing was changed.")


def suggestion_in_words(record: Any) -> str:
    """What the rules suggest for a record, and the words that led to it, in a sentence."""
    found = [(THEMES[one.value].name, one.because) for one in suggested_themes(record.suggested)]
    if (polarity := suggested_polarity(record.suggested)) is not None:
        found.insert(0, (Polarity(polarity.value).label, polarity.because))
    if not found:
        return "The rules suggest no theme."
    return f"The rules suggest: {'; '.join(_because(name, words) for name, words in found)}."


def _because(name: str, words: tuple[str, ...]) -> str:
    quoted = ", ".join(f"“{one}”" for one in words)
    return f"{name} (because of {quoted})" if words else name


def _is_same(record: Any, field: str, chosen: Any) -> bool:
    return set(record.theme_codes) == set(chosen) if field == "themes" else getattr(record, field) == chosen
