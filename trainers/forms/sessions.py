"""Forms of sessions: planning, the rota, who came, why it was cancelled, what participants say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from competence.emails import day
from competence.fields import DayField, let_choose
from competence.models import Employee, Unit
from trainers.domain.sessions import Answers, SessionFacts
from trainers.models import Course, Mandate, Participant, Session
from trainers.models.sessions import BEST, WORST
from trainers.queries.sessions import Meant

MOST_DAYS = 60
# What a session and its form call the same.
SAME = (
    *(
        "kind",
        "title",
        "topics",
        "other_topics",
        "unit",
        "minutes",
        "place",
        "content",
        "local_notes",
        "guests",
        "rests_on",
    ),
    *("meant_for", "meant_months"),
)
# What a session can do without; it stands under "More".
MORE = ("content", "parts", "meant_for", "rests_on", "local_notes", "guests")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def capitalised(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """As they stand alone in a form; labels are words of a sentence elsewhere."""
    return [(value, capfirst(label)) for value, label in choices]


class TrainersField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """The team's trainers with their state, because only those who are ready stand before a group."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.employee.name} ({obj.get_state_display()})"


class PartsField(forms.CharField):
    """One part on each line, the title before a colon: no script is needed to write as many as one likes."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Which parts does it have?"),
            help_text=_("One on each line, in order: first its title, then a colon and what it is about."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=3000,
            required=False,
        )

    def clean(self, value: Any) -> list[dict[str, str]]:
        lines = (line.strip() for line in super().clean(value).splitlines())
        parts = [line.partition(":") for line in lines if line]
        if any(len(title.strip()) > 120 or not title.strip() for title, _colon, _about in parts):
            raise forms.ValidationError(_("Begin each line with a title of at most 120 characters."))
        return [{"title": title.strip(), "about": about.strip()} for title, _colon, about in parts]


def as_lines(parts: Sequence[Mapping[str, str]]) -> str:
    return "\n".join(f"{one['title']}: {one['about']}" if one["about"] else one["title"] for one in parts)


class SessionForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=capitalised(one for one in Session.Kind.choices if one[0] != Session.Kind.FLOOR_WALK),
    )
    title = forms.CharField(label=_("Title"), max_length=120)
    topics = forms.MultipleChoiceField(
        label=_("What is taken up?"),
        choices=capitalised(Session.Topic.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    other_topics = forms.CharField(
        label=_("And what else?"), help_text=_("In a few words."), max_length=120, required=False
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Whom is it for?"), empty_label=None)
    day = DayField(label=_("Day"))
    clock = forms.TimeField(label=_("Time"), widget=CLOCK)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=600, initial=120)
    place = forms.CharField(label=_("Place or link"), max_length=200, required=False)
    content = forms.CharField(
        label=_("What do those who come learn?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    parts = PartsField()
    meant_for = forms.ChoiceField(
        label=_("Whom is it meant for above all?"),
        help_text=_("You see who that is when you invite."),
        choices=[("", _("Everybody there")), *capitalised(Session.MeantFor.choices)],
        required=False,
    )
    meant_months = forms.IntegerField(label=_("Months"), min_value=1, max_value=60, initial=12, required=False)
    rests_on = forms.MultipleChoiceField(
        label=_("What does it rest on?"),
        help_text=_("Good practice rests on all four. What is missing shows on the session’s page."),
        choices=capitalised(Session.Source.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    local_notes = forms.CharField(
        label=_("How is it done where they are?"),
        help_text=_("Forms, procedures and people that are different in this unit."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    guests = forms.CharField(
        label=_("Which other municipalities take part?"),
        help_text=_("Then a short checklist stands on the page of the session."),
        max_length=200,
        required=False,
    )
    trainers = TrainersField(Mandate.objects.none(), label=_("Who holds it?"))
    reason = forms.CharField(
        label=_("Why somebody who is not ready yet?"),
        help_text=_("Only when you have chosen somebody who is still in training."),
        max_length=300,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        team: "QuerySet[Mandate]",
        units: "QuerySet[Unit]",
        session: Session | None = None,
        course: Course | None = None,
        **kw: Any,
    ) -> None:
        kw["initial"] = _start(session) if session else _start_by(course) if course else {}
        super().__init__(*args, **kw)
        if session and session.kind == Session.Kind.FLOOR_WALK:
            kind: Any = self.fields["kind"]
            kind.choices = capitalised([(session.kind, session.get_kind_display())])
        let_choose(self, "trainers", team)
        let_choose(self, "unit", units)

    @property
    def shows_more(self) -> bool:
        """Something of what seldom is filled in is, or has an error."""
        return any(self[name].errors or self[name].value() for name in MORE) or bool(self["meant_months"].errors)

    @property
    def starts_at(self) -> datetime:
        told = self.cleaned_data
        return timezone.make_aware(datetime.combine(told["day"], told["clock"]))

    @property
    def facts(self) -> SessionFacts:
        told = {name: self.cleaned_data[name] for name in (*SAME, "parts")}
        return SessionFacts(starts_at=self.starts_at, **told | {"meant_months": told["meant_months"] or 12})

    @property
    def chosen(self) -> dict[int, str]:
        """Each trainer with the reason, which counts only for those who need one."""
        return {one.pk: self.cleaned_data["reason"] for one in self.cleaned_data["trainers"]}


def _start(session: Session) -> dict[str, Any]:
    local = timezone.localtime(session.starts_at)
    trainers = list(session.trainers.all())
    return {name: getattr(session, name) for name in SAME} | {
        "parts": as_lines(session.parts),
        "day": local.date(),
        "clock": local.time(),
        "trainers": [one.mandate_id for one in trainers],
        "reason": next((one.reason for one in trainers if one.reason), ""),
    }


def _start_by(course: Course) -> dict[str, Any]:
    """A session begins with what a course is (source: T31)."""
    told = ("title", "topics", "other_topics", "minutes", "content", "rests_on", "meant_for", "meant_months")
    return {name: getattr(course, name) for name in told} | {"parts": as_lines(course.parts)}


class RotaForm(forms.Form):
    """A floor walk on the chosen weekdays of a period, the trainers taking turns (source: K08)."""

    title = forms.CharField(label=_("Title"), max_length=120, initial=_("A trainer among you"))
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Where?"), empty_label=None)
    first = DayField(label=_("From"))
    last = DayField(label=_("Until"))
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Which days?"),
        choices=[(number, WEEKDAYS[number]) for number in range(5)],
        coerce=int,
        initial=[0, 3],
        widget=forms.CheckboxSelectMultiple,
    )
    clock = forms.TimeField(label=_("Time"), widget=CLOCK)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=600, initial=120)
    trainers = TrainersField(Mandate.objects.none(), label=_("Who takes turns?"))

    def __init__(self, *args: Any, team: "QuerySet[Mandate]", units: "QuerySet[Unit]", **kw: Any) -> None:
        super().__init__(*args, **kw)
        let_choose(self, "trainers", team)
        let_choose(self, "unit", units)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("first") and cleaned.get("last") and cleaned.get("weekdays"):
            if cleaned["last"] < cleaned["first"]:
                self.add_error("last", _("This day lies before the first."))
            elif len(self.days) > MOST_DAYS:
                self.add_error("last", _("That is more than %(most)s days. Plan a shorter time.") % {"most": MOST_DAYS})
            elif not self.days:
                self.add_error("weekdays", _("None of these weekdays lies in the period."))
        return cleaned

    @property
    def days(self) -> list[date]:
        told = self.cleaned_data
        length = (told["last"] - told["first"]).days + 1
        days = (told["first"] + timedelta(days=number) for number in range(length))
        return [day for day in days if day.weekday() in told["weekdays"]]

    @property
    def facts(self) -> SessionFacts:
        told = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(told["first"], told["clock"]))
        return SessionFacts(Session.Kind.FLOOR_WALK, told["title"], told["unit"], starts_at, told["minutes"])


class InviteForm(forms.Form):
    people = forms.ModelMultipleChoiceField(
        Employee.objects.none(),
        label=_("Whom do you invite?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose somebody to invite.")},
    )

    def __init__(
        self, *args: Any, people: "QuerySet[Employee]", meant: Mapping[int, Meant] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "people", people)
        meant = meant or {}
        field: Any = self.fields["people"]
        field.label_from_instance = lambda one: _named(one, meant.get(one.pk))
        self.initial.setdefault("people", list(meant))


def _named(person: Employee, meant: Meant | None) -> str:
    """With why the session is meant for the person."""
    if meant is None or meant.since is None:
        return str(person)
    said = {"name": person, "day": day(meant.since)}
    if meant.task_since and meant.profession_since:
        return _("%(name)s (new in the profession and in the task, since %(day)s)") % said
    if meant.task_since:
        return _("%(name)s (new in the task since %(day)s)") % said
    return _("%(name)s (new in the profession since %(day)s)") % said


class CameField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """Asked of everybody, though the answer can be that nobody came."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        return super().clean(value) if value else self.queryset.none()  # type: ignore[union-attr]  # it has one


