"""Forms of a team at work: the mandate, the signature, the path, other roles with hours."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField, let_choose
from competence.models import Commitment, Employee, Unit
from trainers.domain.mandates import MOST_HOURS, MandateFacts, Phase, Points, TooManyHours
from trainers.models import Anchoring, Mandate, MandatePhase, TrainingPart

PHASES = tuple(MandatePhase.Kind.values)
ROLES = (
    ("trainer", _("Trainer: teaches and guides colleagues")),
    ("super_user", _("Super-user: helps with the system every day")),
    ("support", _("Entitled to support: reports errors and wishes to the supplier")),
)


class RoleHours(NamedTuple):
    """The fields with a role's hours, those of which one must be filled, and what is said where the two differ."""

    fields: tuple[str, ...]
    needed: tuple[str, ...]
    without_role: Any
    without_hours: Any


HOURS_OF_ROLES = {
    "trainer": RoleHours(
        tuple(f"{name}_{kind}" for kind in PHASES for name in ("teaching", "preparation")),
        ("teaching_during", "preparation_during"),
        _("You wrote hours as a trainer. Tick the role, or remove the hours."),
        _("Say how many hours a week the trainer has during the introduction."),
    ),
    "super_user": RoleHours(
        ("super_user_hours",),
        ("super_user_hours",),
        _("You wrote hours as super-user. Tick the role, or remove the hours."),
        _("Say how many hours a week the super-user has."),
    ),
    "support": RoleHours(
        ("support_during", "support_after"),
        ("support_during", "support_after"),
        _("You wrote hours with support. Tick the role, or remove the hours."),
        _("Say how many hours a week there are for support, during the introduction or after it."),
    ),
}


def _hours(label: Any, *, most: int = 37) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False)


def _topics() -> forms.CharField:
    return forms.CharField(
        label=_("Which topics may the trainer teach?"),
        help_text=_("With commas between. The pool is searched by them."),
        max_length=300,
        required=False,
    )


