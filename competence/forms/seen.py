"""Two who change the same at once: the second is told before anything is written over."""

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from hashlib import sha256
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


class SeenForm(forms.Form):
    """A form of something that is there already: `initial` is what it says now, `seen` what it said when it was opened.

    Where the two differ the form is refused once, shows what somebody else has saved, and keeps what was typed.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = _mark(self.initial)
        self.initial["seen"] = self.now

    def full_clean(self) -> None:
        super().full_clean()
        seen = self.cleaned_data.pop("seen", "") if self.is_bound else ""
        if seen and seen != self.now:
            self._tell()

    def _tell(self) -> None:
        theirs = [self[name] for name in self.fields if name != "seen" and self._differs(name)]
        if theirs:
            said = _(
                "Somebody else has saved since you opened this page. What you wrote is below; save again to put it in "
                "place of this:"
            )
            self.add_error(None, [said, *(f"{field.label}: {_shown(field)}" for field in theirs)])
        data: Any = copy(self.data)
        data[self.add_prefix("seen")] = self.now
        self.data = data

    def _differs(self, name: str) -> bool:
        return _plain(self.cleaned_data.get(name, self.data.get(name))) != _plain(self.initial.get(name))


def _mark(values: Mapping[str, Any]) -> str:
    told = sorted((name, _plain(value)) for name, value in values.items())
    return sha256(repr(told).encode()).hexdigest()[:20]


def _plain(value: Any) -> str:
    """A value of a row or of a form, so that the same is written the same."""
    if value is None:
        return ""
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return repr(sorted(_plain(one) for one in value))
    return str(value).replace("\r\n", "\n").strip()


def _shown(field: BoundField) -> str:
    """What somebody else has saved, as the form would show it."""
    value, kind = field.form.initial.get(field.name), field.field
    if isinstance(kind, forms.ModelMultipleChoiceField) and kind.queryset is not None:
        rows = kind.queryset.filter(pk__in=[_plain(row) for row in value or ()])
        value = ", ".join(str(kind.label_from_instance(row)) for row in rows)
    elif isinstance(kind, forms.ChoiceField) and not isinstance(value, Model):
        choices: Any = kind.choices
        value = dict(choices).get(value, value)
    elif isinstance(value, date):
        value = date_format(value)
    return str(kind.prepare_value(value) or pgettext("empty cell", "nothing"))
