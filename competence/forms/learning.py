"""The form of an offer in the course catalogue."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.domain.learning import OfferFacts
from competence.fields import KronerField, let_choose
from competence.forms.law import LawChoice
from competence.forms.people import day_field
from competence.models import Offer, Provider
from competence.queries.law import references_of


class OfferForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Course code"), max_length=32, help_text=gettext_lazy("Files find the course by it.")
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    provider = forms.CharField(label=gettext_lazy("Provider"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Offer.Kind.choices)
    price = KronerField(label=gettext_lazy("Price for each participant"))
    days = forms.DecimalField(label=gettext_lazy("Days"), min_value=0, max_digits=5, decimal_places=1, localize=True)
    ects = forms.DecimalField(label="ECTS", min_value=0, max_digits=4, decimal_places=1, required=False, localize=True)
    starts_on = day_field(gettext_lazy("Starts"), required=False)
    signup_by = day_field(gettext_lazy("Sign up by"), required=False)
    law_references = LawChoice()
    is_active = forms.BooleanField(label=gettext_lazy("Can be wished for"), required=False, initial=True)

    def __init__(self, *args: Any, municipality: int, offer: Offer | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality, self.offer = municipality, offer
        names = Provider.objects.filter(municipality=municipality).values_list("name", flat=True)
        self.providers = list(names)
        let_choose(self, "law_references", references_of(municipality))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip()
        same = Offer.objects.of_municipality(self.municipality).filter(code=code)
        others = same.exclude(pk=self.offer.pk) if self.offer else same
        if others.exists():
            raise forms.ValidationError(_("Another course has this code."))
        return code

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("signup_by") and data.get("starts_on") and data["signup_by"] > data["starts_on"]:
            self.add_error("signup_by", _("The last day to sign up comes after the course starts."))
        return data

    def facts(self) -> OfferFacts:
        return OfferFacts(**(self.cleaned_data | {"ects": self.cleaned_data["ects"] or 0}))
