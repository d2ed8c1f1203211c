"""The form of a wish, and what the leader answers with in the talk."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.domain.wishes import Facts, facts_of
from annualcycle.models import Wish
from annualcycle.models.wishes import LONGEST_VIEW
from competence.fields import DayField, KronerField, let_choose
from competence.models import Employee
from competence.words import own_sentence
from strategy.forms.choices import NeedField
from strategy.models import Need

OTHER = "other"
OTHER_KINDS = (Wish.Kind.NETWORK, Wish.Kind.SUPERVISION, Wish.Kind.PRACTICE_VISIT, Wish.Kind.SELF_STUDY)
MONEY = ("fee", "travel", "books", "cover")
TEXTS = (
    *("title", "provider", "description", "target", "source", "motivation", "application", "sharing", "funding"),
    "why_now",
)


class CardField(forms.ChoiceField):
    """Choices as cards with a line of explanation each."""

    widget = forms.RadioSelect

    def __init__(
        self, *, descriptions: dict[str, Any] | None = None, needed_later: bool = False, **kwargs: Any
    ) -> None:
        self.descriptions = descriptions or {}
        # Without it a draft is kept, but the wish is not sent.
        self.needed_later = needed_later
        super().__init__(**kwargs)


class NumberField(forms.DecimalField):
    """Days or ECTS points as people write them: 2, 0,5 or 0.5."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(
            min_value=0, max_value=most, max_digits=5, decimal_places=1, localize=True, required=False, **kwargs
        )
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if hasattr(value, "normalize") and value else value or ""


def _text(label: Any, *, rows: int = 0, hint: Any = "", required: bool = False, length: int | None = None) -> Any:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput
    return forms.CharField(label=label, help_text=hint, widget=widget, required=required, max_length=length or 4000)


