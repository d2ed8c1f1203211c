"""Forms of solution trees."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from competence.fields import let_choose
from competence.forms.seen import SeenForm
from competence.models import Unit
from strategy.domain.trees import CauseFacts, MeasureFacts, TreeFacts
from strategy.forms.choices import NeedField
from strategy.models import Measure, MeasureKind, Need, Section, TreeLevel

WRITE, LINK = "write", "link"
CHOICES = (
    (WRITE, _("Write it as a need in the version on its way")),
    (LINK, _("The strategy says so already: choose the need")),
)


class TreeForm(SeenForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Where is it?"), empty_label=None)
    problem = forms.CharField(
        label=_("What is the problem?"),
        max_length=200,
        help_text=_("As it shows in your day. No names of persons, neither citizens nor colleagues."),
    )
    level = forms.ChoiceField(
        label=_("Whom does it touch?"),
        choices=[(value, capfirst(label)) for value, label in TreeLevel.choices],
        widget=forms.RadioSelect,
        initial=TreeLevel.UNIT,
    )
    goal = forms.CharField(
        label=_("What do you want to reach?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    work = forms.CharField(
        label=_("How do you work when you have reached it?"),
        help_text=_("So concrete that a colleague would see it."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, units: "QuerySet[Unit] | None", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units is None:
            del self.fields["unit"]
        else:
            let_choose(self, "unit", units)

    @property
    def facts(self) -> TreeFacts:
        return TreeFacts(**{name: value for name, value in self.cleaned_data.items() if name != "unit"})


class CauseForm(SeenForm):
    text = forms.CharField(label=_("Why is it so?"), max_length=200)
    source = forms.CharField(
        label=_("Whom have you asked?"),
        help_text=_("An expert, research or a neighbour, if anybody. No private persons."),
        max_length=120,
        required=False,
    )

    @property
    def facts(self) -> CauseFacts:
        return CauseFacts(**self.cleaned_data)


class MeasureForm(SeenForm):
    text = forms.CharField(label=_("What would help?"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[(value, capfirst(label)) for value, label in MeasureKind.choices],
        help_text=_("Competence is a part of what helps, seldom all of it."),
    )
    amount = forms.CharField(
        label=_("How much, and how often?"),
        help_text=_("For example one talk a week."),
        max_length=120,
        required=False,
    )

    @property
    def facts(self) -> MeasureFacts:
        return MeasureFacts(**self.cleaned_data)


class _SectionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    def label_from_instance(self, section: Section) -> str:
        return f"{section.strategy.unit} {section}"


class BecomeForm(forms.Form):
    """What a measure becomes: a need to write, or one that is there; only what is possible can be chosen."""

    what = forms.ChoiceField(label=_("How?"), choices=CHOICES, widget=forms.RadioSelect)
    section = _SectionChoice(
        Section.objects.none(),
        label=_("In which section?"),
        help_text=_("You write it on the next page."),
        empty_label="–",
        error_messages={"required": _("Choose the section it belongs in.")},
    )
    need = NeedField(
        Need.objects.none(),
        label=_("Which need?"),
        empty_label="–",
        error_messages={"required": _("Choose the need that says so.")},
    )

    def __init__(self, *args: Any, sections: "QuerySet[Section]", needs: "QuerySet[Need]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "section", sections)
        let_choose(self, "need", needs)
        possible = [choice for choice, rows in zip(CHOICES, (sections, needs), strict=True) if rows.exists()]
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = possible
        what.initial = possible[0][0] if possible else None
        for name, way in (("section", WRITE), ("need", LINK)):
            # The style sheet shows the one that is asked for.
            self.fields[name].required = not self.is_bound or self.data.get("what") == way


def start_of(measure: Measure) -> dict[str, Any]:
    """What a need starts with that is made of a measure."""
    tree = measure.cause.tree
    return {"title": measure.text, "text": _because(measure), "units": [tree.unit_id]}


def _because(measure: Measure) -> str:
    parts = (measure.amount, f"{measure.cause.tree.problem}: {measure.cause.text}")
    return "\n".join(part for part in parts if part)
