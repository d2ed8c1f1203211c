"""Persons across the years, for the leadership group."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competence.cells import TemplateColumn


class FairnessTable(tables.Table):
    name = TemplateColumn(
        template_name="annualcycle/fairness/_person.html", verbose_name=_("Employee"), order_by="order"
    )
    years = TemplateColumn(
        template_name="annualcycle/fairness/_years.html", verbose_name=_("Year by year"), orderable=False
    )
    granted = tables.Column(
        verbose_name=pgettext_lazy("wishes", "Granted"), attrs={"th": {"class": "num"}, "td": {"class": "num"}}
    )
    not_met = tables.Column(verbose_name=_("Relevant, not met"), attrs={"th": {"class": "num"}, "td": {"class": "num"}})

    without = TemplateColumn(
        template_name="annualcycle/fairness/_without.html", verbose_name=_("Nothing granted since"), orderable=False
    )

    class Meta:
        # By name: an order by what was not met would be a queue.
        order_by = "name"
        empty_text = _("Nobody's wishes are decided yet")
