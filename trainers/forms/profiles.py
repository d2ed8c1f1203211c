"""Forms in which profiles are written."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField
from competence.models import Competence, Unit
from trainers.domain.profiles import CriterionFacts, Facts, ProgrammeFacts
from trainers.models import AttentionPoint, Criterion, Profile, Task, TrainingPart
from trainers.models.profiles import HIGHEST, LONGEST_ADDRESS, LONGEST_PART

_LONG = {"rows": 3}


class _ProgrammeForm(forms.Form):
    name = forms.CharField(
        label=_("What is introduced?"),
        help_text=_("A system or a programme, by the name everybody uses."),
        max_length=120,
    )
    description = forms.CharField(label=_("What is it?"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    converts_from = DayField(label=_("Conversion from"), required=False)
    converts_until = DayField(label=_("Conversion until"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("converts_from"), cleaned.get("converts_until")
        if ends and (not starts or ends < starts):
            self.add_error("converts_until", _("The conversion ends after it has begun."))
        return cleaned


class ProgrammeForm(_ProgrammeForm):
    """A new one, with the first version of its profile."""

    version = forms.CharField(label=_("First version"), max_length=12, initial="1.0")
    field_order = ("name", "description", "version")


class ProgrammeEditForm(_ProgrammeForm):
    """Its name, what it is, and when it is converted (source: K08)."""

    @property
    def facts(self) -> ProgrammeFacts:
        return ProgrammeFacts(**self.cleaned_data)


class ProfileForm(forms.Form):
    version = forms.CharField(label=_("Version"), max_length=12)
    introduction = forms.CharField(
        label=_("Introduction"), required=False, widget=forms.Textarea(attrs=_LONG), max_length=4000
    )
    purpose = forms.CharField(
        label=_("What is the profile for?"), required=False, widget=forms.Textarea(attrs=_LONG), max_length=4000
    )
    at_risk = forms.CharField(
        label=_("What is at risk without trainers?"),
        help_text=_("Shown wherever a unit or a competence has nobody."),
        required=False,
        widget=forms.Textarea(attrs=_LONG),
        max_length=2000,
    )

    guidance = forms.CharField(
        label=_("What do you want to say to trainers about how they teach?"),
        help_text=_("Clear and humble at the same time. They read it on their own page and before each session."),
        required=False,
        widget=forms.Textarea(attrs=_LONG),
        max_length=2000,
    )

    @property
    def facts(self) -> Facts:
        return Facts(**self.cleaned_data)


class VersionForm(forms.Form):
    version = forms.CharField(label=_("Number of the new version"), max_length=12)


class CriterionForm(forms.Form):
    name = forms.CharField(label=_("Short name"), help_text=_("Stands in tables and pictures."), max_length=60)
    competence = forms.ModelChoiceField(
        Competence.objects.none(), label=_("Competence"), help_text=_("From the catalogue all apps share.")
    )
    description = forms.CharField(label=_("What it means"), widget=forms.Textarea(attrs={"rows": 2}))
    parts = forms.CharField(
        label=_("Parts"), help_text=_("One on each line."), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    demand = forms.ChoiceField(label=_("Who must have it?"), choices=Criterion.Demand.choices, widget=forms.RadioSelect)
    measure = forms.ChoiceField(
        label=_("How is it known?"), choices=Criterion.Measure.choices, widget=forms.RadioSelect
    )
    full_years = forms.IntegerField(
        label=_("Years that give the highest level"),
        help_text=_("When years count. Half as many give half the levels."),
        min_value=1,
        max_value=40,
    )
    wish_counts = forms.BooleanField(
        label=_("The wish to learn it counts too"),
        help_text=_("The parts then are two ways of meeting it, and teams show who does it by experience."),
        required=False,
    )
    needs_source = forms.BooleanField(label=_("Assessors say who knows it"), required=False)
    axis = forms.ChoiceField(
        label=_("In the can and will matrix"), choices=Criterion.Axis.choices, widget=forms.RadioSelect
    )
    weight = forms.IntegerField(label=_("Weight"), min_value=1, max_value=9)
    level = forms.IntegerField(label=_("Level needed"), min_value=1, max_value=HIGHEST)
    cover = forms.IntegerField(label=_("How many in the team"), min_value=1, max_value=9)

    def __init__(self, *args: Any, municipality: Unit, criterion: Criterion | None = None, **kwargs: Any) -> None:
        names = (
            "name",
            "competence",
            "description",
            "demand",
            "wish_counts",
            "needs_source",
            "axis",
            "weight",
            "level",
            "cover",
            "measure",
            "full_years",
        )
        start: dict[str, Any] = {"demand": "team", "axis": "none", "weight": 1, "level": 3, "cover": 1}
        start |= {"measure": Criterion.Measure.ASSESSED, "full_years": 15}
        if criterion:
            start = {name: getattr(criterion, name) for name in names} | {"parts": "\n".join(criterion.parts)}
            start |= {f"scale_{level}": text for level, text in enumerate(criterion.scale)}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["competence"].queryset = Competence.objects.filter(area__municipality=municipality)
        for level in range(HIGHEST + 1):
            fields[f"scale_{level}"] = forms.CharField(label=_("Level %(number)s") % {"number": level}, max_length=200)

    @property
    def scale(self) -> list[Any]:
        """The fields of the levels."""
        return [self[f"scale_{level}"] for level in range(HIGHEST + 1)]

    def clean_parts(self) -> list[str]:
        parts = [line.strip() for line in self.cleaned_data["parts"].splitlines() if line.strip()]
        if any(len(part) > LONGEST_PART for part in parts):
            raise forms.ValidationError(_("Write at most %(most)s characters on a line.") % {"most": LONGEST_PART})
        return parts

    @property
    def facts(self) -> CriterionFacts:
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("scale_")}
        scale = [self.cleaned_data[f"scale_{level}"] for level in range(HIGHEST + 1)]
        return CriterionFacts(scale=scale, **given)


class _LineForm(forms.Form):
    text = forms.CharField(label=_("Text"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


class TaskForm(_LineForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Task.Kind.choices)
    only_support = forms.BooleanField(label=_("Only for super-users and those entitled to support"), required=False)


class PointForm(_LineForm):
    party = forms.ChoiceField(label=_("Who answers for it?"), choices=AttentionPoint.Party.choices)
    is_hard = forms.BooleanField(label=_("Without it nobody is chosen"), required=False)


class TrainingForm(_LineForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=TrainingPart.Kind.choices)
    module = forms.CharField(
        label=_("Module"), help_text=_("What it belongs to, if the way is in modules."), max_length=60, required=False
    )
    provider = forms.CharField(label=_("Who gives it?"), max_length=120, required=False)
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=60, required=False)
    is_mandatory = forms.BooleanField(label=_("Everybody takes it"), required=False, initial=True)


class ReferenceForm(_LineForm):
    section = forms.CharField(label=_("Section"), max_length=120, required=False)
    url = forms.URLField(label=_("Address"), max_length=LONGEST_ADDRESS, required=False, assume_scheme="https")


LINE_FORMS: dict[str, type[_LineForm]] = {
    "tasks": TaskForm,
    "points": PointForm,
    "training": TrainingForm,
    "references": ReferenceForm,
}


def line_forms(kind: str, data: Any, profile: Profile) -> Any:
    """All lines of one list as one form, with two empty ones to fill in."""
    form = LINE_FORMS[kind]
    names = list(form.base_fields)
    initial = [{name: getattr(row, name) for name in names} for row in getattr(profile, kind).order_by("position")]
    formset = forms.formset_factory(form, extra=2, max_num=40, can_delete=True, can_delete_extra=False)
    return formset(data, initial=initial, prefix="lines")


def rows_of(formset: Any) -> list[dict[str, Any]]:
    """What the valid formset says, without what is taken out or left empty."""
    found = (form.cleaned_data for form in formset if form.cleaned_data.get("text"))
    return [{name: value for name, value in row.items() if name != "DELETE"} for row in found if not row.get("DELETE")]
