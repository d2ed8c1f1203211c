"""The form of a need reported from below (source: T21)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competence.domain.reported_needs import Report
from competence.fields import let_choose
from competence.models import Competence, Unit


class ReportForm(forms.Form):
    title = forms.CharField(label=_("What is missing?"), max_length=200)
    text = forms.CharField(
        label=_("What have you seen?"),
        help_text=_("An example from your teaching. Name nobody."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Where?"), empty_label=None)
    colleagues = forms.IntegerField(label=_("About how many colleagues?"), min_value=1, max_value=5000, required=False)
    competence = forms.ModelChoiceField(
        Competence.objects.none(), label=_("Which competence is it?"), required=False, empty_label=_("None of these")
    )

    def __init__(self, *args: Any, units: "QuerySet[Unit]", competences: "QuerySet[Competence]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units)
        let_choose(self, "competence", competences)

    @property
    def facts(self) -> Report:
        return Report(**self.cleaned_data)
