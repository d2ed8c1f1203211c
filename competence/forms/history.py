"""What the history is narrowed to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from competence.history import TRACKED


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d"),
    )


class HistoryForm(forms.Form):
    q = forms.CharField(
        label=gettext_lazy("Person"), required=False, widget=forms.TextInput(attrs={"class": "form-control"})
    )
    label = forms.ChoiceField(
        label=gettext_lazy("What"), required=False, widget=forms.Select(attrs={"class": "form-select"})
    )
    since = _day(gettext_lazy("From"))
    until = _day(gettext_lazy("Until"))
    before = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = self.fields["label"]
        assert isinstance(label, forms.ChoiceField)
        nouns = [(tracked.model._meta.label, tracked.what) for tracked in TRACKED]
        label.choices = [("", gettext_lazy("Everything")), *nouns]
