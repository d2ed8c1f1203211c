"""Forms of what new colleagues start with."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.domain.introductions import StepFacts
from competence.fields import DayField, let_choose
from competence.forms.seen import SeenForm
from competence.models import Employee, Employment

LONGEST = 160
TWO_YEARS = 730


class StepForm(SeenForm):
    title = forms.CharField(label=_("What happens?"), max_length=LONGEST)
    after_days = forms.IntegerField(
        label=_("How many days after the first day?"),
        help_text=_("0 is the first day itself."),
        min_value=0,
        max_value=TWO_YEARS,
    )
    text = forms.CharField(
        label=_("More about it"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def facts(self) -> StepFacts:
        return StepFacts(**self.cleaned_data)


class ItemForm(SeenForm):
    title = forms.CharField(label=_("What happens?"), max_length=LONGEST)
    due_on = DayField(label=_("By which day?"))
    text = forms.CharField(
        label=_("More about it"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """A post by its holder's name, job and unit."""

    def label_from_instance(self, post: Employment) -> str:
        return f"{post.employee}, {post.job_title}, {post.unit}"


class BeginForm(forms.Form):
    """Whose programme, from when. The posts are those of new colleagues without one."""

    post = PostField(
        Employment.objects.none(),
        label=_("For whom?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose a new colleague.")},
    )
    starts_on = DayField(label=_("First day"), required=False, help_text=_("Empty: the first day of the post."))

    def __init__(self, *args: Any, posts: "QuerySet[Employment]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "post", posts)


class MentorForm(forms.Form):
    """Who is at the new colleague's side, and how long. The person is found by search."""

    mentor = forms.ModelChoiceField(
        Employee.objects.none(),
        label=_("Who?"),
        error_messages={"required": _("Find the person by name and pick one.")},
    )
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until"))
    hours = forms.IntegerField(
        label=_("Hours a week"),
        help_text=_("They count in what roles take from the mentor’s unit. Empty: none."),
        required=False,
        min_value=1,
        max_value=37,
    )

    def __init__(self, *args: Any, people: "QuerySet[Employee]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "mentor", people)

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day comes before the first."))
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        return self.cleaned_data | {"hours": self.cleaned_data["hours"] or 0}


YES, NO = "yes", "no"


class AssessmentForm(SeenForm):
    """Whether the job asks for a course from the beginning (source: S37)."""

    needs = forms.ChoiceField(
        label=_("Does the job ask for a course from the beginning?"),
        choices=[
            (YES, capfirst(pgettext_lazy("assessment", "yes, one that cannot wait for December"))),
            (NO, capfirst(pgettext_lazy("assessment", "no, what is planned here is enough"))),
        ],
        widget=forms.RadioSelect,
    )
    course = forms.CharField(
        label=_("Which course or what kind?"), max_length=200, required=False, help_text=_("Only when one is needed.")
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the job asks for that cannot be learnt here. Write nothing about health."),
    )

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("needs") == YES:
            for name, message in (
                ("course", _("Write which course.")),
                ("reason", _("Write why the job asks for it.")),
            ):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, message)
        return data