class AttendanceForm(forms.Form):
    """Who came, of those invited and others; that nobody did is said, never left to an empty list."""

    came = CameField(Participant.objects.none(), label=_("Who came?"))
    nobody = forms.BooleanField(label=_("Nobody came"), required=False)
    others = forms.ModelMultipleChoiceField(
        Employee.objects.none(),
        label=_("Who else came?"),
        help_text=_("Those who work there and were not invited."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, *args: Any, participants: "QuerySet[Participant]", possible: "QuerySet[Employee]", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.invited = list(participants)
        let_choose(self, "came", participants)
        let_choose(self, "others", possible)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_ticked = cleaned.get("came") or cleaned.get("others") or cleaned.get("nobody")
        if self.invited and not is_ticked and not any(one.by_code for one in self.invited) and not self.errors:
            self.add_error("nobody", _("You have ticked nobody. Tick those who came, or say here that nobody did."))
        return cleaned


class HoldForm(AttendanceForm):
    """Who came, and what came out of it."""

    notes = forms.CharField(
        label=_("What came out of it?"),
        help_text=_("Everybody invited reads it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=3000,
        required=False,
    )
    follow_up_on = DayField(
        label=_("When do they hear from you again?"),
        help_text=_("You are still there after the session. They see the day."),
        required=False,
    )


class PointsForm(forms.Form):
    """The checklist of a session with other municipalities (source: T18)."""

    points = forms.MultipleChoiceField(choices=Session.Point.choices, required=False)


class FollowUpForm(forms.Form):
    """How it went for those who came (source: T22)."""

    words = forms.CharField(max_length=1000, required=False)


class CancelForm(forms.Form):
    cause = forms.ChoiceField(label=_("Why?"), choices=Session.Cause.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False
    )


class CancelWalksForm(CancelForm):
    """The rest of the rota, from a day on."""

    first = DayField(label=_("From which day?"))
    field_order = ("first", "cause", "words")


class EvaluationForm(forms.Form):
    """Three questions and one line; nobody can see whose answer it is."""

    words = forms.CharField(
        label=_("What would make it better?"),
        help_text=_("Write nothing that tells who you are."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in QUESTIONS:
            self.fields[name] = forms.TypedChoiceField(label=label, choices=STEPS, coerce=int, widget=forms.RadioSelect)

    @property
    def question_fields(self) -> list[Any]:
        return [self[name] for name, _label in QUESTIONS]

    @property
    def answers(self) -> Answers:
        return Answers(**self.cleaned_data)


QUESTIONS: Sequence[tuple[str, Any]] = (
    ("useful", _("I can use it in my work")),
    ("clear", _("It was clear")),
    ("sure", _("I dare to do it myself now")),
)
STEPS = [(number, str(number)) for number in range(WORST, BEST + 1)]
