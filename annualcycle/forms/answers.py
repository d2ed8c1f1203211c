"""Forms of what the department hears: orientation, themes, evaluation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class OrientationForm(forms.Form):
    introduction = forms.CharField(
        label=_("Introduction"),
        help_text=_("A few lines above the list. Name no persons: each has had an answer of their own."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
