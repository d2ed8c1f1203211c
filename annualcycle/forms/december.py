"""Forms of December: what the board shows, what is decided, and how wishes are assessed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.answer_texts import Texts
from annualcycle.domain.assessments import Verdict
from annualcycle.models import Criterion, Wish
from annualcycle.models.decisions import Outcome
from annualcycle.points import HIGHEST, LOWEST
from annualcycle.queries.board import UNDECIDED, BoardRow
from competence.text import danish_key, fold
from strategy.forms.choices import NeedField
from strategy.models import Need

_BY: dict[str, Callable[[BoardRow], Any]] = {
    "name": lambda row: row.sort_name,
    "wish": lambda row: danish_key(row.title),
    "cost": lambda row: row.cost,
    "points": lambda row: row.points,
    "outcome": lambda row: [*Outcome.values, UNDECIDED].index(row.outcome),
}


class BoardFilter(forms.Form):
    """Which wishes the board shows, in which order. Nonsense in the address is as if it were not there."""

    q = forms.CharField(
        label=_("Name or course"), required=False, widget=forms.SearchInput(attrs={"placeholder": _("Name or course")})
    )
    unit = forms.ChoiceField(label=_("Team"), required=False)
    section = forms.ChoiceField(label=_("Section"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All kinds")), *Wish.Kind.choices])
    rules = forms.ChoiceField(
        label=_("Rules"),
        required=False,
        choices=[
            ("", _("All rules")),
            ("unmet", _("Default rule not met")),
            ("met", _("Default rules met")),
        ],
    )
    outcome = forms.ChoiceField(required=False, choices=[*Outcome.choices, (UNDECIDED, "")])
    sort = forms.ChoiceField(required=False, choices=[(f"{sign}{key}", key) for key in _BY for sign in ("", "-")])

    def __init__(self, data: Mapping[str, Any], rows: list[BoardRow]) -> None:
        super().__init__(data)
        self.rows = rows
        units = {row.unit: row.unit_name for row in rows}
        teams = sorted(((str(pk), name) for pk, name in units.items()), key=lambda choice: danish_key(choice[1]))
        sections = sorted({row.section for row in rows if row.section})
        for field in self.visible_fields():
            css = "form-select" if isinstance(field.field.widget, forms.Select) else "form-control"
            field.field.widget.attrs["class"] = css
        self._choose("unit", [("", _("All teams")), *teams])
        self._choose("section", [("", _("All sections")), *((one, one) for one in sections), ("none", _("Without"))])

    def _choose(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def chosen(self) -> dict[str, str]:
        """What is asked for, without what could not be understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def order(self) -> str:
        return self.chosen.get("sort", "-points")

    def shown(self) -> list[BoardRow]:
        """The rows asked for, in the order asked for; equals by name."""
        rows = [row for row in self.rows if self._matches(row)]
        rows.sort(key=lambda row: (row.sort_name, row.pk))
        key = _BY[self.order.lstrip("-")]
        return sorted(rows, key=key, reverse=self.order.startswith("-"))

    def _matches(self, row: BoardRow) -> bool:
        ask = self.chosen
        wanted: dict[str, Callable[[str], bool]] = {
            "q": lambda value: fold(value) in fold(f"{row.name} {row.title}"),
            "unit": lambda value: str(row.unit) == value,
            "section": lambda value: row.section == ("" if value == "none" else value),
            "kind": lambda value: row.kind == value,
            "rules": lambda value: bool(row.eligibility) == (value == "unmet"),
            "outcome": lambda value: row.outcome == value,
        }
        return all(wanted[name](value) for name, value in ask.items() if name in wanted)


