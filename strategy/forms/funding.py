"""Forms of pools and experts."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.fields import KronerField, let_choose
from competence.forms.people import day_field
from competence.forms.seen import SeenForm
from competence.models import Employee, Role, RoleAssignment
from strategy.domain.funding import ExpertFacts, PoolFacts
from strategy.models import Expert, Need, Pool, Strategy

# Those who can be asked to apply: who runs a unit, and HR.
APPLIES = (Role.MANAGER, Role.HR, Role.TEAM_LEADER)


def needs_in(municipality: int) -> Any:
    """The needs of the newest versions that hold or are being written, by unit."""
    living = [*Strategy.ON_THEIR_WAY, *Strategy.HOLDING]
    inside = Q(section__strategy__unit__municipality=municipality) | Q(section__strategy__unit=municipality)
    rows = Need.objects.filter(inside, section__strategy__state__in=living).select_related("section__strategy__unit")
    return rows.order_by("section__strategy__unit__path", "section__position", "number")


class NeedChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, need: Need) -> str:
        return f"{need.section.strategy.unit} {need.reference} {need.title}"


class PoolForm(SeenForm):
    source = forms.CharField(label=gettext_lazy("Who gives the money?"), max_length=160)
    title = forms.CharField(label=gettext_lazy("Pool or project"), max_length=200)
    opens_on = day_field(gettext_lazy("Opens"))
    closes_on = day_field(gettext_lazy("Closes"))
    amount = KronerField(label=gettext_lazy("Amount"), required=False, most=10**14)
    state = forms.ChoiceField(
        label=gettext_lazy("State"), choices=[(value, capfirst(label)) for value, label in Pool.State.choices]
    )
    responsible = forms.ModelChoiceField(
        label=gettext_lazy("Who applies?"),
        queryset=Employee.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nobody yet"),
        help_text=gettext_lazy("Is reminded when the pool opens, and a month, a week and a day before it closes."),
    )
    needs = NeedChoice(label=gettext_lazy("Which needs would it meet?"), queryset=Need.objects.none(), required=False)
    note = forms.CharField(label=gettext_lazy("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args: Any, municipality: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        holders = RoleAssignment.objects.filter(role__in=APPLIES, employee__municipality=municipality)
        people = Employee.objects.filter(pk__in=holders.values("employee"), is_active=True).order_by("sort_name")
        let_choose(self, "responsible", people)
        let_choose(self, "needs", needs_in(municipality))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("opens_on") and data.get("closes_on") and data["closes_on"] < data["opens_on"]:
            self.add_error("closes_on", _("It closes before it opens."))
        if data.get("state") == Pool.State.GRANTED and data.get("amount") is None:
            self.add_error("amount", _("Write the amount that was granted."))
        return data

    def facts(self) -> PoolFacts:
        return PoolFacts(**self.cleaned_data | {"needs": list(self.cleaned_data["needs"])})


class ExpertForm(SeenForm):
    organisation = forms.CharField(
        label=gettext_lazy("Organisation"), max_length=160, help_text=gettext_lazy("For example VISO.")
    )
    field = forms.CharField(label=gettext_lazy("What do they know about?"), max_length=200)
    contact = forms.CharField(
        label=gettext_lazy("How do you reach them?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The organisation’s open number or address, no private person’s."),
    )
    needs = NeedChoice(label=gettext_lazy("Which needs?"), queryset=Need.objects.none(), required=False)

    def __init__(self, *args: Any, municipality: int, expert: Expert | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Expert.objects.filter(municipality=municipality)
        self.others = known.exclude(pk=expert.pk) if expert else known
        let_choose(self, "needs", needs_in(municipality))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.others.filter(organisation=data.get("organisation"), field=data.get("field")).exists():
            self.add_error("field", _("This one is there already."))
        return data

    def facts(self) -> ExpertFacts:
        return ExpertFacts(**self.cleaned_data | {"needs": list(self.cleaned_data["needs"])})
