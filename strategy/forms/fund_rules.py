"""The form of a rule of a fund."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from competence.fields import KronerField
from competence.forms.people import day_field
from competence.forms.seen import SeenForm
from strategy.domain.fund_rules import RuleFacts
from strategy.models import FundRule
from strategy.queries.fund_rules import names_of_funds

Kind = FundRule.Kind
# The most that fits a number of months, days or persons.
MOST = 999
ALL = 100
# What a whole number is written as in a field of kroner.
HUNDREDTHS = 100


class KindField(forms.ChoiceField):
    """The kinds as cards, each with what its number is."""

    widget = forms.RadioSelect
    descriptions = {
        Kind.CEILING: gettext_lazy("Kroner in 12 months"),
        Kind.SHARE: gettext_lazy("Per cent of the price"),
        Kind.EARLIEST: gettext_lazy("Months before the start"),
        Kind.LATEST: gettext_lazy("Days before the start"),
        Kind.GROUP: gettext_lazy("From so many people"),
        Kind.ANSWER: gettext_lazy("Days until the fund answers"),
        Kind.OTHER: gettext_lazy("In your own words, without a number"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[(kind.value, capfirst(kind.label)) for kind in Kind], **kwargs)


class FundRuleForm(SeenForm):
    fund = forms.CharField(
        label=gettext_lazy("Which fund?"), max_length=160, widget=forms.TextInput(attrs={"list": "funds"})
    )
    kind = KindField(label=gettext_lazy("What is the rule about?"))
    amount = KronerField(
        label=gettext_lazy("How much?"),
        required=False,
        most=10**12,
        help_text=gettext_lazy("The number that the kind asks for, for example 30.000 or 80."),
    )
    valid_from = day_field(gettext_lazy("Holds from"))
    valid_to = day_field(gettext_lazy("Last day it holds"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What else does it say?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(label=gettext_lazy("Where you know it from"), max_length=300, required=False)
    reason = forms.CharField(label=gettext_lazy("Why do you change it?"), max_length=200)

    def __init__(self, *args: Any, municipality: int, rule: FundRule | None = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=_initial(rule), **kwargs)
        self.funds = names_of_funds(municipality)

    def _differs(self, name: str) -> bool:
        # Why somebody changes it is theirs alone.
        return name != "reason" and super()._differs(name)

    def clean_fund(self) -> str:
        """As it is written already, so that one fund is not two."""
        typed = " ".join(self.cleaned_data["fund"].split())
        return next((name for name in self.funds if name.casefold() == typed.casefold()), typed)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("valid_from") and data.get("valid_to") and data["valid_to"] < data["valid_from"]:
            self.add_error("valid_to", _("The last day comes before the first."))
        if "kind" in data and "amount" in data and (said := _fault(Kind(data["kind"]), data["amount"])):
            self.add_error("amount", said)
        if data.get("kind") == Kind.OTHER and not data.get("note") and "note" in data:
            self.add_error("note", _("Write what the rule says."))
        return data

    def facts(self) -> RuleFacts:
        names = ("fund", "kind", "valid_from", "valid_to", "note", "source")
        kept = {name: self.cleaned_data[name] for name in names}
        amount, kind = self.cleaned_data["amount"], kept["kind"]
        if kind == Kind.OTHER:
            return RuleFacts(**kept)
        if kind == Kind.CEILING:
            return RuleFacts(**kept, money=amount)
        return RuleFacts(**kept, number=amount // HUNDREDTHS)


def _initial(rule: FundRule | None) -> dict[str, Any]:
    if rule is None:
        return {}
    names = ("fund", "kind", "valid_from", "valid_to", "note", "source")
    amount = rule.money if rule.number is None else rule.number * HUNDREDTHS
    return {name: getattr(rule, name) for name in names} | {"amount": amount}


def _fault(kind: FundRule.Kind, amount: int | None) -> str:
    """What is wrong with the number, `amount` in hundredths; nothing when it fits."""
    if kind == Kind.OTHER:
        return _("Such a rule has no number. Write it in words below.") if amount is not None else ""
    if amount is None:
        return _("Write the number.")
    if kind == Kind.CEILING:
        return ""
    if amount % HUNDREDTHS:
        return _("Write a whole number.")
    if kind == Kind.SHARE and amount > ALL * HUNDREDTHS:
        return _("At most 100 per cent.")
    return _("Check the number.") if amount > MOST * HUNDREDTHS else ""