class DecisionForm(forms.Form):
    """One decision: what, why, and which state of the wish the person saw."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (Outcome.GRANTED, pgettext_lazy("board", "Grant")),
            (Outcome.NOT_MET, pgettext_lazy("board", "Relevant, not this year")),
            (Outcome.SHARING, pgettext_lazy("board", "Knowledge sharing")),
            (Outcome.OUTSIDE, pgettext_lazy("board", "Outside the strategy")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a decision.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The employee reads it. Leave it empty to use the standard text."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    exception_reason = forms.CharField(
        label=_("Reason for the exception"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    names_confirmed = forms.BooleanField(
        label=_("No colleague is meant by the name in the reason"), required=False, widget=forms.HiddenInput
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def decision(self) -> dict[str, Any]:
        """What a December wish is decided with; names are confirmed when the answers are released."""
        return {name: value for name, value in self.cleaned_data.items() if name != "names_confirmed"}

    def ask_about_names(self, names: Sequence[str]) -> None:
        """The first names stand in the reason: they are taken out, or a tick says that no colleague is meant."""
        text = _(
            "A colleague has this first name: %(names)s. Take it out, or confirm below that no colleague is meant."
        )
        self.add_error("reason", text % {"names": ", ".join(names)})
        self.fields["names_confirmed"].widget = forms.CheckboxInput()


class AssessForm(forms.Form):
    """Both tests of one wish: is it within the strategy, and how much speaks for it (sources: S55–S60)."""

    frame = forms.ChoiceField(
        label=_("Does the wish fit the strategy?"),
        choices=[(Wish.Frame.WITHIN, _("Yes")), (Wish.Frame.OUTSIDE, _("No"))],
        widget=forms.RadioSelect,
        required=False,
    )
    need = NeedField(label=_("Which need does it meet?"), queryset=Need.objects.none(), required=False)
    reason = forms.CharField(
        label=_("Why does it not fit?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        wish: Wish,
        criteria: Sequence[Criterion],
        needs: Sequence[Need],
        scores: Mapping[int, int],
        **kwargs: Any,
    ) -> None:
        self.criteria = {_score_field(one): one for one in criteria}
        kwargs["prefix"] = f"w{wish.pk}"
        kwargs["initial"] = {"frame": wish.frame, "need": wish.need_id, "reason": wish.frame_reason}
        super().__init__(*args, **kwargs)
        self._offer(needs)
        for name, criterion in self.criteria.items():
            self.fields[name] = _scale(criterion, scores.get(criterion.pk))

    def _offer(self, needs: Sequence[Need]) -> None:
        need = self.fields["need"]
        assert isinstance(need, forms.ModelChoiceField)
        need.queryset = Need.objects.filter(pk__in=[one.pk for one in needs]).select_related("section")
        # The choices are known already: a list of forms must not ask for them one by one.
        need.choices = [("", _("None of them")), *((one.pk, f"{one.reference} {one.title}") for one in needs)]

    @property
    def scales(self) -> list[Any]:
        """The bound fields of the criteria."""
        return [self[name] for name in self.criteria]

    def verdict(self) -> Verdict:
        data = self.cleaned_data
        return Verdict(data["frame"], data["need"], data["reason"])

    def scores(self) -> dict[Criterion, int]:
        """What was scored; a criterion left empty keeps what it had."""
        given = {criterion: self.cleaned_data[name] for name, criterion in self.criteria.items()}
        return {criterion: int(score) for criterion, score in given.items() if score != ""}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("frame") == Wish.Frame.WITHIN and not data.get("need"):
            self.add_error("need", _("Choose the need it meets."))
        if data.get("frame") == Wish.Frame.OUTSIDE and not data.get("reason"):
            self.add_error("reason", _("Say why it does not fit the strategy."))
        return data


def _score_field(criterion: Criterion) -> str:
    return f"score_{criterion.pk}"


def _scale(criterion: Criterion, score: int | None) -> forms.ChoiceField:
    steps = [(str(step), str(step)) for step in range(LOWEST, HIGHEST + 1)]
    initial = "" if score is None else str(score)
    return forms.ChoiceField(
        label=criterion.name,
        help_text=criterion.description,
        choices=steps,
        widget=forms.RadioSelect,
        required=False,
        initial=initial,
    )


class AnswerForm(forms.Form):
    """The words of one answer, before they are released; what is empty gets the standard words."""

    reason = forms.CharField(label=_("What was decisive?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    next_step = forms.CharField(
        label=_("What happens now?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    until_then = forms.CharField(
        label=_("Until then"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def texts(self) -> Texts:
        return Texts(**self.cleaned_data)
