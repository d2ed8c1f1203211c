"""Forms about people: facts, posts, leave, roles and deputies."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.domain.people import Post
from competence.fields import DayField, let_choose
from competence.models import Employee, Employment, Role, Unit

CHOOSE = gettext_lazy("Choose a unit")


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day; the browser's own calendar picks it."""
    return DayField(label=label, required=required, help_text=help_text)


class FactsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the checker only
    class Meta:
        model = Employee
        fields = ["first_name", "last_name", "email"]
        help_texts = {"email": gettext_lazy("Without an address the person cannot sign in.")}

    def clean_email(self) -> str:
        email = (self.cleaned_data["email"] or "").strip().lower()
        if email and Employee.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody else has this address."))
        return email


class RegisterForm(FactsForm):
    """A person who is not in the staff file yet."""

    class Meta(FactsForm.Meta):
        fields = ["number", *FactsForm.Meta.fields]

    def __init__(self, *args: Any, municipality: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"].strip()
        if Employee.objects.filter(municipality=self.municipality, number=number).exists():
            raise forms.ValidationError(_("Somebody has this number already."))
        return number


class PeriodMixin(forms.Form):
    """From–until with the days in order."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("ends_on") and data.get("starts_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("The last day comes before the first."))
        return data


class EmploymentForm(PeriodMixin):
    """A new post of a person. `units` are those in which the reader may employ."""

    unit = forms.ModelChoiceField(label=gettext_lazy("Unit"), queryset=Unit.objects.none(), empty_label=CHOOSE)
    job_title = forms.CharField(label=gettext_lazy("Job title"), max_length=120)
    profession = forms.CharField(label=gettext_lazy("Profession"), max_length=120, required=False)
    agreement = forms.CharField(label=gettext_lazy("Collective agreement"), max_length=120, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind of employment"), choices=Employment.Kind.choices)
    weekly_hours = forms.DecimalField(
        label=gettext_lazy("Hours a week"), min_value=0.01, max_value=60, decimal_places=2, initial=37, localize=True
    )
    starts_on = day_field(gettext_lazy("From"))
    ends_on = day_field(gettext_lazy("Until"), required=False)
    seniority_on = day_field(
        gettext_lazy("Seniority from"), required=False, help_text=gettext_lazy("Left open: from the first day.")
    )

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units)

    def post(self) -> Post:
        facts = {name: value for name, value in self.cleaned_data.items() if name != "unit"}
        return Post(**facts)


class LeaveForm(PeriodMixin):
    starts_on = day_field(gettext_lazy("First day of the leave"))
    ends_on = day_field(gettext_lazy("Last day"), required=False)


class RoleForm(PeriodMixin):
    """A role on a unit and all below it."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=Role.choices)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit"),
        queryset=Unit.objects.none(),
        empty_label=CHOOSE,
        help_text=gettext_lazy("The role holds for this unit and all under it."),
    )
    starts_on = day_field(gettext_lazy("From"))
    ends_on = day_field(gettext_lazy("Until"), required=False)

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units)


class DeputyForm(PeriodMixin):
    """Who deputises, from–until. The person is found by search and picked from what was found."""

    deputy = forms.ModelChoiceField(
        label=gettext_lazy("Deputy"),
        queryset=Employee.objects.none(),
        error_messages={"required": gettext_lazy("Find the person by name and pick one.")},
    )
    starts_on = day_field(gettext_lazy("From"))
    ends_on = day_field(gettext_lazy("Until"), help_text=gettext_lazy("The last day included."))

    def __init__(self, *args: Any, people: "QuerySet[Employee]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "deputy", people)
