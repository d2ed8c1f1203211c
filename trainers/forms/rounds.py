"""Forms of a selection: opening it, setting it up, nominating."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField
from competence.models import Employee, Unit
from trainers.domain.selection import RoundFacts
from trainers.models import Profile, Round, TaughtUnit

# Up to so many units stand in one group.
FEW_UNITS = 12


class RoundForm(forms.Form):
    title = forms.CharField(label=_("What is the selection called?"), max_length=120)
    profile = forms.ModelChoiceField(
        Profile.objects.none(),
        label=_("Profile"),
        help_text=_("This version counts for the whole selection."),
        empty_label=None,
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Where?"),
        help_text=_("Everybody in it can nominate and be nominated."),
        empty_label=None,
    )
    nominate_by = DayField(label=_("Nominate by"))
    answer_by = DayField(label=_("Candidates and leaders answer by"))
    score_by = DayField(label=_("Assess by"))
    decide_on = DayField(label=_("Decide on"))
    min_size = forms.IntegerField(label=_("Fewest in the team"), min_value=1, max_value=30, initial=2)
    max_size = forms.IntegerField(label=_("Most in the team"), min_value=1, max_value=30, initial=4)
    hours_needed = forms.IntegerField(
        label=_("Hours a week"),
        help_text=_("What the whole team needs during the introduction."),
        min_value=0,
        max_value=999,
        initial=12,
    )

    def __init__(
        self,
        *args: Any,
        profiles: "QuerySet[Profile]",
        units: "QuerySet[Unit]",
        round_: Round | None = None,
        **kwargs: Any,
    ) -> None:
        start = {name: getattr(round_, name) for name in self.base_fields} if round_ else {}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        if round_:
            del self.fields["profile"], self.fields["unit"]
        else:
            fields["profile"].queryset = profiles
            fields["unit"].queryset = units

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        dates = ("nominate_by", "answer_by", "score_by", "decide_on")
        for before, after in pairwise(dates):
            if cleaned.get(before) and cleaned.get(after) and cleaned[after] < cleaned[before]:
                self.add_error(after, _("This day lies before the step that comes first."))
        if cleaned.get("min_size") and cleaned.get("max_size") and cleaned["max_size"] < cleaned["min_size"]:
            self.add_error("max_size", _("The most cannot be fewer than the fewest."))
        return cleaned

    @property
    def facts(self) -> RoundFacts:
        return RoundFacts(**{n: v for n, v in self.cleaned_data.items() if n not in ("profile", "unit")})


@dataclass(frozen=True)
class UnitGroup:
    """Units that lie together: their fields, how many of them say a number, and whether one is refused."""

    name: str
    fields: list[forms.BoundField]
    filled: int
    is_refused: bool


class SetUpForm(forms.Form):
    """How many users each unit has, and who assesses beside the project leader."""

    selectors = forms.ModelMultipleChoiceField(
        Employee.objects.none(),
        label=_("Who assesses together with you?"),
        help_text=_("Those who hold the role of co-selector. Each assesses on their own, and you decide."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        top: Unit,
        units: Sequence[Unit],
        people: "QuerySet[Employee]",
        taught: Sequence[TaughtUnit],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["selectors"].queryset = people
        users = {one.unit_id: one.users for one in taught}
        self.top, self.units = top, list(units)
        for unit in self.units:
            fields[f"users_{unit.pk}"] = forms.IntegerField(
                label=unit.name, min_value=0, max_value=5000, required=False, initial=users.get(unit.pk)
            )

    @property
    def groups(self) -> list[UnitGroup]:
        """The fields by the part of the round's unit they are in, so that many units can be looked through."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(self._part_of(unit), []).append(unit)
        names = {unit.path: unit.name for unit in (self.top, *self.units)}
        return [self._group(names[path], units) for path, units in found.items()]

    def _part_of(self, unit: Unit) -> str:
        """The path of what lies directly below the round's unit and holds `unit`; all in one where they are few."""
        top = self.top.path
        if len(self.units) <= FEW_UNITS or unit.path == top:
            return top
        part = top + unit.path.removeprefix(top).split("/", 1)[0] + "/"
        is_known = any(other.path == part for other in self.units)
        has_more = any(other.path != part and other.path.startswith(part) for other in self.units)
        return part if is_known and has_more else top

    def _group(self, name: str, units: Sequence[Unit]) -> UnitGroup:
        fields = [self[f"users_{unit.pk}"] for unit in units]
        return UnitGroup(name, fields, sum(bool(field.value()) for field in fields), any(f.errors for f in fields))

    @property
    def users(self) -> dict[int, int]:
        return {unit.pk: self.cleaned_data[f"users_{unit.pk}"] or 0 for unit in self.units}


class NominateForm(forms.Form):
    person = forms.ModelChoiceField(
        Employee.objects.none(),
        error_messages={
            "required": _("Choose who you think of."),
            "invalid_choice": _("Choose somebody of the list."),
        },
    )
    words = forms.CharField(
        label=_("Why?"),
        help_text=_("What have you seen? The person and those who select read it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    is_role_model = forms.BooleanField(
        label=_("A role model: others look to this colleague, and find the work worth doing"),
        help_text=_("Not when you nominate yourself."),
        required=False,
    )

    def __init__(self, *args: Any, people: "QuerySet[Employee]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["person"].queryset = people


class StopForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it stopped?"),
        help_text=_("All candidates but those who said no get a mail and read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(
        Employee.objects.none(),
        label=_("Who leads it from now on?"),
        help_text=_("Those who are project leaders there. What has been said and assessed stays as it is."),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who leads it."), "invalid_choice": _("Choose somebody of the list.")},
    )

    def __init__(self, *args: Any, people: "QuerySet[Employee]", me: Employee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["to"].queryset = people
        fields["to"].initial = me.pk
