"""Forms of what a municipality sets for itself."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.fields import KronerField, let_choose
from competence.forms.people import day_field
from competence.models import Rule, Unit
from competence.words import WORDS

# White letters on the colour, and the colour on white, must have a contrast of 4.5:1 (WCAG 1.4.3).
LOWEST_CONTRAST = 4.5


def contrast_with_white(colour: str) -> float:
    """The contrast of `colour` (as #1c6b72) with white, by WCAG's relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


class SettingsForm(forms.Form):
    accent = forms.RegexField(
        label=gettext_lazy("Accent colour"),
        regex=r"^#[0-9a-fA-F]{6}$",
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=gettext_lazy("Buttons and links. It must be dark enough to be read on white."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    smallest_cell = forms.IntegerField(
        label=gettext_lazy("Smallest group shown in figures"),
        min_value=3,
        max_value=50,
        help_text=gettext_lazy("A figure about fewer people than this is not shown, so that nobody can be recognised."),
    )

    def clean_accent(self) -> str:
        accent: str = self.cleaned_data["accent"].lower()
        if contrast_with_white(accent) < LOWEST_CONTRAST:
            raise forms.ValidationError(_("This colour is too light to be read on white. Choose a darker one."))
        return accent


class WordsForm(forms.Form):
    """One field for each word; an empty one keeps the product's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, (usual, meaning) in WORDS.items():
            self.fields[key] = forms.CharField(
                label=str(meaning), max_length=60, required=False, widget=forms.TextInput(attrs={"placeholder": usual})
            )


class RuleForm(forms.Form):
    """A default rule of a unit from a day on. An amount is written in kroner and kept in øre."""

    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit"),
        queryset=Unit.objects.none(),
        help_text=gettext_lazy("The rule holds for this unit and all under it."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Rule"), choices=Rule.Kind.choices)
    value = KronerField(
        label=gettext_lazy("Value"),
        help_text=gettext_lazy("Kroner, days, years, months or a number, as the rule says."),
    )
    starts_on = day_field(gettext_lazy("From"))
    reason = forms.CharField(
        label=gettext_lazy("Why?"), max_length=200, help_text=gettext_lazy("Kept in the history beside your name.")
    )

    def __init__(self, *args: Any, units: "QuerySet[Unit]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("value") is not None and "kind" in data and not Rule.Kind(data["kind"]).is_amount:
            if data["value"] % 100:
                self.add_error("value", _("Write a whole number."))
            data["value"] //= 100
        return data
