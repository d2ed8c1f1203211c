"""The form of a law reference."""

from typing import Any

from django import forms
from django.template.defaultfilters import date as day_text
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.domain.law import LawFacts
from competence.forms.people import day_field
from competence.models import LawReference


class LawChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """References to tick, each with its days; the form that has it sets the queryset."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": gettext_lazy("Law references"), "required": False} | kwargs
        super().__init__(queryset=LawReference.objects.none(), **kwargs)

    def label_from_instance(self, row: LawReference) -> str:
        days = {"first": day_text(row.valid_from), "last": day_text(row.valid_to)}
        held = _("%(first)s to %(last)s") % days if row.valid_to else _("Since %(first)s") % days
        return f"{row.code[:1].upper()}{row.code[1:]} · {row.title} · {held[:1].lower()}{held[1:]}"


class LawForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Reference"),
        max_length=120,
        help_text=gettext_lazy("As your strategies write it, for example serviceloven § 50."),
    )
    law = forms.CharField(label=gettext_lazy("Law"), max_length=120)
    paragraph = forms.CharField(label=gettext_lazy("Paragraph"), max_length=40, required=False)
    title = forms.CharField(label=gettext_lazy("What it is about"), max_length=200)
    valid_from = day_field(gettext_lazy("In force from"))
    valid_to = day_field(gettext_lazy("Last day in force"), required=False)
    replaced_by = forms.ChoiceField(label=gettext_lazy("Replaced by"), required=False)
    note = forms.CharField(label=gettext_lazy("Where you know it from"), max_length=300, required=False)
    reason = forms.CharField(label=gettext_lazy("Why do you change it?"), max_length=200)

    def __init__(self, *args: Any, municipality: int, reference: LawReference | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = LawReference.objects.of_municipality(municipality)
        self.others = others.exclude(pk=reference.pk) if reference else others
        # Texts and the file find a reference by its code: another code is another reference.
        self.fields["code"].disabled = reference is not None
        codes = [(code, code) for code in self.others.values_list("code", flat=True)]
        replaced_by = self.fields["replaced_by"]
        assert isinstance(replaced_by, forms.ChoiceField)
        replaced_by.choices = [("", _("Nothing")), *codes]

    def clean_code(self) -> str:
        code: str = " ".join(self.cleaned_data["code"].split())
        if self.others.filter(code__iexact=code).exists():
            raise forms.ValidationError(_("This reference is there already."))
        return code

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("valid_from"), data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day comes before the first."))
        if data.get("replaced_by") and not last:
            self.add_error("valid_to", _("What is replaced has a last day."))
        return data

    def facts(self) -> LawFacts:
        return LawFacts(**{name: value for name, value in self.cleaned_data.items() if name != "reason"})
