"""Fields that choose among rows of strategies."""

from django import forms

from strategy.models import Need


class NeedField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the checker only
    """Needs of one strategy, each by its number and title; needs `section`."""

    def label_from_instance(self, need: Need) -> str:
        return f"{need.reference} {need.title}"