class MandateForm(forms.Form):
    """Hours in three phases, preparation apart from teaching (sources: K16, T08)."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("From which unit are the hours taken?"), empty_label=None, required=False
    )
    roles = forms.MultipleChoiceField(
        label=_("Which roles?"), choices=ROLES, widget=forms.CheckboxSelectMultiple, initial=["trainer"]
    )
    called = forms.CharField(
        label=_("What is the trainer called?"),
        help_text=_("If you have a word of your own for it, such as digital guide."),
        max_length=60,
        required=False,
    )
    scope = forms.ChoiceField(label=_("Whom is the trainer to teach?"), choices=Mandate.Scope.choices)
    topics = _topics()
    purpose = forms.CharField(
        label=_("What is it for?"),
        help_text=_("In words the team understands. It stands in the letter."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )
    benefit = forms.CharField(
        label=_("What does the unit get out of it?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    starts_on = DayField(label=_("Begins"))
    during_from = DayField(label=_("Introduction from"))
    during_until = DayField(label=_("Introduction until"))
    ends_on = DayField(label=_("Ends"))
    super_user_hours = _hours(_("Hours a week as super-user"))
    support_during = _hours(_("With support during the introduction"))
    support_after = _hours(_("With support after it"))
    knows_method = forms.BooleanField(
        label=_("Knows the teaching method already, and need not read about it first"), required=False
    )

    def __init__(self, *args: Any, units: "QuerySet[Unit] | None" = None, **kwargs: Any) -> None:
        """`units` are those where the trainer has a post, when there is a choice."""
        super().__init__(*args, **kwargs)
        if units is None:
            del self.fields["unit"]
        else:
            let_choose(self, "unit", units)
        for kind in PHASES:
            self.fields[f"teaching_{kind}"] = _hours(_("With colleagues"))
            self.fields[f"preparation_{kind}"] = _hours(_("Preparation"))

    @property
    def phase_fields(self) -> list[tuple[str, Any, Any]]:
        return [
            (str(MandatePhase.Kind(kind).label), self[f"teaching_{kind}"], self[f"preparation_{kind}"])
            for kind in PHASES
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        order = ("starts_on", "during_from", "during_until", "ends_on")
        for before, after in pairwise(order):
            if cleaned.get(before) and cleaned.get(after) and cleaned[after] < cleaned[before]:
                self.add_error(after, _("This day lies before the step that comes first."))
        if "roles" in cleaned:
            self._match_roles(cleaned)
        if cleaned.keys() >= set(order):
            self._match_days(cleaned)
        return cleaned

    def _match_days(self, cleaned: dict[str, Any]) -> None:
        """Hours in a phase without a day would be lost in silence (source: K16)."""
        for kind, (starts, ends) in _periods(cleaned).items():
            for name in (f"teaching_{kind}", f"preparation_{kind}", f"support_{kind}"):
                if starts > ends and cleaned.get(name):
                    self.add_error(name, _("There is no day in this phase. Take the hours away, or move a day."))

    def _match_roles(self, cleaned: dict[str, Any]) -> None:
        """What is written of a role nobody has is not lost in silence, and each role has its hours (source: K04)."""
        ticked = cleaned["roles"]
        for role, hours in HOURS_OF_ROLES.items():
            if role not in ticked and any(cleaned.get(name) for name in hours.fields):
                self.add_error("roles", hours.without_role)
            elif role in ticked and not any(cleaned.get(name) for name in hours.needed):
                self.add_error(hours.needed[0], hours.without_hours)

    def refuse_hours(self, refusal: TooManyHours) -> None:
        """Say at the hours of the phase how many they are together."""
        role = "teaching" if "trainer" in self.cleaned_data["roles"] else "support"
        text = _("All roles together are %(hours)s hours in these weeks. A week has %(most)s.")
        self.add_error(f"{role}_{refusal.kind}", text % {"hours": refusal.hours, "most": MOST_HOURS})

    @property
    def facts(self) -> MandateFacts:
        told, roles = self.cleaned_data, self.cleaned_data["roles"]
        return MandateFacts(
            purpose=told["purpose"].strip(),
            benefit=told["benefit"].strip(),
            called=told["called"].strip(),
            scope=told["scope"],
            topics=told["topics"].strip(),
            is_trainer="trainer" in roles,
            super_user_hours=(told["super_user_hours"] or 0) if "super_user" in roles else None,
            gives_support="support" in roles,
            knows_method=told["knows_method"],
            phases=self._phases("trainer" in roles, gives_support="support" in roles),
        )

    def _phases(self, is_trainer: bool, *, gives_support: bool) -> list[Phase]:
        """Without gaps from the first day to the last; a phase of no days is left out."""
        told = self.cleaned_data
        return [
            Phase(
                kind,
                starts,
                ends,
                (told[f"teaching_{kind}"] or 0) if is_trainer else 0,
                (told[f"preparation_{kind}"] or 0) if is_trainer else 0,
                (told.get(f"support_{kind}") or 0) if gives_support else 0,
            )
            for kind, (starts, ends) in _periods(told).items()
            if starts <= ends
        ]


def _periods(told: dict[str, Any]) -> dict[str, tuple[date, date]]:
    """First and last day of each phase; one without days ends before it begins."""
    day = timedelta(days=1)
    return {
        "before": (told["starts_on"], told["during_from"] - day),
        "during": (told["during_from"], told["during_until"]),
        "after": (told["during_until"] + day, told["ends_on"]),
    }


class AnchoringForm(forms.Form):
    """Four points that all hold, or it is not signed (source: T07)."""

    words = forms.CharField(
        label=_("What have you agreed?"),
        help_text=_("Who covers, which days are free, when you talk about it again."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Points.__dataclass_fields__:
            self.fields[name] = forms.BooleanField(
                label=Anchoring._meta.get_field(name).verbose_name,  # type: ignore[union-attr]  # a plain field
                error_messages={"required": _("Sign when this holds too.")},
            )

    @property
    def point_fields(self) -> list[Any]:
        return [self[name] for name in Points.__dataclass_fields__]

    @property
    def points(self) -> Points:
        return Points(**{name: self.cleaned_data[name] for name in Points.__dataclass_fields__})


class TopicsForm(forms.Form):
    topics = _topics()


class ReasonForm(forms.Form):
    """Why something is done otherwise than it is usual."""

    reason = forms.CharField(label=_("Why?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class DaysForm(forms.Form):
    """The days of a course a trainer was there."""

    def __init__(self, *args: Any, part: TrainingPart, attended: list[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = part.days or 1
        for number in range(self.count):
            self.fields[f"day_{number}"] = DayField(
                label=_("Day %(number)s") % {"number": number + 1},
                required=False,
                initial=attended[number] if number < len(attended) else None,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        days = [day for day in cleaned.values() if day]
        if len(set(days)) < len(days):
            raise forms.ValidationError(_("The same day is there twice."))
        return _past(self, cleaned)

    @property
    def days(self) -> list[date]:
        return [day for day in self.cleaned_data.values() if day]


class DoneForm(forms.Form):
    """Done on a day; for what is `unhanded` also when the trainer got it."""

    handed_out_on = DayField(label=_("When was it handed out?"))
    done_on = DayField(label=_("When?"))
    words = forms.CharField(
        label=_("What did you take over or learn?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    def __init__(self, *args: Any, unhanded: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not unhanded:
            del self.fields["handed_out_on"]

    def clean(self) -> dict[str, Any]:
        return _past(self, super().clean() or self.cleaned_data)


class HandedOutForm(forms.Form):
    handed_out_on = DayField(
        label=_("When was it handed out?"), help_text=_("Empty the day if it has not been."), required=False
    )

    def clean(self) -> dict[str, Any]:
        return _past(self, super().clean() or self.cleaned_data)


def _past(form: forms.Form, cleaned: dict[str, Any]) -> dict[str, Any]:
    """What has been done has a day that has come."""
    for name, value in list(cleaned.items()):
        if isinstance(value, date) and value > timezone.localdate():
            form.add_error(name, _("This day has not come yet."))
    return cleaned


class RoleHoursForm(forms.Form):
    """A role nobody was selected for, which takes hours all the same (source: T27)."""

    person = forms.ModelChoiceField(Employee.objects.none(), label=_("Who?"), empty_label=None)
    kind = forms.ChoiceField(
        label=_("Which role?"),
        choices=[one for one in Commitment.Kind.choices if one[0] != Commitment.Kind.TRAINER],
    )
    hours = forms.IntegerField(label=_("Hours a week"), min_value=1, max_value=37)
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))

    def __init__(self, *args: Any, people: "QuerySet[Employee]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "person", people)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("starts_on") and cleaned.get("ends_on") and cleaned["ends_on"] < cleaned["starts_on"]:
            self.add_error("ends_on", _("This day lies before the first."))
        return cleaned