class WishForm(forms.Form):
    """What somebody wishes to learn (source: S70). `facts` gives what can be kept, also while something is wrong."""

    kind = CardField(
        label=_("What kind?"),
        choices=[
            (Wish.Kind.COURSE, pgettext_lazy("kind of wish", "Course")),
            (Wish.Kind.FORMAL_EDUCATION, pgettext_lazy("kind of wish", "Education")),
            (Wish.Kind.KNOWLEDGE_SHARING, pgettext_lazy("kind of wish", "Knowledge sharing")),
            (OTHER, pgettext_lazy("kind of wish", "Something else")),
        ],
        descriptions={
            Wish.Kind.COURSE: _("A particular course or a conference"),
            Wish.Kind.FORMAL_EDUCATION: _("Diploma, master or modules with ECTS"),
            Wish.Kind.KNOWLEDGE_SHARING: _("Learn from colleagues or another municipality"),
            OTHER: _("Network, supervision, self-study"),
        },
    )
    other_kind = CardField(
        label=_("What, then?"),
        choices=[(kind.value, kind.label.capitalize()) for kind in OTHER_KINDS],
        initial=Wish.Kind.NETWORK,
        required=False,
    )
    extent = CardField(
        label=_("How much of the education?"),
        choices=[(one.value, one.label.capitalize()) for one in Wish.Extent],
        descriptions={
            Wish.Extent.WHOLE: _("From the first module to the diploma or the degree"),
            Wish.Extent.MODULES: _("One module or a few, each with its ECTS"),
        },
        required=False,
        needed_later=True,
    )
    source = CardField(label=_("From whom?"), choices=Wish.Source.choices, required=False)
    title = _text(_("Which course?"), required=True, length=200)
    need = NeedField(
        label=_("Which need in the strategy?"),
        queryset=Need.objects.none(),
        required=False,
        empty_label=_("None of them, or I do not know"),
    )
    fee = KronerField(label=_("Price"), required=False)
    days = NumberField(
        label=_("Days"),
        most=999,
        error_messages={"invalid": _("Write days as a number, for example 2 or 0,5.")},
    )
    travel = KronerField(label=_("Travel"), required=False)
    books = KronerField(label=_("Books"), required=False)
    cover = KronerField(label=_("Cover while you are away"), required=False)
    why_now = _text(_("Why can it not wait for December?"), rows=2, required=True)
    motivation = _text(
        _("Why you, and why now?"),
        rows=3,
        hint=own_sentence(_("Your leader and {the_leadership_group} read it.")),
        required=True,
    )
    application = _text(_("How will you use it?"), rows=2)
    sharing = _text(_("How will you share it?"), rows=2)
    provider = _text(_("Who gives it?"), length=120)
    description = _text(_("What is it about?"), rows=2)
    starts_on = DayField(label=_("First day"), required=False)
    ends_on = DayField(label=_("Last day"), required=False)
    ects = NumberField(
        label=_("ECTS"),
        most=300,
        error_messages={"invalid": _("Write ECTS as a number, for example 5 or 7,5.")},
    )
    target = forms.ChoiceField(label=_("Who is it for?"), choices=Wish.Target.choices, required=False)
    funding = _text(_("Other funding"), hint=_("For example a fund or a project that pays, and how much."), length=120)
    is_external = forms.BooleanField(label=_("It is held outside the municipality"), required=False)

    def __init__(self, *args: Any, wish: Wish, needs: Any, **kwargs: Any) -> None:
        self.wish = wish
        kwargs.setdefault("initial", _initial(wish))
        super().__init__(*args, **kwargs)
        let_choose(self, "need", needs)
        if not wish.is_ad_hoc:
            del self.fields["why_now"]

    def clean(self) -> dict[str, Any]:
        starts, ends = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day comes before the first."))
        return self.cleaned_data

    def facts(self) -> Facts:
        """What is valid of what was written, over what the wish said before."""
        self.is_valid()
        given = {name: value for name, value in self._kept().items() if name in Facts.__dataclass_fields__}
        offer = self.wish.offer if given.get("title", self.wish.title) == self.wish.title else None
        return replace(facts_of(self.wish), **given, offer=offer)

    def _kept(self) -> dict[str, Any]:
        kept = dict(self.cleaned_data)
        # An emptied field is kept as empty, although it must be filled before the wish is sent.
        missing = [name for name, errors in self.errors.as_data().items() if errors[0].code == "required"]
        kept |= {name: "" for name in missing if name in TEXTS}
        if kept.get("kind") == OTHER:
            kept["kind"] = kept.get("other_kind") or Wish.Kind.NETWORK
        kept |= {name: kept[name] or 0 for name in (*MONEY, "days", "ects") if name in kept}
        if not kept.get("target", "-"):
            del kept["target"]
        return kept


def _initial(wish: Wish) -> dict[str, Any]:
    known = {name: getattr(wish, name) for name in Facts.__dataclass_fields__ if name != "offer"}
    money = {name: known[name] or None for name in MONEY}
    is_other = wish.kind in OTHER_KINDS
    kinds = {"kind": OTHER if is_other else wish.kind, "other_kind": wish.kind if is_other else Wish.Kind.NETWORK}
    return known | money | kinds | {"source": wish.source or Wish.Source.OWN}


class AgreeForm(forms.Form):
    """Asks for a reason where a default rule is not met."""

    exception_reason = forms.CharField(
        label=_("Why is there an exception?"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class ViewForm(forms.Form):
    """What the nearest leader thinks of a wish."""

    text = forms.CharField(
        label=_("What do you think of the wish?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_VIEW,
        required=False,
        help_text=own_sentence(_("The employee and {the_leadership_group} read it. An empty field takes it back.")),
    )


class NeedForm(forms.Form):
    """Which need the wish meets, as the leader sees it (source: S55)."""

    need = NeedField(
        label=_("Which need in the strategy?"),
        queryset=Need.objects.none(),
        required=False,
        empty_label=_("None of them"),
    )

    def __init__(self, *args: Any, needs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "need", needs)


class ProxyForm(forms.Form):
    """Somebody who cannot sign in, and whose wish the leader writes."""

    employee = forms.ModelChoiceField(
        label=_("Write a wish for"), queryset=Employee.objects.none(), empty_label=_("Choose a person")
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "employee", people)
