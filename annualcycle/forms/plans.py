"""The form in which employee and leader write a plan."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.plans import Content, GoalFacts
from annualcycle.models import PlanVersion
from competence.asked import whole_number
from competence.fields import DayField
from strategy.models import Need


class SummaryForm(forms.Form):
    summary = forms.CharField(
        label=_("What did you agree on?"),
        help_text=_("The plan is also the record of the talk."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class GoalForm(forms.Form):
    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Goal"), max_length=200)
    how = forms.CharField(label=_("How?"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    help_from = forms.CharField(label=_("With help from"), max_length=200, required=False)
    due_on = DayField(label=_("By when?"), required=False)
    need = forms.TypedChoiceField(label=_("Need in the strategy"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: Any, needs: list[tuple[object, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        need = self.fields["need"]
        assert isinstance(need, forms.TypedChoiceField)
        need.choices = [("", _("None of them")), *needs]


class _GoalFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # generic for the checker only
    def add_fields(self, form: GoalForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this goal out")


def _goals(extra: int) -> type[forms.BaseFormSet]:  # type: ignore[type-arg]  # generic for the checker only
    return forms.formset_factory(
        GoalForm, formset=_GoalFormSet, extra=extra, max_num=12, can_delete=True, can_delete_extra=False
    )


class PlanForm:
    """Summary and goals as one form. `more` adds an empty goal to what was typed."""

    def __init__(
        self, data: dict[str, Any] | None, *, version: PlanVersion, needs: Iterable[Need], more: bool = False
    ) -> None:
        choices: list[tuple[object, str]] = [(need.pk, f"{need.reference} {need.title}") for need in needs]
        initial = [
            {name: getattr(goal, name) for name in ("pk", "title", "how", "help_from", "due_on")}
            | {"need": goal.need_id}
            for goal in version.goals.all()
        ]
        if data is not None and more:
            data = data.copy()
            data["goals-TOTAL_FORMS"] = _one_more(data.get("goals-TOTAL_FORMS", ""))
        start = {"summary": version.summary, "revision": version.revision}
        self.summary = SummaryForm(data, initial=start)
        self.goals = _goals(0 if initial else 1)(data, initial=initial, prefix="goals", form_kwargs={"needs": choices})

    def is_valid(self) -> bool:
        return self.summary.is_valid() and self.goals.is_valid()

    @property
    def revision(self) -> int:
        revision: int = self.summary.cleaned_data["revision"]
        return revision

    @property
    def content(self) -> Content:
        rows = [form.cleaned_data for form in self.goals if form.cleaned_data.get("title")]
        goals = [_facts(row) for row in rows if not row.get("DELETE")]
        return Content(self.summary.cleaned_data["summary"], goals)


def _one_more(count: str) -> str:
    number = whole_number(count)
    return count if number is None else str(number + 1)


def _facts(row: dict[str, Any]) -> GoalFacts:
    due_on: date | None = row["due_on"]
    return GoalFacts(row["title"], row["how"], row["help_from"], due_on, row["need"], row["pk"])
