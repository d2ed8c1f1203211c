"""What is assumed when a year is simulated in advance."""

from typing import Any

from django import forms
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _

from annualcycle.domain.forecasts import Assumed
from competence.fields import KronerField

_LARGEST = 2**53


class _Number(forms.DecimalField):
    """A number with one decimal, written with comma or point."""

    def __init__(self, low: int, high: int, **kwargs: Any) -> None:
        super().__init__(min_value=low, max_value=high, decimal_places=1, max_digits=6, localize=True, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(".", get_format("DECIMAL_SEPARATOR")) if _has_point(value) else value)


def _has_point(value: Any) -> bool:
    return isinstance(value, str) and value.count(".") == 1


class AheadForm(forms.Form):
    """Amounts in kroner, parts in per cent."""

    budget = KronerField(label=_("Budget"), most=_LARGEST)
    reserve = KronerField(label=_("Reserve for needs during the year"), most=_LARGEST)
    less = forms.IntegerField(label=_("How much less money, in per cent"), min_value=1, max_value=90)
    met = forms.IntegerField(
        label=_("So many of the urgent needs are to be met, in per cent"), min_value=50, max_value=100
    )
    urgent = _Number(0, 2000, label=_("Urgent needs in a year"))
    urgent_cost = KronerField(label=_("What one of them costs on average"), most=100_000_000)
    people = _Number(0, 20000, label=_("People who wish something in a year"))
    price = _Number(-20, 50, label=_("Prices rise next year, in per cent"))
    price_spread = _Number(
        0, 20, label=_("Give or take, in per cent"), help_text=_("Two years out of three stay within this.")
    )
    price_before = _Number(
        -20, 50, label=_("Prices have risen each year, in per cent"), help_text=_("Earlier prices are lifted by it.")
    )
    turnover = _Number(0, 100, label=_("Part of the staff that leaves next year, in per cent"))
    newcomers = _Number(
        0,
        100,
        label=_("Part of the urgent needs that new colleagues bring, in per cent"),
        help_text=_("When more people leave than before, this part grows with them."),
    )
    seed = forms.IntegerField(
        label=_("Seed"),
        help_text=_("The same number and the same assumptions give the same answer."),
        min_value=0,
        max_value=999_999_999,
    )

    def __init__(self, data: Any = None, *, said: Assumed) -> None:
        super().__init__(data, initial=vars(said))
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control"

    def clean(self) -> dict[str, Any]:
        budget, reserve = self.cleaned_data.get("budget"), self.cleaned_data.get("reserve")
        if budget is not None and reserve is not None and reserve > budget:
            self.add_error("reserve", _("The reserve cannot be larger than the budget."))
        return self.cleaned_data

    def said(self) -> Assumed:
        """What was written, once it is valid."""
        data = self.cleaned_data
        parts = {
            name: float(data[name]) for name, field in self.fields.items() if isinstance(field, forms.DecimalField)
        }
        return Assumed(**data | parts)
