"""Forms of the editors' admin: correct a record, withdraw a correction."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.text import Truncator

from findings.admin.values import as_read, code_of
from findings.admin.versions import (
    THEIRS,
    FieldConflict,
    Version,
    choices_of,
    conflict_of,
    dumped,
    is_unchanged,
    keep_mine,
    loaded,
    version_of,
)
from findings.corrections.identity import WORDS
from findings.corrections.manual_records import WORDS_SHOWN, refusal
from findings.corrections.placing import AT_THE_START
from findings.models import Section
from inspections.models import Domain, Grade, Judgement, partial_dates
from inspections.vocabulary import Origin

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
else:
    ModelForm = forms.ModelForm

REASON_HELP = "Needed whenever something is changed. It is kept with the correction and shown beside it."
REASONS = ("Misread grade.", "Split wrongly.", "Misread letters.", "Heading taken for text.")
"""Reasons that are offered, after the one that names the page."""
CONFLICT = "Somebody changed the same meanwhile, and nothing was saved. Compare the values above, and choose."
SECTION_HELP = "The domain does not follow: set it too if the section is about another one."
DATE_HELP = "As far as it is printed: 2023-07-17, 2023-07 or 2023."


class PlainTextField(forms.CharField):
    """A text that counts as changed only if its words changed, because browsers change line ends."""

    def to_python(self, value: Any) -> Any:
        """The text with the line ends of stored texts."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether anything but line ends and outer blanks differs."""
        return super().has_changed(self.to_python(initial), self.to_python(data))


class PartialDateFormField(forms.CharField):
    """A valid date, month or year, or nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=10, help_text=DATE_HELP, **kwargs)

    def validate(self, value: Any) -> None:
        """Refuse invalid dates."""
        super().validate(value)
        if not partial_dates.is_partial_date(value):
            raise ValidationError("There is no such date. Give it as 2023-07-17, 2023-07 or 2023.")


class ReasonForm(forms.Form):
    """A required reason."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}), label="Reason")


class HandForm(ModelForm):
    """A row that the reading missed: after a record, on a page that exists, with a number that is free."""

    after = forms.ChoiceField(
        required=False,
        label="Stands after",
        help_text="Left open, it stands in the order of the numbers of its section.",
    )
    reason = forms.CharField(
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "reasons", "autocomplete": "off"}),
        label="Reason",
        help_text="It is kept with the record and shown beside it.",
    )
    refused: ClassVar[str] = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        report = fields["report"].queryset.first() if "report" in fields else None
        rows = self._meta.model.objects.live().filter(report=report, origin=Origin.READ).order_by("ordinal")
        words = WORDS[self._meta.model.KIND]
        named = [(row.anchor, f"{row}: {Truncator(getattr(row, words)).words(WORDS_SHOWN)}") for row in rows]
        fields["after"].choices = [("", "-"), (AT_THE_START, "Nothing: it is the first"), *named]

    def clean(self) -> dict[str, Any] | None:
        """Refuse a page that does not exist and a number that is taken."""
        cleaned = super().clean()
        given = self.cleaned_data
        if self.refused:
            self.add_error(None, self.refused)
        if report := given.get("report"):
            for name, sentence in refusal(report, self._meta.model, given).items():
                self.add_error(name if name in self.fields else None, sentence)
        self.instance.after = given.get("after", "")
        return cleaned


