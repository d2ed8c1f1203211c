"""Forms of the organisation tree."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.fields import let_choose
from competence.models import Unit

KINDS = [choice for choice in Unit.Kind.choices if choice[0] != Unit.Kind.MUNICIPALITY]


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the checker only
    """Name, code and kind of a unit; `municipality` is where the code must be new."""

    class Meta:
        model = Unit
        fields = ["name", "code", "kind"]
        help_texts = {"code": gettext_lazy("As in your staff file. Files find the unit by it.")}

    def __init__(self, *args: Any, municipality: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality = municipality
        if self.instance.pk and self.instance.is_root:
            del self.fields["kind"]
        else:
            self.fields["kind"] = forms.ChoiceField(label=gettext_lazy("Kind"), choices=KINDS)

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].strip()
        same = Unit.objects.of_municipality(self.municipality).filter(code=code).exclude(pk=self.instance.pk)
        if same.exists():
            raise forms.ValidationError(_("Another unit has this code."))
        return code


class MoveForm(forms.Form):
    """The unit that another one comes to lie under."""

    parent = forms.ModelChoiceField(label=gettext_lazy("New place, under"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, parents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "parent", parents)


class DayForm(forms.Form):
    """One day: the last one of a unit, an employment or a leave."""

    on = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class UnitSearch(forms.Form):
    """Units by name or code."""

    q = forms.CharField(
        label=gettext_lazy("Name or code"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "class": "form-control"}),
    )

    def words(self) -> str:
        """What is asked for; nothing when it cannot be understood."""
        return str(self.cleaned_data["q"]).strip() if self.is_valid() else ""
