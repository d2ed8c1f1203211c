"""Which strategies HR takes out."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from strategy.documents import Choice


class ExportForm(forms.Form):
    """The units with a version in the year; all are ticked to begin with."""

    units = forms.TypedMultipleChoiceField(
        coerce=int, widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
    )

    def __init__(self, *args: Any, found: list[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = [choice for choice in found if choice.version]
        field = self.fields["units"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.label = _("Units")
        field.choices = [(choice.unit.pk, choice.unit.name) for choice in ready]
        field.error_messages["required"] = _("Choose at least one unit.")
        field.initial = [choice.unit.pk for choice in ready]
