"""Forms about the year of a centre."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from annualcycle.domain import cycle as cycles
from annualcycle.domain.criteria import CriterionFacts
from annualcycle.models import Budget, Criterion, Cycle
from competence.fields import DayField, KronerField
from competence.words import own_sentence


class NewCycleForm(forms.Form):
    unit = forms.IntegerField()
    year = forms.IntegerField(min_value=2000, max_value=2100)


class DatesForm(forms.Form):
    """All dates of a year, in the order of the year wheel."""

    hints = {
        "talks_open_on": _("Everybody should have read criteria and thresholds before this day."),
        "talks_close_on": _("The last day of the talks."),
        "wishes_due_on": _("After this day no wish for December can be sent."),
        "decide_on": own_sentence(_("{the_leadership_group} decides together.")),
        "feedback_by": _("By this day everybody has had a personal answer."),
        "orientation_on": _("Only after the personal answers does the department hear what was granted."),
        "evaluate_on": _("The year is looked back on, before the next one opens."),
    }

    def __init__(self, *args: Any, cycle: Cycle, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(cycle, name) for name in cycles.DATE_FIELDS}
        super().__init__(*args, **kwargs)
        for name in cycles.DATE_FIELDS:
            self.fields[name] = DayField(label=capfirst(cycles.label(name)), help_text=self.hints[name])

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            cycles.check_order(self.dates)
        return self.cleaned_data

    @property
    def dates(self) -> dict[str, date]:
        return {name: self.cleaned_data[name] for name in cycles.DATE_FIELDS}


class RulesForm(forms.Form):
    """How wishes are decided, in words and numbers."""

    process = forms.CharField(
        label=_("How are wishes decided?"),
        help_text=_("Everybody in the centre reads this before the talks."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    threshold_amount = KronerField(
        label=_("Wishes that cost this much or more are decided in December"),
        help_text=_("Cheaper ones the employee and the leader can agree on in the talk."),
    )
    threshold_days = forms.DecimalField(
        label=_("… or that take this many days"),
        min_value=Decimal(0),
        max_value=Decimal(200),
        decimal_places=1,
        localize=True,
    )
    seniority_years = forms.IntegerField(
        label=_("Years of service before formal education"),
        help_text=_("A starting point; an exception can be made, with a reason."),
        min_value=0,
        max_value=20,
    )
    substitute_months = forms.IntegerField(
        label=_("Months of employment before external courses, for substitutes"), min_value=0, max_value=60
    )
    grants_per_person = forms.IntegerField(
        label=_("Grants for one person in a year"),
        help_text=_("Leave it empty for no limit."),
        min_value=1,
        max_value=20,
        required=False,
    )

    first_grant_bonus = forms.IntegerField(
        label=_("Points for a person’s first grant"),
        help_text=_("The proposal in December spreads the grants over more people, the more points it gives."),
        min_value=0,
        max_value=100,
    )
    coverage_bonus = forms.IntegerField(
        label=_("Points for each need covered"),
        help_text=_("For each competence the strategy asks for that at least one grant gives."),
        min_value=0,
        max_value=100,
    )
    history_points = forms.IntegerField(
        label=_("Points for each year a wish was relevant, but not met"),
        help_text=_("It gives weight, not a right: there is no queue."),
        min_value=0,
        max_value=100,
    )
    history_years = forms.IntegerField(label=_("… counted for so many years"), min_value=1, max_value=10)
    team_grants = forms.IntegerField(
        label=_("Grants that each team has at least"),
        help_text=_("Leave it empty for no such rule."),
        min_value=1,
        max_value=50,
        required=False,
    )
    team_amount = KronerField(
        label=_("Amount for one team at most"), help_text=_("Leave it empty for no limit."), required=False
    )

    def __init__(self, *args: Any, cycle: Cycle, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(cycle, name) for name in ("process", *cycles.RULE_FIELDS)}
        super().__init__(*args, **kwargs)

    @property
    def rules(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in cycles.LIMIT_FIELDS}

    @property
    def proposal_rules(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in cycles.PROPOSAL_FIELDS}


class BudgetForm(forms.Form):
    total = KronerField(label=_("Budget for the year"), required=False, most=2**53)
    reserve = KronerField(
        label=_("Kept for needs during the year"),
        help_text=_("December cannot spend it."),
        required=False,
        most=2**53,
    )

    def __init__(self, *args: Any, budget: Budget | None, **kwargs: Any) -> None:
        kwargs["initial"] = {"total": budget and budget.total, "reserve": budget.reserve if budget else 0}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        total, reserve = self.cleaned_data.get("total"), self.cleaned_data.get("reserve") or 0
        self.cleaned_data["reserve"] = reserve
        if total is not None and reserve > total:
            self.add_error("reserve", _("The reserve cannot be larger than the budget."))
        return self.cleaned_data


class CriterionForm(forms.Form):
    name = forms.CharField(label=_("Criterion"), max_length=80)
    description = forms.CharField(
        label=_("What does it mean?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    weight = forms.IntegerField(
        label=_("Weight"),
        help_text=_("From 1 to 10. A weight of 2 counts twice as much as 1."),
        min_value=1,
        max_value=10,
    )
    is_confidential = forms.BooleanField(
        label=own_sentence(_("Only {the_leadership_group} sees the points")),
        help_text=_("The criterion itself is still read by everybody."),
        required=False,
    )

    def __init__(self, *args: Any, criterion: Criterion | None = None, **kwargs: Any) -> None:
        names = ("name", "description", "weight", "is_confidential")
        kwargs["initial"] = {name: getattr(criterion, name) for name in names} if criterion else {"weight": 1}
        super().__init__(*args, **kwargs)

    @property
    def facts(self) -> CriterionFacts:
        return CriterionFacts(
            name=self.cleaned_data["name"],
            weight=self.cleaned_data["weight"],
            description=self.cleaned_data["description"],
            is_confidential=self.cleaned_data["is_confidential"],
        )
