"""Forms of what the department hears: orientation, themes, evaluation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.themes import Facts
from annualcycle.models import Cycle, Theme, Wish
from annualcycle.queries.themes import teams_of
from competence.models import Unit


class OrientationForm(forms.Form):
    introduction = forms.CharField(
        label=_("Introduction"),
        help_text=_("A few lines above the list. Name no persons: each has had an answer of their own."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ThemeForm(forms.Form):
    title = forms.CharField(label=_("What is the theme?"), max_length=160)
    description = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Who tells, and what the colleagues take with them."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    source = forms.ChoiceField(label=_("Where does the knowledge come from?"), widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("Where is it taken up?"), required=False, widget=forms.RadioSelect)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Which team?"), help_text=_("Only for a team meeting."), required=False
    )
    held_on = forms.DateField(
        label=_("When?"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, cycle: Cycle, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["source"].choices = Wish.Source.choices
        fields["place"].choices = [("", _("Not decided yet")), *Theme.Place.choices]
        fields["unit"].queryset = teams_of(cycle)
        self.initial.setdefault("source", Wish.Source.OWN)
        self.initial.setdefault("place", "")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("place") == Theme.Place.TEAM and not cleaned.get("unit") and "unit" not in self.errors:
            self.add_error("unit", _("Choose the team that takes it up."))
        return cleaned

    @property
    def facts(self) -> Facts:
        return Facts(**self.cleaned_data)


class EvaluationForm(forms.Form):
    text = forms.CharField(
        label=_("What did we learn?"),
        help_text=_("About the round, the wishes and what the courses were used for. Name no persons."),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    changes = forms.CharField(
        label=_("What do we change?"),
        help_text=_("In the next round, and in the next version of the strategy."),
        required=False,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
