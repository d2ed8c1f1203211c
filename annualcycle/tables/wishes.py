"""The list of wishes a leader reads."""

import django_filters as filters
import django_tables2 as tables
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from annualcycle.models import Wish
from competence.cells import RowTable
from competence.text import fold

AGREED, DECEMBER, SMALL, AD_HOC = "agreed", "december", "small", "ad_hoc"


class WishFilter(filters.FilterSet):
    """By words, kind and who decides."""

    q = filters.CharFilter(method="with_words", label=_("Search"), widget=forms.TextInput(attrs={"type": "search"}))
    kind = filters.ChoiceFilter(label=_("Kind"), choices=Wish.Kind.choices, empty_label=_("All kinds"))
    way = filters.ChoiceFilter(
        method="decided_where",
        label=_("Where it is decided"),
        empty_label=_("Everywhere"),
        choices=[
            (SMALL, _("Can be agreed in the talk")),
            (AGREED, _("Agreed in the talk")),
            (DECEMBER, _("In December")),
            (AD_HOC, _("During the year")),
        ],
    )

    class Meta:
        model = Wish
        fields = ("q", "kind", "way")

    def with_words(self, wishes: "QuerySet[Wish]", name: str, value: str) -> "QuerySet[Wish]":
        for word in value.split():
            wishes = wishes.filter(Q(title__icontains=word) | Q(employee__search__contains=fold(word)))
        return wishes

    def decided_where(self, wishes: "QuerySet[Wish]", name: str, value: str) -> "QuerySet[Wish]":
        here = {
            AGREED: Q(agreed_at__isnull=False),
            DECEMBER: Q(decided_in_december=True, is_ad_hoc=False),
            SMALL: Q(decided_in_december=False, is_ad_hoc=False, agreed_at__isnull=True),
            AD_HOC: Q(is_ad_hoc=True),
        }
        return wishes.filter(here[value])


_NUMBER = {"th": {"class": "num"}}


class WishTable(RowTable):
    row_template = "annualcycle/wishes/_row.html"
    # After the talks nothing is agreed any more: what was not, waits for December.
    agrees = True

    employee = tables.Column(verbose_name=_("Who"), order_by=("employee__sort_name", "pk"))
    title = tables.Column(verbose_name=_("Wish"))
    need = tables.Column(verbose_name=_("Section"), order_by=("need__section__position", "section_text"))
    days = tables.Column(verbose_name=_("Days"), attrs=_NUMBER)
    cost = tables.Column(verbose_name=_("Cost"), attrs=_NUMBER)
    way = tables.Column(verbose_name=pgettext_lazy("column", "Decided"), order_by=("agreed_at", "decided_in_december"))

    class Meta:
        order_by = "employee"
        empty_text = _("No wishes here")
