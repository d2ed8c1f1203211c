"""Forms about the yearly talks."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.preparations import Answers
from annualcycle.domain.talks import Meeting
from annualcycle.models import Talk
from annualcycle.models.talks import TalkKind
from annualcycle.queries.talks import overlapping
from competence.fields import ClockField, DayField
from competence.models import Employee, Unit


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """Talks chosen by the names of their employees."""

    def label_from_instance(self, obj: Talk) -> str:
        return obj.employee.name


class MeetingForm(forms.Form):
    """When, where and how long."""

    day = DayField(label=_("Day"))
    time = ClockField(label=_("Time"))
    minutes = forms.TypedChoiceField(
        label=_("How long?"),
        coerce=int,
        choices=[(30, _("30 minutes")), (45, _("45 minutes")), (60, _("1 hour")), (90, _("1½ hours"))],
        initial=60,
    )
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)

    def __init__(self, *args: Any, talk: Talk | None = None, today: date, **kwargs: Any) -> None:
        self.talk, self.today = talk, today
        if talk and talk.starts_at:
            starts = timezone.localtime(talk.starts_at)
            known = {"day": starts.date(), "time": starts.time(), "minutes": talk.minutes, "place": talk.place}
            kwargs["initial"] = known
        super().__init__(*args, **kwargs)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < self.today:
            raise forms.ValidationError(_("That day has passed. Choose one to come."))
        return day

    def clean(self) -> dict[str, Any]:
        if not self.errors and self.talk and self.talk.leader:
            other = overlapping(self.talk.leader, self.starts_at, self.cleaned_data["minutes"], [self.talk.pk])
            if other:
                self.add_error("time", _("There is a talk with %(name)s then.") % {"name": other.employee.name})
        return self.cleaned_data

    @property
    def starts_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))

    @property
    def meeting(self) -> Meeting:
        return Meeting(self.starts_at, self.cleaned_data["place"], self.cleaned_data["minutes"])


class SeveralForm(MeetingForm):
    """One talk after the other from a first time on, on as many days as it takes."""

    a_day = forms.TypedChoiceField(
        label=_("Talks a day"), coerce=int, choices=[(number, str(number)) for number in range(1, 7)], initial=3
    )
    pause = forms.TypedChoiceField(
        label=_("Pause between them"),
        coerce=int,
        choices=[(15, _("15 minutes")), (30, _("30 minutes")), (60, _("1 hour"))],
        initial=30,
    )

    def meetings(self, count: int) -> list[Meeting]:
        """`count` times, on weekdays only."""
        data, day, found = self.cleaned_data, self.starts_at, list[Meeting]()
        while len(found) < count:
            for number in range(min(data["a_day"], count - len(found))):
                after = timedelta(minutes=number * (data["minutes"] + data["pause"]))
                found.append(Meeting(day + after, data["place"], data["minutes"]))
            day = _next_weekday(day)
        return found


def _next_weekday(moment: datetime) -> datetime:
    """The same time of the clock on the next weekday, also over a change to winter time."""
    day = timezone.localtime(moment).replace(tzinfo=None) + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return timezone.make_aware(day)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Why?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = hint


class HeldForm(forms.Form):
    on = DayField(label=_("Which day did you talk?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("That day has not come yet. Choose the day on which you talked."))
        return on


class PreparationForm(forms.Form):
    """The same four questions for both sides."""

    went_well = forms.CharField(label=_("What goes well?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    difficult = forms.CharField(label=_("What is difficult?"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    learn = forms.CharField(
        label=_("What should be learnt?"),
        help_text=_("Think of the tasks that come, and of the needs in the strategy."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    conditions = forms.CharField(
        label=_("What does it take?"),
        help_text=_("Time, colleagues, conditions at work."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def answers(self) -> Answers:
        return Answers(**self.cleaned_data)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note for the two of you"), widget=forms.Textarea(attrs={"rows": 3, "class": "form-control"})
    )


class GroupForm(MeetingForm):
    """A talk with several of a unit."""

    kind = forms.ChoiceField(
        label=_("Which kind?"),
        choices=[(TalkKind.GRUS, TalkKind.GRUS.label), (TalkKind.TUS, TalkKind.TUS.label)],
        widget=forms.RadioSelect,
        initial=TalkKind.GRUS,
    )
    members = PeopleField(
        label=_("With whom?"),
        help_text=_("Those who ask for a talk of their own are not in the list."),
        queryset=Talk.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, talks: QuerySet[Talk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.fields["members"]
        assert isinstance(members, forms.ModelMultipleChoiceField)
        members.queryset = talks

    field_order = ["kind", "members", "day", "time", "minutes", "place"]

    @property
    def unit(self) -> Unit:
        """The unit most of the chosen are in."""
        units: list[Unit] = [talk.unit for talk in self.cleaned_data["members"]]
        return max(units, key=lambda unit: sum(unit == other for other in units))


class GroupHeldForm(HeldForm):
    present = PeopleField(
        label=_("Who was there?"),
        help_text=_("Those who were not get a new time."),
        queryset=Talk.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, talks: QuerySet[Talk], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = self.fields["present"]
        assert isinstance(present, forms.ModelMultipleChoiceField)
        present.queryset = talks


class HandOverForm(forms.Form):
    leader = forms.IntegerField(widget=forms.HiddenInput, required=False)
    to = forms.ModelChoiceField(label=_("Who holds them now?"), queryset=Employee.objects.none())

    def __init__(self, *args: Any, leaders: QuerySet[Employee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)
        to.queryset = leaders
