"""Forms of the pool: searching it, sharing a trainer, asking for one, answering."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.fields import let_choose
from competence.models import Competence
from trainers.domain.pool import ShareFacts
from trainers.models import Mandate, PoolShare, TrainerRequest
from trainers.queries.pool import Asked

SEARCH = forms.TextInput(attrs={"class": "form-control", "type": "search"})
SELECT = forms.Select(attrs={"class": "form-select"})


class PoolForm(forms.Form):
    q = forms.CharField(label=_("Name, place or topic"), required=False, max_length=80, widget=SEARCH)
    competence = forms.ModelChoiceField(
        Competence.objects.none(),
        label=_("Chosen for"),
        empty_label=pgettext_lazy("competence", "Any competence"),
        required=False,
        widget=SELECT,
    )
    scope = forms.ChoiceField(
        label=_("Teaches in"),
        choices=[("", pgettext_lazy("scope", "Anywhere")), *Mandate.Scope.choices],
        required=False,
        widget=SELECT,
    )
    held = forms.TypedChoiceField(
        label=_("Experience"),
        choices=[("", _("Any")), (1, _("Has held one")), (5, _("Has held five")), (10, _("Has held ten"))],
        coerce=int,
        empty_value=None,
        required=False,
        widget=SELECT,
    )
    where = forms.ChoiceField(
        label=pgettext_lazy("pool", "From where"),
        choices=[
            ("", pgettext_lazy("pool", "From everywhere")),
            ("here", _("Here with us")),
            ("others", _("From other municipalities")),
            ("elsewhere", _("From files of others")),
        ],
        required=False,
        widget=SELECT,
    )
    now = forms.BooleanField(
        label=_("Trainers now"), required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )

    def __init__(self, *args: Any, competences: "QuerySet[Competence]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "competence", competences)

    @property
    def asked(self) -> Asked:
        """What is not understood narrows nothing."""
        self.is_valid()
        told = self.cleaned_data
        competence: Competence | None = told.get("competence")
        return Asked(
            words=told.get("q", "").strip(),
            competence=competence.pk if competence else None,
            scope=told.get("scope", ""),
            held=told.get("held") or 0,
            now=bool(told.get("now")),
            where=told.get("where", ""),
        )


class ShareForm(forms.Form):
    topics = forms.CharField(
        label=_("What can the trainer teach?"),
        help_text=_("As others would look for it: systems, methods, subjects."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    languages = forms.CharField(label=_("In which languages?"), max_length=120, required=False)
    reach = forms.ChoiceField(label=_("How?"), choices=PoolShare.Reach.choices, widget=forms.RadioSelect)

    @property
    def facts(self) -> ShareFacts:
        return ShareFacts(**{name: value.strip() for name, value in self.cleaned_data.items()})


class AskForm(forms.Form):
    topic = forms.CharField(label=_("What is it about?"), max_length=200)
    wanted = forms.CharField(label=_("When?"), help_text=_("A day, a week or a month."), max_length=120)
    words = forms.CharField(
        label=_("In your own words"),
        help_text=_("How many come, what they know already, and whom to call."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )


class AnswerForm(forms.Form):
    given = forms.ChoiceField(
        label=_("Can it be done?"), choices=TrainerRequest.Answer.choices, widget=forms.RadioSelect
    )
    reply = forms.CharField(
        label=_("What do you answer?"),
        help_text=_("Who calls whom, and what it depends on."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
    )
