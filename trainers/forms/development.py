"""Forms of a trainer's own development (sources: T06, T11–T13, T15, T24, T25)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.fields import DayField, let_choose
from competence.models import CareerStep, Employee
from trainers.domain.development import LearntFacts
from trainers.models import Criterion, Insight, Learnt, Note, Session, Sureness
from trainers.models.profiles import HIGHEST
from trainers.queries.development import Need
from trainers.sureness import Lane

FEELINGS = [(number, str(number)) for number in range(1, 6)]
LEVELS = [(number, str(number)) for number in range(HIGHEST + 1)]
RAISED = (CareerStep.Level.READY, CareerStep.Level.EXPERIENCED, CareerStep.Level.LEADING)


def _text(label: Any, *, rows: int = 3, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=3000, **kwargs)


class LearntForm(forms.Form):
    kind = forms.ChoiceField(label=_("What was it?"), choices=Learnt.Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(label=_("What was it about?"), max_length=160)
    on = DayField(label=_("When?"))
    hours = forms.IntegerField(label=_("Hours"), min_value=1, max_value=400)
    takeaway = _text(_("What do you take with you?"), required=False)

    def __init__(self, *args: Any, learnt: Learnt | None = None, **kwargs: Any) -> None:
        if learnt:
            kwargs["initial"] = {name: getattr(learnt, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)

    @property
    def facts(self) -> LearntFacts:
        return LearntFacts(**self.cleaned_data)


class NoteForm(forms.Form):
    """Private unless the writer chooses to show it to the one leader named."""

    text = _text(_("What do you want to remember?"), rows=6)
    show = forms.BooleanField(required=False)

    def __init__(self, *args: Any, leader: Employee | None, note: Note | None = None, **kwargs: Any) -> None:
        if note:
            kwargs["initial"] = {"text": note.text, "show": note.shown_to_id is not None}
        super().__init__(*args, **kwargs)
        self.leader = leader
        if leader:
            self.fields["show"].label = _("Show it to %(name)s") % {"name": leader.name}
        else:
            del self.fields["show"]

    @property
    def shown_to(self) -> Employee | None:
        return self.leader if self.cleaned_data.get("show") else None


class InsightForm(forms.Form):
    kind = forms.ChoiceField(label=_("What is it?"), choices=Insight.Kind.choices, widget=forms.RadioSelect)
    text = _text(_("In your own words"))
    session = forms.ModelChoiceField(
        Session.objects.none(), label=_("Where did it come up?"), required=False, empty_label=_("Somewhere else")
    )
    on = DayField(label=_("When?"))

    def __init__(self, *args: Any, sessions: "QuerySet[Session]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "session", sessions)


class HomeForm(forms.Form):
    on = DayField(label=_("When did your team hear it?"))
    words = _text(_("What does your team do with it?"), required=False)


class PulseForm(forms.Form):
    before = forms.TypedChoiceField(
        label=pgettext_lazy("pulse", "Before"),
        choices=FEELINGS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    after = forms.TypedChoiceField(
        label=_("Afterwards"), choices=FEELINGS, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    @property
    def questions(self) -> list[Any]:
        return [self["before"], self["after"]]


class OwnLevelsForm(forms.Form):
    """Where the trainer sees him- or herself by each competence of the profile."""

    def __init__(self, *args: Any, needs: Sequence[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        for need in needs:
            self.fields[f"level_{need.criterion.pk}"] = forms.TypedChoiceField(
                label=need.criterion.name,
                choices=LEVELS,
                coerce=int,
                empty_value=None,
                required=False,
                initial=need.now,
                widget=forms.RadioSelect,
            )

    @property
    def rows(self) -> list[tuple[Criterion, Any]]:
        return [(need.criterion, self[f"level_{need.criterion.pk}"]) for need in self.needs]

    @property
    def levels(self) -> dict[int, int]:
        told = {need.criterion.pk: self.cleaned_data[f"level_{need.criterion.pk}"] for need in self.needs}
        return {pk: value for pk, value in told.items() if value is not None}


class PlanStepForm(forms.Form):
    text = forms.CharField(label=_("What will you do?"), max_length=300)
    criterion = forms.ModelChoiceField(
        Criterion.objects.none(), label=_("What is it to help with?"), required=False, empty_label=_("Something else")
    )
    due_on = DayField(label=_("By when?"))

    def __init__(self, *args: Any, criteria: "QuerySet[Criterion]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "criterion", criteria)


class SurenessForm(forms.Form):
    """One question for each of the three sub-roles; what one does not do is left out."""

    def __init__(self, *args: Any, lanes: Sequence[Lane], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for lane in lanes:
            self.fields[lane.role] = forms.TypedChoiceField(
                label=lane.label,
                choices=Sureness.Level.choices,
                coerce=int,
                empty_value=None,
                required=False,
                initial=lane.last.level if lane.last else None,
                widget=forms.RadioSelect,
            )

    @property
    def levels(self) -> dict[str, int]:
        return {role: level for role, level in self.cleaned_data.items() if level is not None}


class MonthsForm(forms.Form):
    """By which month one is usually sure (source: T24)."""

    trainer = forms.IntegerField(label=_("When teaching a group"), min_value=1, max_value=60)
    supervisor = forms.IntegerField(label=_("When guiding one at work"), min_value=1, max_value=60)
    coach = forms.IntegerField(label=_("When coaching"), min_value=1, max_value=60)


class LevelForm(forms.Form):
    level = forms.ChoiceField(
        label=_("Level"), choices=[(one.value, one.label) for one in RAISED], widget=forms.RadioSelect
    )
