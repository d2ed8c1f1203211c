"""Forms of best practice and of the use after the introduction (sources: K10, K43)."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competence.fields import DayField, let_choose
from competence.models import Unit
from trainers.domain.sharing import TEXTS, PracticeFacts
from trainers.models import Practice, UseCheck

MOST_BYTES = 1_000_000


def _area(label: Any, *, rows: int = 4, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=3000, **kwargs)


class PracticeForm(forms.Form):
    title = forms.CharField(label=_("What is it about?"), max_length=160)
    programme = forms.CharField(label=_("System or programme"), max_length=120, required=False)
    situation = _area(_("When does it help?"), rows=2, required=False)
    how = _area(_("How do you do it?"), help_text=_("So that somebody who does not know you can do it too."))
    result = _area(_("What comes of it?"), rows=2, required=False)

    def __init__(self, *args: Any, practice: Practice | None = None, **kwargs: Any) -> None:
        if practice:
            kwargs["initial"] = {name: getattr(practice, name) for name in TEXTS}
        super().__init__(*args, **kwargs)

    @property
    def facts(self) -> PracticeFacts:
        return PracticeFacts(**self.cleaned_data)


class PracticeFileForm(forms.Form):
    file = forms.FileField(
        label=_("Which file?"),
        help_text=_("A file of best practice, as another municipality has taken it out here. At most 1 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json"}),
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> bytes:
        found = self.cleaned_data["file"]
        if found.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB."))
        content: bytes = found.read()
        return content


class UseCheckForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Where?"), empty_label=None)
    due_on = DayField(label=_("When do you look?"))

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units)


class FindingForm(forms.Form):
    on = DayField(label=_("When did you look?"))
    use = forms.ChoiceField(label=_("How is it used?"), choices=UseCheck.Use.choices, widget=forms.RadioSelect)
    finding = _area(_("What did you find?"), help_text=_("About the work, not about persons."))
    next_step = _area(_("What happens next?"), rows=2, required=False)
    next_on = DayField(label=_("When do you look again?"), help_text=_("Leave it empty when it holds."), required=False)
