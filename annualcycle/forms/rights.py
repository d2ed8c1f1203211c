"""Offers of days by law or agreement, and the answer to one."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.entitlements import Offer
from annualcycle.models import Entitlement
from annualcycle.queries.entitlements import Right
from competence.fields import DayField, KronerField
from competence.models import Employee


class CostForm(forms.Form):
    """What the days of one safety representative will cost."""

    cost = KronerField(label=_("Set aside"), widget=forms.TextInput(attrs={"class": "form-control"}))

    def offer(self, right: Right) -> Offer:
        return Offer(right.kind, right.length, right.due_on, self.cleaned_data["cost"])


class AgreedForm(forms.Form):
    """A right by agreement, for somebody of the centre."""

    number = forms.CharField(label=_("Employee number"), max_length=20)
    title = forms.CharField(label=_("What the agreement gives a right to"), max_length=200)
    days = forms.DecimalField(
        label=_("Days"), min_value=Decimal("0.5"), max_value=400, decimal_places=1, max_digits=5, localize=True
    )
    due_on = DayField(label=_("To be held by"))
    cost = KronerField(label=_("Set aside"))

    def __init__(self, *args: Any, centre: str, **kwargs: Any) -> None:
        self.centre = centre
        self.employee: Employee | None = None
        super().__init__(*args, **kwargs)

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"].strip()
        inside = Employee.objects.filter(employments__unit__path__startswith=self.centre, number=number)
        self.employee = inside.select_related("municipality__settings").first()
        if self.employee is None:
            raise forms.ValidationError(_("Nobody in the centre has this number."))
        return number

    def offer(self) -> Offer:
        data = self.cleaned_data
        return Offer(Entitlement.Kind.AGREED, data["days"], data["due_on"], data["cost"], data["title"])


class AnswerRightForm(forms.Form):
    """Yes or no, and what one wants to say to it."""

    answer = forms.ChoiceField(
        choices=[(Entitlement.Answer.ACCEPTED, ""), (Entitlement.Answer.DECLINED, "")], widget=forms.HiddenInput
    )
    remark = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"}),
    )
