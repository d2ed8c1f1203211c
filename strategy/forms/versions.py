"""Forms about a version on its way: its period, hearing, MED and evaluation."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField
from competence.forms.seen import SeenForm
from strategy.domain.approval import Agenda
from strategy.domain.hearing import Period
from strategy.models import Approval


class _Ordered(forms.Form):
    """Two days, the second not before the first."""

    first, second = "starts_on", "ends_on"

    def clean(self) -> dict[str, Any]:
        first, second = self.cleaned_data.get(self.first), self.cleaned_data.get(self.second)
        if first and second and second < first:
            self.add_error(self.second, _("The last day comes before the first."))
        return self.cleaned_data


class PeriodForm(_Ordered, SeenForm):
    title = forms.CharField(label=_("What is the strategy called?"), max_length=200)
    starts_on = DayField(label=_("In force from"))
    ends_on = DayField(label=_("In force until"), help_text=_("The last day. A new version ends it earlier."))


class HearingForm(_Ordered):
    first, second = "opens_on", "closes_on"
    opens_on = DayField(label=_("Staff comment from"))
    closes_on = DayField(
        label=_("Until"), help_text=_("Everybody in the unit gets a mail. The text stands still meanwhile.")
    )

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["opens_on"], self.cleaned_data["closes_on"])


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("What do you think of this section?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


class AnswerForm(SeenForm):
    text = forms.CharField(
        label=_("Answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"})
    )


class AgendaForm(forms.Form):
    committee = forms.CharField(label=_("Which committee?"), max_length=120, help_text=_("For example Center-MED."))
    meets_on = DayField(label=_("When does it meet?"))
    item = forms.CharField(label=_("Item on the agenda"), max_length=120, required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_meets_on(self) -> date:
        meets_on: date = self.cleaned_data["meets_on"]
        if meets_on < self.on:
            raise forms.ValidationError(_("The meeting lies before today."))
        return meets_on

    @property
    def agenda(self) -> Agenda:
        return Agenda(self.cleaned_data["committee"], self.cleaned_data["meets_on"], self.cleaned_data["item"])


class ResultForm(forms.Form):
    result = forms.ChoiceField(
        label=_("What did MED say?"),
        choices=[(value, capfirst(label)) for value, label in Approval.Result.choices],
        widget=forms.RadioSelect,
    )
    minutes = forms.CharField(
        label=_("Where in the minutes?"), max_length=200, help_text=_("For example: minutes of 12 March, item 4.")
    )
    remark = forms.CharField(
        label=_("What was said"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The working group reads it."),
    )


class EvaluationForm(SeenForm):
    text = forms.CharField(
        label=_("What worked, and what should be otherwise next time?"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Everybody can read it, and it goes into the next version."),
    )
