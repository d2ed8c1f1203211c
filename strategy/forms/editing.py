"""Forms of writing: sections, needs, goals and foundations."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.forms.law import LawChoice
from competence.forms.seen import SeenForm
from competence.models import Competence, Unit
from competence.queries.law import references_of
from strategy.domain.editing import LINKS, OWN_FIELDS, NeedFacts
from strategy.models import (
    OFTEN,
    Delivery,
    ExternalOnlyIf,
    Foundation,
    FoundationKind,
    GoalKind,
    Need,
    ProviderKind,
    Section,
    SectionKind,
    Strategy,
    StrategyGoal,
    TargetGroup,
)

_NUMBER = r"^[0-9]{1,2}(\.[0-9]{1,2})?$"
_NOTHING = ("", "–")
LONGEST_GOAL = 300


def _said(choices: type[TextChoices]) -> list[tuple[str, Any]]:
    """The choices as a form says them: with a capital."""
    return [(value, capfirst(label)) for value, label in choices.choices]


class SectionForm(SeenForm):
    number = forms.RegexField(
        _NUMBER,
        label=_("Number"),
        max_length=5,
        help_text=_("As 3 or 3.2. Wishes point to it."),
        error_messages={"invalid": _("Write the number as 3 or 3.2.")},
    )
    title = forms.CharField(label=_("Heading"), max_length=160)
    kind = forms.ChoiceField(label=_("What is it about?"), choices=_said(SectionKind), initial=SectionKind.CONTENTS)

    def __init__(self, *args: Any, strategy: Strategy, section: Section | None = None, **kwargs: Any) -> None:
        if section:
            kwargs["initial"] = {name: getattr(section, name) for name in ("number", "title", "kind")}
        super().__init__(*args, **kwargs)
        self.strategy, self.section = strategy, section

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        others = self.strategy.sections.filter(number=number)
        if (others.exclude(pk=self.section.pk) if self.section else others).exists():
            raise forms.ValidationError(_("Another section has this number."))
        return number


class NeedForm(SeenForm):
    title = forms.CharField(label=_("What do you need to learn?"), max_length=200)
    target_group = forms.ChoiceField(label=_("Who?"), choices=_said(TargetGroup))
    target_note = forms.CharField(
        label=_("More exactly"),
        max_length=120,
        required=False,
        help_text=_("Shown instead, for example “psychologists”."),
    )
    delivery = forms.ChoiceField(label=_("How?"), choices=[_NOTHING, *_said(Delivery)], required=False)
    delivery_note = forms.CharField(label=_("More exactly how"), max_length=120, required=False)
    provider = forms.ChoiceField(label=_("By whom?"), choices=[_NOTHING, *_said(ProviderKind)], required=False)
    recurs_months = forms.TypedChoiceField(
        label=_("How often?"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[
            ("", capfirst(pgettext_lazy("recurrence", "once, or when needed"))),
            *((months, capfirst(often)) for months, often in OFTEN.items()),
        ],
    )
    text = forms.CharField(label=_("More about it"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    law_references = LawChoice()
    law_reference = forms.CharField(label=_("Law that is not in the list"), max_length=120, required=False)
    external_only_if = forms.ChoiceField(
        label=_("External course only when"), choices=[_NOTHING, *_said(ExternalOnlyIf)], required=False
    )
    external_reason = forms.CharField(label=_("Why"), max_length=200, required=False)
    competences = forms.ModelMultipleChoiceField(
        Competence.objects.none(), label=_("Competences"), required=False, widget=forms.CheckboxSelectMultiple
    )
    goals = forms.ModelMultipleChoiceField(
        StrategyGoal.objects.none(), label=_("Serves"), required=False, widget=forms.CheckboxSelectMultiple
    )
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(),
        label=_("Teams it is for, or units you learn with"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        strategy: Strategy,
        need: Need | None = None,
        start: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        if start:
            kwargs["initial"] = start
        if need:
            kwargs["initial"] = {name: getattr(need, name) for name in OWN_FIELDS} | {
                name: getattr(need, name).all() for name in LINKS
            }
        super().__init__(*args, **kwargs)
        root = strategy.unit.municipality_id or strategy.unit_id
        self._choices("competences", Competence.objects.filter(area__municipality=root).select_related("area"))
        self._choices("goals", strategy.goals.all())
        self._choices("law_references", references_of(root))
        near = Unit.objects.below(strategy.unit) | Unit.objects.filter(municipality=root, kind=Unit.Kind.CENTRE)
        self._choices("units", near.filter(closed_on__isnull=True).exclude(pk=strategy.unit_id))

    def _choices(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("external_reason") and not data.get("external_only_if"):
            self.add_error("external_only_if", _("Choose when an external course is right, or leave out the reason."))
        return data

    @property
    def facts(self) -> NeedFacts:
        return NeedFacts(**self.cleaned_data)


class GoalsForm(SeenForm):
    """One goal a line, of each kind."""

    core_tasks = forms.CharField(
        label=_("Core tasks"), help_text=_("One a line."), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    political = forms.CharField(
        label=_("Political goals"), help_text=_("One a line."), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, strategy: Strategy, **kwargs: Any) -> None:
        goals = list(strategy.goals.all())
        kwargs["initial"] = {
            "core_tasks": "\n".join(goal.text for goal in goals if goal.kind == GoalKind.CORE_TASK),
            "political": "\n".join(goal.text for goal in goals if goal.kind == GoalKind.POLITICAL),
        }
        super().__init__(*args, **kwargs)

    def clean_core_tasks(self) -> str:
        return self._short("core_tasks")

    def clean_political(self) -> str:
        return self._short("political")

    def _short(self, name: str) -> str:
        text: str = self.cleaned_data[name]
        if any(len(line) > LONGEST_GOAL for line in _lines(text)):
            raise forms.ValidationError(_("A goal has at most 300 characters."))
        return text

    @property
    def goals(self) -> list[tuple[str, str]]:
        core = _lines(self.cleaned_data["core_tasks"])
        political = [line for line in _lines(self.cleaned_data["political"]) if line not in core]
        return [(str(GoalKind.CORE_TASK), line) for line in core] + [
            (str(GoalKind.POLITICAL), line) for line in political
        ]


class FoundationForm(SeenForm):
    kind = forms.ChoiceField(label=_("What is it?"), choices=_said(FoundationKind))
    title = forms.CharField(label=_("Heading"), max_length=160)
    points = forms.CharField(
        label=pgettext_lazy("of a foundation", "Points"),
        help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, owner: Unit, foundation: Foundation | None = None, **kwargs: Any) -> None:
        rows = Foundation.objects.filter(owner=owner)
        self.others = rows.exclude(pk=foundation.pk) if foundation else rows.filter(is_active=True)
        if foundation:
            kwargs["initial"] = {
                "kind": foundation.kind,
                "title": foundation.title,
                "points": "\n".join(foundation.points),
            }
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        same = self.others.filter(kind=self.cleaned_data.get("kind"), title=self.cleaned_data.get("title"))
        if same.exists():
            self.add_error("title", _("There is one with this heading already. Change that one, or choose another."))
        return self.cleaned_data

    def clean_points(self) -> list[str]:
        points = _lines(self.cleaned_data["points"])
        if any(len(point) > 500 for point in points):
            raise forms.ValidationError(_("A point has at most 500 characters."))
        return points


class FoundationsForm(forms.Form):
    """Which foundations the version stands on."""

    foundations = forms.ModelMultipleChoiceField(
        Foundation.objects.none(), label=_("Foundations"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, strategy: Strategy, offered: Sequence[Foundation], **kwargs: Any) -> None:
        kwargs["initial"] = {"foundations": list(strategy.foundation_uses.values_list("foundation", flat=True))}
        super().__init__(*args, **kwargs)
        field = self.fields["foundations"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Foundation.objects.filter(pk__in=[row.pk for row in offered])


def _lines(text: str) -> list[str]:
    """What each line says, twice once."""
    return list(dict.fromkeys(line.strip(" -–•\t") for line in text.splitlines() if line.strip(" -–•\t")))
