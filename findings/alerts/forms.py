"""The form that asks for an address."""

from __future__ import annotations

from typing import Any

from django import forms

from findings.alerts.models import Frequency

EXAMPLE = "Enter an e-mail address such as name@example.org."


class SignUpForm(forms.Form):
    """An address, and how often digests are wanted."""

    address = forms.EmailField(
        max_length=254, error_messages={"required": EXAMPLE, "invalid": EXAMPLE, "max_length": EXAMPLE}
    )
    frequency = forms.ChoiceField(
        choices=Frequency.choices(),
        error_messages={
            "required": "Say how often you want the e-mail.",
            "invalid_choice": "Say how often you want the e-mail: once a day or once a week.",
        },
    )

    @property
    def shown(self) -> dict[str, Any]:
        """What was typed, and the sentences about what is wrong, by field, for the template."""
        typed = {name: self.data.get(name, "") for name in self.fields} if self.is_bound else {}
        problems = {name: str(messages[0]) for name, messages in self.errors.items()} if self.is_bound else {}
        return {
            "address": typed.get("address", ""),
            "frequency": typed.get("frequency") or Frequency.DAY.value,
            "problems": problems,
            "choices": Frequency.choices(),
        }
