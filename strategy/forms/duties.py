"""Forms of what comes again."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField, let_choose
from competence.models import Employee, Unit
from strategy.models import OFTEN, SupervisionQuarter


class SupervisionForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Which team?"), empty_label=None)
    supervisor = forms.CharField(label=_("Supervisor"), max_length=120, required=False)
    starts_on = DayField(label=_("From"))

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", Unit.objects.below(unit).filter(closed_on__isnull=True))


class QuarterForm(forms.Form):
    """One quarter of a team. What is missed has no day."""

    year = forms.IntegerField(min_value=2000, max_value=2100, widget=forms.HiddenInput)
    quarter = forms.IntegerField(min_value=1, max_value=4, widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("How is it?"),
        choices=[(value, capfirst(label)) for value, label in SupervisionQuarter.State.choices],
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Which day?"), required=False, help_text=_("Not needed when it was missed."))

    def clean(self) -> dict[str, Any]:
        state, day = self.cleaned_data.get("state"), self.cleaned_data.get("day")
        if state and state != SupervisionQuarter.State.MISSED and day is None and "day" not in self.errors:
            self.add_error("day", _("Write the day."))
        return self.cleaned_data


class BrushUpForm(forms.Form):
    topic = forms.CharField(label=_("What do you take up again?"), max_length=200)
    interval_months = forms.TypedChoiceField(
        label=_("How often?"),
        coerce=int,
        choices=list(OFTEN.items()),
        initial=12,
    )


class HeldForm(forms.Form):
    day = DayField(label=_("Held on"))


class FirstAidForm(forms.Form):
    """Whose certificate it is, and for how long. The person is found by search and picked from what was found."""

    employee = forms.ModelChoiceField(
        Employee.objects.none(),
        label=_("Who?"),
        error_messages={"required": _("Find the person by name and pick one.")},
    )
    taken_on = DayField(label=_("Taken on"))
    expires_on = DayField(label=_("Valid until"))

    def __init__(self, *args: Any, people: "QuerySet[Employee]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "employee", people)

    def clean(self) -> dict[str, Any]:
        taken, expires = self.cleaned_data.get("taken_on"), self.cleaned_data.get("expires_on")
        if taken and expires and expires <= taken:
            self.add_error("expires_on", _("It must be valid for longer than that."))
        return self.cleaned_data
