"""Forms of courses of our own: writing one, and a file of another municipality (source: T31)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competence.models import Competence
from trainers.course_facts import CourseFacts, Known, Part
from trainers.forms.sessions import PartsField, as_lines, capitalised
from trainers.models import Session

MOST_BYTES = 1_000_000
# What a course and its form call the same.
SAME = ("title", "programme", "content", "topics", "other_topics", "rests_on", "meant_for", "minutes")


class CourseForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    programme = forms.CharField(label=_("System or programme"), max_length=120, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=600, initial=120)
    content = forms.CharField(
        label=_("What do those who come learn?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
    )
    parts = PartsField()
    meant_for = forms.ChoiceField(
        label=_("Whom is it meant for above all?"),
        choices=[("", _("Everybody there")), *capitalised(Session.MeantFor.choices)],
        required=False,
    )
    meant_months = forms.IntegerField(label=_("Months"), min_value=1, max_value=60, required=False)
    topics = forms.MultipleChoiceField(
        label=_("What is taken up?"),
        choices=capitalised(Session.Topic.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    other_topics = forms.CharField(
        label=_("And what else?"), help_text=_("In a few words."), max_length=120, required=False
    )
    rests_on = forms.MultipleChoiceField(
        label=_("What does it rest on?"),
        choices=capitalised(Session.Source.choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    competences = forms.ModelMultipleChoiceField(
        Competence.objects.none(),
        label=_("Which competences does it build?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, catalogue: "QuerySet[Competence]", facts: CourseFacts | None, **kwargs: Any) -> None:
        kwargs["initial"] = _start(facts, catalogue) if facts else None
        super().__init__(*args, **kwargs)
        field = self.fields["competences"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = catalogue

    @property
    def facts(self) -> CourseFacts:
        told = self.cleaned_data
        return CourseFacts(
            **{name: told[name] for name in SAME} | {name: tuple(told[name]) for name in ("topics", "rests_on")},
            parts=tuple(Part(**part) for part in told["parts"]),
            meant_months=told["meant_months"] or 12,
            competences=tuple(Known(one.key, one.name) for one in told["competences"]),
        )


def _start(facts: CourseFacts, catalogue: "QuerySet[Competence]") -> dict[str, Any]:
    keys = [one.key for one in facts.competences]
    return {name: getattr(facts, name) for name in (*SAME, "meant_months")} | {
        "parts": as_lines([{"title": one.title, "about": one.about} for one in facts.parts]),
        "competences": list(catalogue.filter(key__in=keys)),
    }


class CourseFileForm(forms.Form):
    file = forms.FileField(
        label=_("Which file?"),
        help_text=_("A file of courses, as another municipality has taken it out here. At most 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json"}),
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> str:
        found = self.cleaned_data["file"]
        if found.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB."))
        try:
            return str(found.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("The file is not a text file (UTF-8).")) from error


class ConfirmForm(forms.Form):
    """The file as it was looked at: nothing of it is kept before it is taken in."""

    # Browsers send each end of line as two signs.
    content = forms.CharField(widget=forms.HiddenInput, max_length=2 * MOST_BYTES, strip=False)