class JudgementHandForm(HandForm):
    """A judgement that the reading missed: with a grade of the framework, or the reason why it has none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        report = fields["report"].queryset.first() if "report" in fields else None
        framework = report.inspection.framework if report and report.inspection else None
        if "grade" in fields:
            fields["grade"].queryset = Grade.objects.filter(framework=framework)
            in_framework = Domain.objects.filter(framework_domains__framework=framework).distinct()
            fields["domain"].queryset = in_framework if framework else Domain.objects.all()

    def clean(self) -> dict[str, Any] | None:
        """Require either a grade or the reason for its absence."""
        cleaned = super().clean()
        _check_grade(self)
        return cleaned


class CorrectionForm(ModelForm):
    """The correctable fields of a record, with a reason that is required once one of them was touched.

    ``version`` is what the form showed when it was opened (``findings.admin.versions``): only what differs from that is
    written. ``conflicts`` are the touched fields that somebody else changed meanwhile; until a person has chosen,
    nothing is saved. ``refused`` is the sentence with which the correction that was sent was refused.
    """

    correctable: ClassVar[tuple[str, ...]] = ()
    settable: ClassVar[tuple[str, ...]] = ()
    refused: ClassVar[str] = ""
    reason = forms.CharField(
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "reasons", "autocomplete": "off"}),
        label="Reason for the correction",
        help_text=REASON_HELP,
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Checking a form fills in its instance; the effective values must stay to be seen.
        self.record = copy(self.instance)
        self.conflicts: list[FieldConflict] = []
        self.touched: list[str] = []
        self.now: Version = {}
        if isinstance(section := self.fields.get("section"), forms.ModelChoiceField):
            section.queryset = Section.objects.live().filter(report=self.record.report).order_by("ordinal")
            section.help_text = SECTION_HELP
        if self.record.pk:
            names = [name for name in (*self.correctable, *self.settable) if name in self.fields]
            self.now = version_of(self.record, names)
            self.initial["version"] = dumped(self.now)

    @property
    def corrected(self) -> list[str]:
        """The fields to be corrected."""
        return [name for name in self.touched if name in self.correctable]

    def clean(self) -> dict[str, Any] | None:
        """Find what was touched and what is in conflict, and require the reason."""
        cleaned = super().clean()
        if self.refused:
            self.add_error(None, self.refused)
        then = loaded(self.cleaned_data.get("version", "")) if self.cleaned_data.get("version") else self.now
        if then is None:
            self.add_error(None, "The form came back damaged, and nothing was saved. Open the record again.")
            return cleaned
        chosen = choices_of(self.data, self.now)
        for name in self.now:
            if name in self.cleaned_data and name in then and self._is_touched(name, then):
                self._touch(name, then, chosen.get(name, ""))
        if self.conflicts:
            self.add_error(None, CONFLICT)
        for name in self.corrected:
            if code_of(self.cleaned_data.get(name)) == as_read(self.record, name):
                self.add_error(name, "This is what was read. To go back to it, withdraw the correction below.")
        if self.touched and not (self.cleaned_data.get("reason") or "").strip():
            what = "every correction" if self.corrected else "each change of who sees it"
            self.add_error("reason", f"Say why: {what} needs a reason.")
        return cleaned

    def _is_touched(self, name: str, then: Version) -> bool:
        sent, shown = code_of(self.cleaned_data[name]), then[name][0]
        same = sent.strip() == str(shown or "").strip() if isinstance(sent, str) else sent == shown
        return not same and sent != self.now[name][0]

    def _touch(self, name: str, then: Version, choice: str) -> None:
        if is_unchanged(name, then, self.now) or choice == keep_mine(name, self.now):
            self.touched.append(name)
        elif choice != THEIRS:
            mine = code_of(self.cleaned_data[name])
            self.conflicts.append(conflict_of(self.record, name, then, self.now, mine))


class JudgementForm(CorrectionForm):
    """A judgement, with the grades and domains of the framework of its inspection."""

    @property
    def corrected(self) -> list[str]:
        """The fields with another value; the reason for an absent grade first, because it clears the grade."""
        absent = bool(self.cleaned_data.get("absence"))
        return sorted(super().corrected, key=lambda name: name != "absence" or not absent)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        judgement: Judgement = self.instance
        framework = judgement.inspection.framework
        if framework is None or not framework.grades.exists():
            self._without_grades(judgement)
            return
        if isinstance(grade := self.fields.get("grade"), forms.ModelChoiceField):
            grade.queryset = Grade.objects.filter(framework=framework)
        if isinstance(domain := self.fields.get("domain"), forms.ModelChoiceField):
            in_framework = Domain.objects.filter(framework_domains__framework=framework)
            domain.queryset = (in_framework | Domain.objects.filter(pk=judgement.domain_id)).distinct()

    def _without_grades(self, judgement: Judgement) -> None:
        """Offer no grade that could not be saved, and lead to where the framework is chosen."""
        if isinstance(grade := self.fields.get("grade"), forms.ModelChoiceField):
            grade.queryset = Grade.objects.none()
            about = {"framework": judgement.inspection.framework, "statement": judgement.statement}
            grade.help_text = render_to_string("components/editors/no_grades.html", about)

    def clean(self) -> dict[str, Any] | None:
        """Require either a grade or the reason for its absence."""
        cleaned = super().clean()
        _check_grade(self)
        return cleaned


def _check_grade(form: Any) -> None:
    """Require either a grade or the reason for its absence."""
    if "grade" not in form.fields:
        return
    grade, absence = form.cleaned_data.get("grade"), form.cleaned_data.get("absence")
    if grade and absence:
        form.add_error("absence", "There is a grade: leave the reason for its absence empty.")
    if not grade and not absence:
        form.add_error("absence", "Say why there is no grade.")
