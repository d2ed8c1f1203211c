"""Forms of what follows a course."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.follow_up import Plan
from annualcycle.models import FollowUp
from competence.fields import DayField


def _capitalised(choices: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(value, str(label).capitalize()) for value, label in choices]


class PlanForm(forms.Form):
    """How it is used and shared."""

    use_what = forms.CharField(
        label=_("What will you do with it?"),
        help_text=_("A task, a case or a habit. The smaller, the sooner."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    use_by = DayField(label=_("By when?"))
    use_with = forms.CharField(label=_("Together with whom?"), max_length=200, required=False)
    share_form = forms.ChoiceField(label=_("How do you share it?"), widget=forms.RadioSelect)
    share_what = forms.CharField(
        label=_("What do you share?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    audience = forms.ChoiceField(label=_("With whom?"))
    share_by = DayField(label=_("By when?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["share_form"].choices = _capitalised(FollowUp.Form.choices)
        fields["audience"].choices = _capitalised(FollowUp.Audience.choices)

    @property
    def plan(self) -> Plan:
        return Plan(**self.cleaned_data)


class SharedForm(forms.Form):
    on = DayField(label=_("Which day did you share it?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        kwargs.setdefault("initial", {"on": today})
        super().__init__(*args, **kwargs)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("That day has not come yet. Choose the day on which you shared it."))
        return on


class UsedForm(forms.Form):
    """What the leader saw."""

    used = forms.ChoiceField(label=_("Is it used?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What do you see?"),
        help_text=_("The employee reads it. A “no” is explained."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["used"].choices = _capitalised(FollowUp.Used.choices)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("used") == FollowUp.Used.NO and not cleaned.get("words", "").strip():
            self.add_error("words", _("Say what is in the way."))
        return cleaned
