"""What a colleague says of a candidate: two statements, no words that could be recognised."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trainers.domain.peers import Statements
from trainers.models.peers import COMPLETELY, NOT_AT_ALL

STATEMENTS = (
    ("turned_to", _("I turn to %(name)s when something at work is difficult")),
    ("trusted", _("I trust what %(name)s says and does at work")),
)
STEPS = [(number, str(number)) for number in range(NOT_AT_ALL, COMPLETELY + 1)]


class PeerForm(forms.Form):
    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, label in STATEMENTS:
            self.fields[key] = forms.TypedChoiceField(
                label=label % {"name": name},
                choices=STEPS,
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose a number.")},
            )

    @property
    def statement_fields(self) -> list[Any]:
        return [self[key] for key, _label in STATEMENTS]

    @property
    def statements(self) -> Statements:
        return Statements(**self.cleaned_data)
