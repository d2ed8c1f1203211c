"""The short forms of the three parties, and the decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trainers.domain.scores import Entry
from trainers.domain.selection import Hours
from trainers.models import Candidate, Criterion, Round, ScoreSheet, Selection, TaughtUnit, Willingness
from trainers.models.profiles import HIGHEST
from trainers.queries.candidates import Person

WEEK = 37


class WillingnessForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Do you want to be a trainer?"),
        choices=Willingness.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    hours_wished = forms.IntegerField(
        label=_("How many hours a week would suit you?"),
        help_text=_("Your leader decides how many are released."),
        min_value=1,
        max_value=WEEK,
        required=False,
    )
    wishes = forms.ModelMultipleChoiceField(
        Criterion.objects.none(),
        label=_("What would you like to learn on the way?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("Why would you like to, and what should be in place?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        given: Willingness | None = getattr(candidate, "willingness", None)
        start: dict[str, Any] = {}
        if given:
            start = {name: getattr(given, name) for name in ("answer", "hours_wished", "words")}
            start["wishes"] = list(given.wishes.all())
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["wishes"].queryset = candidate.round.profile.criteria.filter(wish_counts=True)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_open = not cleaned.get("hours_wished") and "hours_wished" not in self.errors
        if is_open and cleaned.get("answer") == Willingness.Answer.YES:
            self.add_error("hours_wished", _("Write a number of hours, so that your leader can answer."))
        return cleaned


class ReleaseForm(forms.Form):
    is_given = forms.TypedChoiceField(
        label=_("Can you release time?"),
        choices=[("yes", _("Yes, these hours")), ("no", _("No, not now"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    before = forms.IntegerField(label=pgettext_lazy("hours", "Before"), min_value=0, max_value=WEEK, required=False)
    during = forms.IntegerField(label=pgettext_lazy("hours", "During"), min_value=0, max_value=WEEK, required=False)
    after = forms.IntegerField(label=pgettext_lazy("hours", "After"), min_value=0, max_value=WEEK, required=False)
    near = forms.ModelMultipleChoiceField(
        TaughtUnit.objects.none(),
        label=_("Whose users is the person among every day?"),
        help_text=_("The person’s own unit counts by itself."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("Conditions, or why not"),
        help_text=_("The person reads it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )

    def __init__(self, *args: Any, candidate: Candidate, **kwargs: Any) -> None:
        given = getattr(candidate, "release", None)
        start: dict[str, Any] = {}
        if given:
            start = {name: getattr(given, f"hours_{name}") for name in ("before", "during", "after")}
            start |= {
                "is_given": "yes" if given.is_given else "no",
                "words": given.words,
                "near": list(given.near.all()),
            }
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["near"].queryset = candidate.round.taught.exclude(unit=candidate.unit).select_related("unit")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("is_given") and not cleaned.get("during") and "during" not in self.errors:
            self.add_error("during", _("Write at least one hour a week during the introduction."))
        return cleaned

    @property
    def hours(self) -> Hours | None:
        given = self.cleaned_data
        if not given["is_given"]:
            return None
        return Hours(given["before"] or 0, given["during"], given["after"] or 0)


class SheetForm(forms.Form):
    """One assessor's scores of one candidate, a scale and an example for each criterion."""

    note = forms.CharField(
        label=_("A note to yourself"),
        help_text=_("No other assessor reads it, and it is not in the record. The candidate may ask to see it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )

    def __init__(self, *args: Any, criteria: list[Criterion], sheet: ScoreSheet | None, **kwargs: Any) -> None:
        start: dict[str, Any] = {"note": sheet.note if sheet else ""}
        for key, told in sheet.draft.items() if sheet else ():
            start |= {f"{name}_{key}": value for name, value in told.items()}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for criterion in criteria:
            self._add(criterion)
        self.order_fields([name for name in self.fields if name != "note"] + ["note"])

    def _add(self, criterion: Criterion) -> None:
        key = criterion.pk
        self.fields[f"value_{key}"] = forms.TypedChoiceField(
            label=criterion.name,
            choices=[(level, str(level)) for level in range(HIGHEST + 1)],
            coerce=int,
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
        )
        self.fields[f"example_{key}"] = forms.CharField(
            label=_("What have you seen?"),
            required=False,
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        if criterion.needs_source:
            self.fields[f"source_{key}"] = forms.CharField(label=_("Who knows it?"), required=False, max_length=120)

    def blocks(self) -> list[dict[str, Any]]:
        """What the page shows for each criterion."""
        return [
            {
                "criterion": one,
                "value": self[f"value_{one.pk}"],
                "example": self[f"example_{one.pk}"],
                "source": self[f"source_{one.pk}"] if one.needs_source else None,
            }
            for one in self.criteria
        ]

    @property
    def entries(self) -> list[Entry]:
        given = self.cleaned_data
        return [
            Entry(one, given[f"value_{one.pk}"], given[f"example_{one.pk}"], given.get(f"source_{one.pk}", ""))
            for one in self.criteria
        ]

    def complain(self, lacking: list[Criterion]) -> None:
        """Say at each criterion what is missing."""
        for one in lacking:
            if self.cleaned_data.get(f"value_{one.pk}") is None:
                self.add_error(f"value_{one.pk}", _("Choose a score."))
            if not self.cleaned_data.get(f"example_{one.pk}"):
                self.add_error(
                    f"example_{one.pk}", _("Write what you have seen: an example others could have seen too.")
                )
            if one.needs_source and not self.cleaned_data.get(f"source_{one.pk}"):
                self.add_error(f"source_{one.pk}", _("Write who knows it."))


class ExceptionForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is there an exception?"),
        help_text=_("Kept with your name and the date. The person may read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


class MoveForm(forms.Form):
    can = forms.TypedChoiceField(
        label=_("Can"),
        choices=[("yes", _("Can")), ("no", _("Cannot yet"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    will = forms.TypedChoiceField(
        label=_("Will"),
        choices=[("yes", _("Will")), ("no", _("Will not yet"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why do you see it otherwise?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )


class LimitForm(forms.Form):
    max_members = forms.IntegerField(
        label=_("Most people at once"),
        help_text=_("All roles together. Whoever has two roles counts once."),
        min_value=0,
        max_value=500,
        required=False,
    )
    max_hours = forms.IntegerField(label=_("Most hours a week"), min_value=0, max_value=5000, required=False)


# What a round decides; withdrawing comes later, by oneself.
DECIDED = [one for one in Selection.Outcome.choices if one[0] != Selection.Outcome.WITHDRAWN]


class DecisionForm(forms.Form):
    """The outcome and the reason for each candidate, and why this team."""

    reason = forms.CharField(
        label=_("Why this team?"),
        help_text=_("Stands in the record. Names no weaknesses of persons."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(
        self, *args: Any, people: list[Person], initial: dict[int, tuple[str, str]], round_: Round, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.round = people, round_
        for person in people:
            outcome, reason = initial.get(person.pk, (Selection.Outcome.DECLINED, ""))
            self.fields[f"outcome_{person.pk}"] = forms.ChoiceField(
                label=_("Outcome"), choices=DECIDED, initial=outcome
            )
            self.fields[f"reason_{person.pk}"] = forms.CharField(
                label=_("Reason to the person"),
                initial=reason,
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"person": one, "outcome": self[f"outcome_{one.pk}"], "reason": self[f"reason_{one.pk}"]}
            for one in self.people
        ]

    @property
    def outcomes(self) -> dict[int, str]:
        return {one.pk: self.cleaned_data[f"outcome_{one.pk}"] for one in self.people}

    @property
    def reasons(self) -> dict[int, str]:
        return {one.pk: self.cleaned_data[f"reason_{one.pk}"] for one in self.people}
