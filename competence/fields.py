"""Form fields that read what people write."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

_CURRENCY = re.compile(r"(dkk|kroner|kr\.?|sek|:-|,-)", re.IGNORECASE)
_GROUPED = re.compile(r"^[0-9]{1,3}([.\s][0-9]{3})+(,[0-9]{1,2})?$")
_PLAIN = re.compile(r"^[0-9]+([.,][0-9]{1,2})?$")

# Years a date can have.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def let_choose(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Lets the field `name` of one form choose among `rows`, known only when the form is made."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


class KronerField(forms.Field):
    """An amount as people write it (6400, 6.400, 6 400 kr., 6400,50), as whole øre.

    `most` is the highest amount allowed, in øre.
    """

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Write the amount as a number, for example 6.400 or 6400,50."),
        "negative": _("Write the amount without a minus."),
        "too_large": _("The amount is too large. Check the number of zeros."),
    }

    def __init__(self, *, most: int = 2_000_000_000, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if value is None or isinstance(value, int):
            return value
        text = _CURRENCY.sub("", str(value)).replace("\u00a0", " ").strip()
        if not text:
            if str(value).strip():
                raise self._fault("invalid")
            return None
        if text[0] in "-\u2212":
            raise self._fault("negative")
        ore = self._ore(text)
        if ore > self.most:
            raise self._fault("too_large")
        return ore

    def _ore(self, text: str) -> int:
        if _GROUPED.match(text):
            text = re.sub(r"[.\s]", "", text)
        elif not _PLAIN.match(text):
            raise self._fault("invalid")
        whole, _point, part = text.replace(",", ".").partition(".")
        return int(whole) * 100 + int(part.ljust(2, "0") or 0)

    def _fault(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)

    def prepare_value(self, value: Any) -> Any:
        """Øre as it is written; what was typed stays as it was."""
        if not isinstance(value, int):
            return value
        return number_format(value / 100, decimal_pos=2 if value % 100 else 0, force_grouping=True)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"inputmode": "decimal", "autocomplete": "off"}


class DayField(forms.DateField):
    """A date chosen in the browser's calendar, or written as 27-11-2026, 27.11.2026 or 2026-11-27."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"])
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("Write the date as day-month-year, for example 27-11-2026.")

    def validate(self, value: Any) -> None:
        """A year typed with too few or too many digits is a slip, and days are counted from what is kept."""
        super().validate(value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValidationError(_("Check the year."), code="year")


class ClockField(forms.TimeField):
    """A time of day chosen in the browser, or written as 9.30 or 09:30."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H:%M:%S", "%H"])
        super().__init__(**kwargs)
        self.error_messages["invalid"] = _("Write the time as hours and minutes, for example 9.30.")
