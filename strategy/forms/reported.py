"""What becomes of a reported need (source: T21)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competence.fields import let_choose
from competence.models import ReportedNeed
from strategy.models import Section

TAKE, ANSWER, ASIDE = "take", "answer", "aside"
CHOICES = (
    (TAKE, _("Take it over as a need")),
    (ANSWER, _("Answer: it is met in another way")),
    (ASIDE, _("Set it aside, with the reason")),
)


class ReportedForm(forms.Form):
    what = forms.ChoiceField(label=_("What becomes of it?"), choices=CHOICES, widget=forms.RadioSelect)
    section = forms.ModelChoiceField(
        Section.objects.none(),
        label=_("In which section?"),
        help_text=_("When it becomes a need. You write it on the next page."),
        required=False,
        empty_label="–",
    )
    words = forms.CharField(
        label=_("What do you answer?"),
        help_text=_("When it becomes no need. The one who reported it reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, sections: "QuerySet[Section]", is_writable: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "section", sections)
        if not is_writable:
            what = self.fields["what"]
            assert isinstance(what, forms.ChoiceField)
            what.choices = list(CHOICES[1:])
            del self.fields["section"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("what") == TAKE and not cleaned.get("section"):
            self.add_error("section", _("Choose the section it belongs in."))
        if cleaned.get("what") in (ANSWER, ASIDE) and not cleaned.get("words", "").strip():
            self.add_error("words", _("Write what the one who reported it is to read."))
        return cleaned


def start_of(reported: ReportedNeed) -> dict[str, Any]:
    """What a need starts with that is made of what was reported."""
    competences = [reported.competence_id] if reported.competence_id else []
    return {"title": reported.title, "text": reported.text, "competences": competences, "units": [reported.unit_id]}
