"""Forms of the log of errors and wishes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trainers.models import SupportEntry


class ReportForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=SupportEntry.Kind.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What happens, or what would be better?"),
        help_text=_("No names of citizens, no case numbers."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )
    cause = forms.ChoiceField(
        label=_("Where does it lie?"),
        help_text=_("In the way the system is used, or in the system itself?"),
        choices=SupportEntry.Cause.choices,
        widget=forms.RadioSelect,
        initial=SupportEntry.Cause.UNCLEAR,
    )
    reference = forms.CharField(label=_("Number at the supplier"), max_length=60, required=False)


class CloseForm(forms.Form):
    cause = forms.ChoiceField(
        label=_("Where did it lie?"), choices=SupportEntry.Cause.choices, widget=forms.RadioSelect
    )
    outcome = forms.CharField(
        label=_("What came of it?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False
    )
